import {short, whole} from '../format.js';
import {html, useMemo} from '../view.js';
import {toTrial} from './link.js';

const MOST = 5;

/** Why trials came to nothing, the commonest reason first. */
export function Reasons({nodes}) {
  const reasons = useMemo(() => group(nodes ?? []), [nodes]);
  return (
    reasons.length > 0 &&
    html`<section class="reasons" aria-label="Why trials came to nothing">
      <ul>
        ${reasons.slice(0, MOST).map(({state, text, nodes: those}) => html`<li>
          <span class="state" data-state=${state}>${whole(those.length)} ${state}</span>: ${text}
          ${' '}(<a href=${`#${toTrial(those[0].id)}`}>${those.length > 1 ? 'for example ' : ''}trial ${short(those[0].id)}</a>)
        </li>`)}
        ${reasons.length > MOST && html`<li class="quiet">and ${whole(reasons.length - MOST)} further reasons: see the table of trials</li>`}
      </ul>
    </section>`
  );
}

/** Trials that ended badly by state and reason; which trial or iteration a reason names makes no difference. */
export function group(nodes) {
  const groups = new Map();
  nodes
    .filter(({state}) => ['failed', 'diverged', 'blocked'].includes(state))
    .forEach((node) => {
      const text = (node.reason ?? 'no reason is on record').replace(/^blocked: trial [0-9a-f]{64}/, 'a trial that it needs').replace(/\b[0-9a-f]{64}\b/g, '…').replace(/\b\d{2,}it\b/g, '…it');
      const key = `${node.state} ${text}`;
      (groups.get(key) ?? groups.set(key, {state: node.state, text, nodes: []}).get(key)).nodes.push(node);
    });
  const rank = ({state}) => ['failed', 'diverged', 'blocked'].indexOf(state);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.nodes.length - a.nodes.length);
}
