import uPlot from '../../lib/uPlot.esm.js';
import {number} from '../format.js';
import {Table} from '../parts.js';
import {html, useEffect, useMemo, useRef, useState} from '../view.js';
import {columns, seeds} from './columns.js';
import {layout} from './scale.js';

const CURVE_COLOURS = 10;
const NARROWEST = 240;
const MOST_TABLE_ROWS = 500;
const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * A plot of curves that one can read off, zoom into and switch curves of: by mouse, touch and keyboard.
 *
 * @param panel as the API gives it: title, x and y (name, scale, percent), curves (name, kind, points with x, mean, std,
 *     count and perhaps samples and label, or with the least and greatest value that a mean is of, as low and high);
 *     curves may have a colour (0 to 9) and a dash (lengths in pixels) of their own
 * @param spread how the spread over seeds is drawn: 'band' for mean ± std, 'seeds' for a line a seed, 'none'
 * @param logX, logY whether to lay an axis out logarithmically; null for what the panel says
 * @param height in pixels
 * @param hidden names of curves that are switched off; with onHidden, the page keeps them
 * @param onPoint what to call with (curve, point) when a point is chosen by click or Enter
 * @param onRange what to call with the range of x that was zoomed into, or null for the whole; the page then gives a panel
 *     that has just that range
 * @param sync name of the plots that share a cursor
 */
export function Chart({panel, spread = 'band', logX = null, logY = null, height = 300, hidden: given, onHidden, onPoint, onRange, sync}) {
  const [own, setOwn] = useState(new Set());
  const hidden = given ?? own;
  const setHidden = onHidden ?? setOwn;
  const frame = useRef();
  const plot = useRef(null);
  const [mark, setAt] = useState(null);
  const [zoomed, setZoomed] = useState(false);
  const [table, setTable] = useState(false);
  const [scheme, setScheme] = useState(dark.matches);
  const drawing = useMemo(() => prepare(panel, logX, logY), [panel, logX, logY]);

  const at = mark === null || mark >= drawing.columns[0].length ? null : mark;

  useEffect(() => {
    const change = () => setScheme(dark.matches);
    dark.addEventListener('change', change);
    return () => dark.removeEventListener('change', change);
  }, []);

  // The plot is made anew only when its form changes; new points flow into the one that is there.
  const form = JSON.stringify([panel.curves.map(({name, kind, colour, dash}) => [name, kind, colour, dash]), panel.x, panel.y, spread, logX, logY, height, scheme]);
  const live = useRef({});
  live.current = {...live.current, drawing, spread, logX, onPoint, onRange, sync, setAt, setZoomed};
  useEffect(() => {
    const made = build(frame.current, live, height, (name) => colour(frame.current, name));
    plot.current = made;
    // A zoom is kept where the axis is the same as it was.
    const {sight} = live.current;
    if (zoomed && sight?.logX === logX) {
      made.setScale('x', {min: sight.min, max: sight.max});
    } else {
      setZoomed(false);
      made.setScale('x', live.current.drawing.range);
    }
    const fit = new ResizeObserver(([entry]) =>
      made.setSize({width: Math.max(NARROWEST, Math.floor(entry.contentRect.width)), height}));
    fit.observe(frame.current);
    return () => {
      fit.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [form]);
  useEffect(() => {
    plot.current?.setData(drawing.columns, false);
    plot.current?.setSelect({left: 0, width: 0, top: 0, height: 0}, false);
    if (!zoomed || onRange) {
      plot.current?.setScale('x', drawing.range);
    } else {
      plot.current?.redraw(true, true);
    }
  }, [drawing, form]);
  useEffect(() => {
    panel.curves.forEach((curve, i) => plot.current?.setSeries(i + 1, {show: !hidden.has(curve.name)}));
  }, [hidden, drawing, form]);

  const toggle = (name) => {
    const next = new Set(hidden);
    next.has(name) ? next.delete(name) : next.add(name);
    setHidden(next);
  };
  const only = (name) => setHidden(new Set(panel.curves.map((curve) => curve.name).filter((other) => other !== name)));
  const step = (by) => {
    const last = drawing.columns[0].length - 1;
    const next = Math.max(0, Math.min(last, (at ?? (by > 0 ? -1 : last + 1)) + by));
    const u = plot.current;
    u.setCursor({left: u.valToPos(drawing.columns[0][next], 'x'), top: u.over.clientHeight / 2}, true, true);
  };
  const whole = () => (onRange ? onRange(null) : plot.current.setScale('x', drawing.range));
  const keys = (event) => {
    const act = {ArrowRight: () => step(1), ArrowLeft: () => step(-1), Escape: whole, ...(onPoint && {Enter: choose})}[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const choose = () => {
    const curve = panel.curves.findIndex(({name}, i) => !hidden.has(name) && at !== null && drawing.points[i][at]);
    if (curve >= 0) {
      onPoint?.(panel.curves[curve], drawing.points[curve][at]);
    }
  };
  const x = at === null ? null : drawing.x.show(drawing.x.from(drawing.columns[0][at]));
  return html`<figure class="chart">
    <figcaption>${panel.title}</figcaption>
    <div
      class="plot"
      ref=${frame}
      role="img"
      tabindex="0"
      onKeyDown=${keys}
      aria-label=${`${panel.title}: ${panel.y.name} over ${panel.x.name}, ${panel.curves.length} ${panel.curves.length === 1 ? 'curve' : 'curves'}. Arrow keys read values off; the values are in the table below.`}
    ></div>
    <p class="reading" aria-live="polite">
      ${x === null ? html`<span class="quiet">${panel.x.name}</span>` : html`${panel.x.name}: <strong>${x}</strong>`}
      ${zoomed && html` <button type="button" onClick=${whole}>Whole range</button>`}
    </p>
    <ul class="legend">
      ${panel.curves.map((curve, i) => {
        const point = at === null ? null : nearest(drawing.points[i], at);
        return html`<li key=${curve.name}>
          <button
            type="button"
            aria-pressed=${!hidden.has(curve.name)}
            title="Switches the curve on and off; with Shift all others off"
            onClick=${(event) => (event.shiftKey ? only(curve.name) : toggle(curve.name))}
          >
            <${Swatch} curve=${curve} i=${i} />${curve.name}
            ${point && html`<span class="value">${reading(point, drawing.y)}</span>`}
          </button>
        </li>`;
      })}
    </ul>
    <details class="quiet" onToggle=${(event) => setTable(event.currentTarget.open)}>
      <summary>As a table</summary>
      ${table && html`<${PointTable} panel=${panel} drawing=${drawing} />`}
    </details>
  </figure>`;
}

/** Which colour a curve has: its own where the page gives it one, else by its place. */
const swatch = ({kind, colour}, i) => colour ?? (kind === 'reference' ? 'reference' : i % CURVE_COLOURS);

const Swatch = ({curve, i}) =>
  curve.dash
    ? html`<svg class="dash" data-colour=${swatch(curve, i)} width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke-dasharray=${curve.dash.join(' ')} /></svg>`
    : html`<span class="swatch" data-colour=${swatch(curve, i)}></span>`;

const reading = ({mean, std, count, label, low, high}, y) =>
  `${label ? `${label}: ` : ''}${y.show(mean)}${count > 1 ? ` ± ${y.show(std)} (${count})` : ''}${low < high ? ` (${y.show(low)} to ${y.show(high)})` : ''}`;

/** How far the spread of a point reaches: what its mean is of, or a standard deviation to both sides. */
const reach = ({mean, std, low, high}) =>
  low === undefined ? [mean - std, mean + std] : [low, high];

const spreads = ({std, low, high}) => (low === undefined ? std > 0 : low < high);

function PointTable({panel, drawing}) {
  const between = panel.curves.some((curve) => curve.points.some(({low}) => low !== undefined));
  const rows = panel.curves.flatMap((curve) =>
    curve.points.filter(({mean}) => mean !== null).map((point) => [
      curve.name,
      drawing.x.show(point.x),
      drawing.y.show(point.mean),
      ...(between ? [drawing.y.show(point.low), drawing.y.show(point.high)] : [point.count > 1 ? drawing.y.show(point.std) : '', point.count]),
    ]));
  return html`<${Table}
    caption=${rows.length > MOST_TABLE_ROWS ? `${panel.title}: the first ${MOST_TABLE_ROWS} of ${number(rows.length)} points` : panel.title}
    columns=${['Curve', `#${panel.x.name}`, `#${panel.y.name}`, ...(between ? ['#least', '#greatest'] : ['#std', '#seeds'])]}
    rows=${rows.slice(0, MOST_TABLE_ROWS)}
  />`;
}

/** Everything that follows from the panel alone. */
function prepare(panel, logX, logY) {
  const points = panel.curves.flatMap((curve) => curve.points);
  const x = layout(panel.x, points.map((point) => point.x), logX);
  const y = layout(panel.y, points.flatMap(({mean, low}) => (low === undefined ? [mean] : [low, mean])), logY);
  const finite = (value) => (Number.isFinite(value) ? y.to(value) : null);
  const made = columns(panel.curves, x.to, finite);
  const [xs] = made.columns;
  const low = xs[0] ?? 0;
  const high = xs[xs.length - 1] ?? 1;
  const room = (high - low || 1) * 0.02;
  return {...made, curves: panel.curves, x, y, finite, axes: [panel.x, panel.y], range: {min: low - room, max: high + room}};
}

function colour(element, name) {
  return getComputedStyle(element).getPropertyValue(`--${name}`).trim();
}

function build(frame, live, height, ink) {
  const {drawing} = live.current;
  const curveInk = (curve, i) => (swatch(curve, i) === 'reference' ? ink('quiet') : ink(`curve-${swatch(curve, i)}`));
  const present = () => live.current.drawing;
  // The range that x is about to have: y is laid out before the plot takes it over.
  let seen = [null, null];
  const axis = (side, label, which) => ({
    side,
    label,
    labelSize: 22,
    size: side === 2 ? 34 : (u, marks) => Math.max(50, 24 + 7 * Math.max(0, ...(marks ?? []).map((mark) => mark.length))),
    stroke: ink('text'),
    grid: {stroke: ink('grid'), width: 1},
    ticks: {stroke: ink('line'), width: 1},
    ...(present()[which].marks && {splits: (u, i, low, high) => present()[which].marks(low, high)}),
    values: (u, splits) => splits.map((mark) => present()[which].name(mark)),
  });
  const options = {
    width: Math.max(NARROWEST, frame.clientWidth),
    height,
    padding: [8, 12, 0, 0],
    legend: {show: false},
    scales: {
      x: {time: false, dir: drawing.x.falling ? -1 : 1, range: (u, low, high) => (seen = [low, high])},
      y: {range: (u) => extent(u, live.current, seen)},
    },
    axes: [axis(2, drawing.axes[0].name, 'x'), axis(3, drawing.axes[1].name, 'y')],
    series: [
      {},
      ...drawing.curves.map((curve, i) => ({
        label: curve.name,
        stroke: curveInk(curve, i),
        width: 1.75,
        spanGaps: true,
        dash: curve.dash ?? (curve.kind === 'reference' ? [6, 5] : undefined),
        ...(curve.kind === 'scatter' && {paths: () => null}),
        points: {show: curve.kind === 'scatter' || curve.points.length <= 40, size: curve.kind === 'scatter' ? 7 : 5},
      })),
    ],
    cursor: {
      drag: {x: true, y: false, setScale: !live.current.onRange},
      dataIdx: (u, series, index) => nearestIndex(u.data[series], index),
      bind: {dblclick: (u) => () => (live.current.onRange ? live.current.onRange(null) : u.setScale('x', present().range))},
      ...(live.current.sync && {sync: {key: live.current.sync, scales: ['x', null], filters: {pub: (type) => type === 'mousemove' || type === 'mouseleave'}}}),
    },
    hooks: {
      drawSeries: [(u, i) => spreadOver(u, i, live.current)],
      setCursor: [(u) => live.current.setAt(u.cursor.left < 0 ? null : u.posToIdx(u.cursor.left))],
      setSelect: [
        (u) => {
          const {left, width: wide} = u.select;
          if (live.current.onRange && wide > 0) {
            live.current.onRange([left, left + wide].map((edge) => present().x.from(u.posToVal(edge, 'x'))).sort((a, b) => a - b));
          }
        },
      ],
      setScale: [
        (u, key) => {
          if (key === 'x') {
            const {range} = present();
            const {min, max} = u.scales.x;
            live.current.sight = {min, max, logX: live.current.logX};
            live.current.setZoomed(Math.abs(min - range.min) + Math.abs(max - range.max) > 1e-9);
          }
        },
      ],
    },
  };
  const made = new uPlot(options, drawing.columns, frame);
  made.over.addEventListener('click', () => {
    const index = made.posToIdx(made.cursor.left);
    const top = made.cursor.top;
    const near = drawing.curves
      .map((curve, i) => ({curve, i, point: nearest(present().points[i], index)}))
      .filter(({i, point}) => point && made.series[i + 1].show)
      .map((candidate) => ({...candidate, away: Math.abs(made.valToPos(present().finite(candidate.point.mean), 'y') - top)}))
      .sort((a, b) => a.away - b.away)[0];
    if (near && near.away < 24) {
      live.current.onPoint?.(near.curve, near.point);
    }
  });
  return made;
}

/** What is drawn in the part of x that is in sight, with some room above and below. */
function extent(u, {drawing, spread}, [min, max]) {
  let low = Infinity;
  let high = -Infinity;
  const take = (value) => {
    const at = drawing.finite(value);
    if (at !== null) {
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
  };
  drawing.curves.forEach((curve, i) => {
    if (u.series[i + 1]?.show === false) {
      return;
    }
    curve.points.forEach((point) => {
      const x = drawing.x.to(point.x);
      if (min === null || min === undefined || (x >= min && x <= max)) {
        take(point.mean);
        if (spread === 'band' && spreads(point)) {
          const [below, above] = reach(point);
          take(above);
          if (drawing.y.marks === null || below > 0) {
            take(below);
          }
        } else if (spread === 'seeds') {
          point.samples?.forEach(({value}) => take(value));
        }
      }
    });
  });
  if (low > high) {
    return [0, 1];
  }
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - room, high + room];
}

/** Draws the spread over seeds of a curve: as a band, or a thin line a seed. */
function spreadOver(u, series, {drawing, spread}) {
  const curve = drawing.curves[series - 1];
  if (!curve || spread === 'none' || u.series[series].show === false || curve.kind === 'scatter') {
    return;
  }
  const {ctx} = u;
  const place = (x, value) => [u.valToPos(drawing.x.to(x), 'x', true), u.valToPos(drawing.y.to(value), 'y', true)];
  const {left, top, width, height} = u.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = ctx.fillStyle = u.series[series].stroke(u, series);
  if (spread === 'band') {
    const points = curve.points.filter((point) => Number.isFinite(point.mean) && reach(point).every(Number.isFinite));
    if (points.some(spreads)) {
      ctx.globalAlpha = points[0].low === undefined ? 0.16 : 0.3;
      ctx.beginPath();
      points.forEach((point) => ctx.lineTo(...place(point.x, reach(point)[1])));
      points.toReversed().forEach((point) => ctx.lineTo(...place(point.x, reach(point)[0])));
      ctx.fill();
    }
  } else {
    ctx.globalAlpha = 0.45;
    ctx.lineWidth = devicePixelRatio * 0.8;
    seeds(curve).forEach((line) => {
      ctx.beginPath();
      line.forEach(({x, value}) => ctx.lineTo(...place(x, value)));
      ctx.stroke();
    });
  }
  ctx.restore();
}

function nearestIndex(column, index) {
  for (let away = 0; away < column.length; away++) {
    if (column[index - away] !== null && column[index - away] !== undefined) {
      return index - away;
    }
    if (column[index + away] !== null && column[index + away] !== undefined) {
      return index + away;
    }
  }
  return index;
}

const nearest = (points, index) => points[nearestIndex(points, index)] ?? null;
