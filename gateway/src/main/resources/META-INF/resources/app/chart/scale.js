import {number} from '../format.js';

/**
 * How the values of an axis are laid out: to where a value goes on a straight line and back, which marks it bears, and
 * whether it falls to the right. On logarithmic axes 0 stands apart, half a decade before the smallest value.
 *
 * @param axis of a panel: its scale and whether its values are shares that are shown as per cent
 * @param values all that are drawn
 * @param log whether to lay out a linear axis logarithmically, or the other way round; null for what the axis says
 */
export function layout(axis, values, log = null) {
  const factor = axis.percent ? 100 : 1;
  const logarithmic = log ?? axis.scale !== 'linear';
  const show = (value) => number(value * factor, 4);
  if (!logarithmic) {
    return {
      to: (value) => value * factor,
      from: (mark) => mark / factor,
      falling: axis.scale === 'log-falling',
      marks: null,
      name: (mark) => number(mark, 6),
      show,
    };
  }
  const positive = values.filter((value) => value > 0);
  const least = positive.length ? positive.reduce((a, b) => Math.min(a, b)) * factor : 1;
  const zero = Math.log10(least) - 0.5;
  const hasZero = values.some((value) => value <= 0);
  return {
    to: (value) => (value > 0 ? Math.log10(value * factor) : zero),
    from: (mark) => (hasZero && mark <= zero + 1e-9 ? 0 : 10 ** mark / factor),
    falling: axis.scale === 'log-falling',
    marks: (low, high) => [...(hasZero && low <= zero ? [zero] : []), ...logMarks(Math.max(low, hasZero ? zero + 0.2 : low), high)],
    name: (mark) => (hasZero && Math.abs(mark - zero) < 1e-9 ? '0' : number(10 ** mark, 4)),
    show,
  };
}

/** Decades, with 2 and 5 between where there are few of them, or every so many where there are many. */
function logMarks(low, high) {
  const decades = high - low;
  if (decades < 0.35) {
    return evenMarks(10 ** low, 10 ** high).map(Math.log10);
  }
  const steps = decades < 1 ? [1, 1.5, 2, 3, 4, 6, 8] : decades < 3 ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil(decades / 8));
  const marks = [];
  for (let decade = Math.floor(low); decade <= Math.ceil(high); decade++) {
    if (decade % every === 0) {
      steps.map((step) => decade + Math.log10(step)).filter((mark) => mark >= low - 1e-9 && mark <= high + 1e-9).forEach((mark) => marks.push(mark));
    }
  }
  return marks;
}

/** Some five round values from one to another. */
function evenMarks(low, high) {
  const rough = (high - low || high) / 5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((size) => size * unit >= rough) * unit;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({length: Math.max(0, count)}, (none, i) => (first + i) * step);
}
