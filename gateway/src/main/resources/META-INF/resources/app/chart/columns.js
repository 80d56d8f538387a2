/**
 * The points of curves as the columns that uPlot draws: first x, ascending, then y of each curve, with null where a
 * curve has no point. Points of one curve at the same x each get a row of their own.
 *
 * @param curves of a panel
 * @param x where a point goes on the horizontal axis
 * @param y where its mean goes on the vertical one; null where it is not a number
 * @returns {{columns: Array, points: Array<Array>}} and, beside each curve's column, the points themselves
 */
export function columns(curves, x, y) {
  const rows = new Map();
  curves.forEach((curve, i) => {
    const taken = new Map();
    curve.points.forEach((point) => {
      const at = x(point.x);
      const before = taken.get(at) ?? 0;
      taken.set(at, before + 1);
      const here = rows.get(at) ?? rows.set(at, []).get(at);
      (here[before] ??= new Array(curves.length).fill(null))[i] = point;
    });
  });
  const xs = [];
  const points = curves.map(() => []);
  [...rows.keys()]
    .sort((a, b) => a - b)
    .forEach((at) =>
      rows.get(at).forEach((row) => {
        xs.push(at);
        row.forEach((point, i) => points[i].push(point === null || y(point.mean) === null ? null : point));
      }));
  return {columns: [xs, ...points.map((column) => column.map((point) => (point === null ? null : y(point.mean))))], points};
}

/** The curves of single seeds that a curve is the mean of; empty unless its points have samples. */
export function seeds(curve) {
  const bySeed = new Map();
  curve.points.forEach((point) =>
    point.samples?.forEach(({seed, value}) => {
      (bySeed.get(seed) ?? bySeed.set(seed, []).get(seed)).push({x: point.x, value});
    }));
  return [...bySeed.values()];
}
