import {go} from '../router.js';
import {html, useEffect, useMemo, useRef, useState} from '../view.js';
import {layout} from './layout.js';
import {toTrial} from './link.js';
import {Mark, STATES, describe} from './mark.js';

const ROW = 22;
/** Of labels: a letter's width in pixels, and how many letters there is room for. */
const LETTER = 6.7;
const MOST_LETTERS = 44;
const FEW_LETTERS = 22;
const HEAD = 44;
const NARROWEST = 30;
const WIDEST = 110;
const SIGHT = 460;

/**
 * The trials of a study as a graph: what starts from whose weights, and whose weights decide which mask. Only the rows in
 * sight are drawn, and of those only what has changed, so that ten thousand trials are no more work than forty.
 *
 * @param state the one state whose trials stand out; null for all
 */
export function Graph({nodes, state}) {
  const frame = useRef();
  const drawn = useRef(new Map());
  const [top, setTop] = useState(0);
  const [width, setWidth] = useState(800);
  const [current, setCurrent] = useState(0);
  const plan = useMemo(() => layout(nodes), [nodes.length, nodes[0]?.id]);
  const letters = Math.min(width < 640 ? FEW_LETTERS : MOST_LETTERS, plan.rows.reduce((most, {label}) => Math.max(most, label.length), 0));
  const labels = letters * LETTER + 8;
  const step = Math.max(NARROWEST, Math.min(WIDEST, (width - labels - 24) / plan.columns.length));
  useMemo(() => drawn.current.clear(), [plan, step, labels]);

  useEffect(() => {
    const fit = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    fit.observe(frame.current);
    return () => fit.disconnect();
  }, []);

  const across = labels + plan.columns.length * step + 24;
  const x = (i) => labels + (plan.column[i] + 0.5) * step;
  const y = (i) => (plan.row[i] + 0.5) * ROW;
  const first = Math.max(0, Math.floor(top / ROW) - 3);
  const last = Math.min(plan.rows.length, Math.ceil((top + SIGHT) / ROW) + 3);

  const row = (at) => {
    const those = plan.rows[at].nodes;
    const sign = those.map((i) => `${nodes[i].state}${nodes[i].accuracy ?? ''}${i === current ? '!' : ''}`).join() + state;
    const before = drawn.current.get(at);
    if (before?.sign === sign) {
      return before.made;
    }
    const made = html`<g key=${at}>
      ${plan.rows[at].first && at > 0 && html`<path class="between" d=${`M0 ${at * ROW}H${across}`} />`}
      <text x="0" y=${(at + 0.5) * ROW} dy="0.32em"><title>${plan.rows[at].label}</title>${clip(plan.rows[at], letters)}</text>
      <path class="edge" d=${those.map((i) => (nodes[i].start ?? []).map((from) => edge(x(from), y(from), x(i), y(i), 6)).join('')).join('')} />
      <path class="edge mask" d=${those.filter((i) => nodes[i].mask !== undefined).map((i) => edge(x(nodes[i].mask), y(nodes[i].mask), x(i), y(i), 0)).join('')} />
      ${those.map((i) => html`<a
        key=${i}
        href=${`#${toTrial(nodes[i].id)}`}
        tabindex="-1"
        aria-label=${describe(nodes[i])}
        class=${`${i === current ? 'current' : ''} ${state && nodes[i].state !== state ? 'dim' : ''}`}
        transform=${`translate(${x(i)} ${y(i)})`}
        onMouseEnter=${() => setCurrent(i)}
      ><circle class="ground" r="10" /><${Mark} state=${nodes[i].state} /></a>`)}
    </g>`;
    drawn.current.set(at, {sign, made});
    return made;
  };

  const keys = (event) => {
    const to = {
      ArrowRight: () => beside(plan, current, 1),
      ArrowLeft: () => beside(plan, current, -1),
      ArrowDown: () => below(plan, current, 1),
      ArrowUp: () => below(plan, current, -1),
      Home: () => 0,
      End: () => nodes.length - 1,
    }[event.key];
    if (event.key === 'Enter') {
      go(toTrial(nodes[current].id));
    } else if (to) {
      event.preventDefault();
      const next = to();
      setCurrent(next);
      const at = plan.row[next] * ROW;
      const {scrollTop} = frame.current;
      if (at < scrollTop || at > scrollTop + SIGHT - HEAD - 2 * ROW) {
        frame.current.scrollTop = at - (SIGHT - HEAD) / 2;
      }
    }
  };
  return html`<div class="graph">
    <div
      class="graph-frame"
      ref=${frame}
      tabindex="0"
      role="group"
      aria-label=${`Graph of ${nodes.length} trials. Arrow keys go from trial to trial, Enter opens one; the table below has them all.`}
      onScroll=${(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown=${keys}
    >
      ${plan.columns[0] !== null && html`<${Columns} nodes=${nodes} plan=${plan} labels=${labels} step=${step} across=${across} />`}
      <svg width=${across} height=${plan.rows.length * ROW + 8}>
        ${Array.from({length: last - first}, (none, i) => row(first + i))}
      </svg>
    </div>
    <p class="reading" aria-live="polite">${nodes[current] && describe(nodes[current])}</p>
    <p class="quiet">
      ${plan.columns[0] === null
        ? 'No trial needs another: they stand abreast, in the order of their seeds.'
        : html`A column is a level of pruning, a row a seed and branch. <span class="key"></span> begins with the weights of,
            ${' '}<span class="key dashed"></span> takes its mask from.`}
    </p>
  </div>`;
}

/** Of each level how its trials stand; stays in sight above the rows. */
function Columns({nodes, plan, labels, step, across}) {
  const counts = plan.columns.map(() => ({}));
  nodes.forEach(({state}, i) => (counts[plan.column[i]][state] = (counts[plan.column[i]][state] ?? 0) + 1));
  const room = step - 8;
  return html`<svg class="columns" width=${across} height=${HEAD} role="img" aria-label=${plan.columns
    .map((name, i) => `${name}: ${Object.entries(counts[i]).map(([state, count]) => `${count} ${state}`).join(', ')}`)
    .join('; ')}>
    ${plan.columns.map((name, i) => {
      const left = labels + i * step + 4;
      const of = Object.values(counts[i]).reduce((a, b) => a + b, 0);
      let at = left;
      return html`<g>
        <text x=${left + room / 2} y="16" text-anchor="middle">${step < 62 ? name.replace('level ', '').replace('dense', '0') : name}</text>
        ${STATES.filter((state) => counts[i][state]).map((state) => {
          const wide = (room * counts[i][state]) / of;
          at += wide;
          return html`<rect class="share" data-state=${state} x=${at - wide} y="26" width=${wide} height="7"><title>${name}: ${counts[i][state]} of ${of} ${state}</title></rect>`;
        })}
      </g>`;
    })}
  </svg>`;
}

/** What tells rows apart stands at the end, the seed at the begin. */
function clip({label, first}, letters) {
  const begin = first ? label.slice(0, 7) : '';
  return label.length > letters ? `${begin}…${label.slice(begin.length + 1 - letters)}` : label;
}

/** Leads from the parent along a rail below the child's row, which the children of one parent share, and up to the child. */
function edge(px, py, cx, cy, rail) {
  if (cx - px < 24) {
    return `M${px} ${py}C${px - 24} ${py} ${cx - 24} ${cy} ${cx} ${cy}`;
  }
  const turn = px + 16;
  const end = cy + rail;
  return `M${px} ${py}C${turn} ${py} ${px + 4} ${end} ${px + 20} ${end}H${cx - 7}Q${cx - 2} ${end} ${cx} ${cy}`;
}

function beside(plan, current, by) {
  const row = plan.rows[plan.row[current]].nodes.toSorted((a, b) => plan.column[a] - plan.column[b]);
  return row[Math.max(0, Math.min(row.length - 1, row.indexOf(current) + by))];
}

function below(plan, current, by) {
  const away = (i) => Math.abs(plan.column[i] - plan.column[current]);
  const next = plan.rows[plan.row[current] + by];
  return next ? next.nodes.toSorted((a, b) => away(a) - away(b))[0] : current;
}
