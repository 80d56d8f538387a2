import uPlot from '../../lib/uPlot.esm.js';
import {seeds} from './columns.js';
import {nearest, nearestIndex, reach, spreads, swatch} from './drawing.js';

const NARROWEST = 240;

/**
 * The plot itself, on a canvas.
 *
 * @param frame the element that it fills
 * @param live what the component knows at any time, so that the plot need not be made anew
 * @param height in pixels
 */
export function build(frame, live, height) {
  const ink = (name) => getComputedStyle(frame).getPropertyValue(`--${name}`).trim();
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
    width: fitted(frame.clientWidth),
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

/** As wide as there is room, but never too narrow to be read. */
export const fitted = (width) => Math.max(NARROWEST, Math.floor(width));
