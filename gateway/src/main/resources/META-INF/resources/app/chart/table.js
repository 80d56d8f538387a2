import {number} from '../format.js';
import {Table} from '../parts.js';
import {html} from '../view.js';

const MOST_ROWS = 500;

/** The points of a plot in figures, for those who would rather read or cannot see. */
export function PointTable({panel, drawing}) {
  const between = panel.curves.some((curve) => curve.points.some(({low}) => low !== undefined));
  const rows = panel.curves.flatMap((curve) =>
    curve.points.filter(({mean}) => mean !== null).map((point) => [
      curve.name,
      drawing.x.show(point.x),
      drawing.y.show(point.mean),
      ...(between ? [drawing.y.show(point.low), drawing.y.show(point.high)] : [point.count > 1 ? drawing.y.show(point.std) : '', point.count]),
    ]));
  return html`<${Table}
    caption=${rows.length > MOST_ROWS ? `${panel.title}: the first ${MOST_ROWS} of ${number(rows.length)} points` : panel.title}
    columns=${['Curve', `#${panel.x.name}`, `#${panel.y.name}`, ...(between ? ['#least', '#greatest'] : ['#std', '#seeds'])]}
    rows=${rows.slice(0, MOST_ROWS)}
  />`;
}
