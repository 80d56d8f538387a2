import {columns} from './columns.js';
import {layout} from './scale.js';

const CURVE_COLOURS = 10;

/** Everything that follows from the panel alone. */
export function prepare(panel, logX, logY) {
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

/** Which colour a curve has: its own where the page gives it one, else by its place. */
export const swatch = ({kind, colour}, i) => colour ?? (kind === 'reference' ? 'reference' : i % CURVE_COLOURS);

/** How far the spread of a point reaches: what its mean is of, or a standard deviation to both sides. */
export const reach = ({mean, std, low, high}) =>
  low === undefined ? [mean - std, mean + std] : [low, high];

/** Whether there is any spread to be drawn. */
export const spreads = ({std, low, high}) => (low === undefined ? std > 0 : low < high);

/** The place in a column nearest to one at which there is a value. */
export function nearestIndex(column, index) {
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

/** The point nearest to a place; null where there is none. */
export const nearest = (points, index) => points[nearestIndex(points, index)] ?? null;
