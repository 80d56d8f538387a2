import {number} from '../format.js';
import {html, useMemo} from '../view.js';

const WIDTH = 200;
const HEIGHT = 64;

/** Positions from 0 to 1 of iterations on an axis; on a logarithmic one 0 stands half a decade before the first. */
export function positions(iterations, scale) {
  const least = iterations.find((iteration) => iteration > 0) ?? 1;
  const to = scale === 'log' ? (iteration) => (iteration > 0 ? Math.log10(iteration) : Math.log10(least) - 0.5) : (iteration) => iteration;
  const low = to(iterations[0] ?? 0);
  const width = to(iterations[iterations.length - 1] ?? 1) - low || 1;
  return iterations.map((iteration) => (to(iteration) - low) / width);
}

/** The least and the greatest of values, null for none. */
export function extent(values) {
  let low = Infinity;
  let high = -Infinity;
  values.forEach((value) => {
    if (value !== null && value !== undefined) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  });
  return low > high ? null : [low, high];
}

/**
 * A small plot of one curve, to be seen beside others like it.
 *
 * @param xs where the points are, 0 to 1, ascending
 * @param low, mean, high values; low and high may be left out
 * @param range the least and the greatest value that the plot has room for
 * @param at number of the point that is read off; null for none
 * @param onPick what to call with the number of the point that the mouse is over
 */
export function Small({name, xs, low, mean, high, range, at, onPick, show = number}) {
  const paths = useMemo(() => draw(xs, {low, mean, high}, range), [xs, low, mean, high, range?.[0], range?.[1]]);
  const pick = (event) => {
    const {left, width} = event.currentTarget.getBoundingClientRect();
    onPick?.(nearest(xs, (event.clientX - left) / width));
  };
  const value = at === null || at === undefined ? mean.findLast((one) => one !== null) : mean[at];
  return html`<figure class="small">
    <figcaption><span>${name}</span> <strong>${show(value)}</strong></figcaption>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img"
      aria-label=${range ? `${name}: from ${show(range[0])} to ${show(range[1])}` : `${name}: nothing finite`}
      onPointerMove=${pick} onPointerDown=${pick}>
      ${paths.band && html`<path class="band" d=${paths.band} />`}
      <path class="line" d=${paths.line} />
      ${at !== null && at !== undefined && html`<line x1=${WIDTH * xs[at]} x2=${WIDTH * xs[at]} y1="0" y2=${HEIGHT} />`}
    </svg>
    ${range && html`<p class="quiet range">${[...new Set(range.map((value) => show(value)))].join(' to ')}</p>`}
  </figure>`;
}

function draw(xs, {low, mean, high}, range) {
  if (!range) {
    return {line: ''};
  }
  const [least, greatest] = range;
  const y = (value) => (HEIGHT - 3 - ((value - least) / (greatest - least || 1)) * (HEIGHT - 6)).toFixed(1);
  const place = (value, i) => (value === null ? null : `${(WIDTH * xs[i]).toFixed(1)},${y(value)}`);
  const there = (values) => values.map(place).filter(Boolean);
  const line = there(mean);
  const band = low && high && low.some((value, i) => value < high[i]) ? [...there(high), ...there(low).reverse()] : null;
  return {line: line.length ? `M${line.join('L')}${line.length === 1 ? 'h1' : ''}` : '', band: band && `M${band.join('L')}Z`};
}

function nearest(xs, x) {
  let best = 0;
  xs.forEach((one, i) => {
    if (Math.abs(one - x) < Math.abs(xs[best] - x)) {
      best = i;
    }
  });
  return best;
}
