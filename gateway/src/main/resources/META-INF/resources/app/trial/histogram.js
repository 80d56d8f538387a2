import {number} from '../format.js';
import {html, useMemo} from '../view.js';

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 8;
const BOTTOM = 36;

/** Axes that hold the histograms of all checkpoints, so that nothing jumps from one to the next. */
export function histogramAxes(rows) {
  const filled = rows.map(bars).filter((one) => one.length > 0);
  const low = Math.min(...filled.map((one) => one[0].from));
  const high = Math.max(...filled.map((one) => one[one.length - 1].to));
  const top = Math.max(...filled.flatMap((one) => one.map(({density}) => density)));
  return filled.length === 0 ? null : {low, high: high > low ? high : low + 1e-9, top};
}

/** Densities, so that areas compare between histograms of different widths. */
function bars({histogram: {lower, upper, counts}}) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (lower === null || upper === null || total === 0) {
    return [];
  }
  const width = (upper - lower || 1e-9) / counts.length;
  return counts.map((count, i) => ({from: lower + i * width, to: lower + (i + 1) * width, count, density: count / total / width}));
}

/** How the weights of a tensor lie in one checkpoint. */
export function Histogram({row, axes}) {
  const drawn = useMemo(() => bars(row), [row]);
  const x = (value) => LEFT + ((value - axes.low) / (axes.high - axes.low)) * (WIDTH - 2 * LEFT);
  const y = (density) => (density / axes.top) * (HEIGHT - BOTTOM - 8);
  const marks = ticks(axes.low, axes.high);
  return html`<svg class="histogram" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img"
    aria-label=${`Histogram of ${row.count} weights at iteration ${row.iteration}: mean ${number(row.mean)}, standard deviation ${number(row.standardDeviation)}, from ${number(row.minimum)} to ${number(row.maximum)}`}>
    ${marks.map((mark) => html`<line class="grid" x1=${x(mark)} x2=${x(mark)} y1="0" y2=${HEIGHT - BOTTOM} />`)}
    ${drawn.map(({from, to, count, density}) => html`<rect x=${x(from)} width=${Math.max(0.5, x(to) - x(from) - 0.5)} y=${HEIGHT - BOTTOM - y(density)} height=${y(density)}>
      <title>${`${number(from)} to ${number(to)}: ${count.toLocaleString('en')} weights`}</title>
    </rect>`)}
    <line class="axis" x1=${LEFT} x2=${WIDTH - LEFT} y1=${HEIGHT - BOTTOM} y2=${HEIGHT - BOTTOM} />
    ${marks.map((mark) => html`<text x=${x(mark)} y=${HEIGHT - 10} text-anchor=${x(mark) < 30 ? 'start' : x(mark) > WIDTH - 30 ? 'end' : 'middle'}>${number(mark)}</text>`)}
  </svg>`;
}

/** About seven round numbers. */
function ticks(low, high) {
  const raw = (high - low) / 7;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((one) => one >= raw);
  const marks = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) {
    marks.push(Number((i * step).toPrecision(6)));
  }
  return marks;
}
