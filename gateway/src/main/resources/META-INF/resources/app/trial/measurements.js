import {Chart} from '../chart/chart.js';
import {number, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, Table} from '../parts.js';
import {html, useMemo} from '../view.js';

const LIVE = 5_000;
const MOST_CURVES = 12;
const LINE = 'line-position';

/** What probes, perturbations and lines between runs found out. */
export function Measurements({trial, live}) {
  const {data, problem, reload} = useLoad(`trials/${trial.id}/measurements`, {key: `${trial.id} ${live}`, every: live ? LIVE : 0});
  const panels = useMemo(() => draw(data?.measurements ?? []), [data]);
  return html`<h2>Measurements</h2>
    <${Failure} problem=${problem} retry=${reload} />
    ${!data && !problem && html`<${Loading} what="the measurements" />`}
    ${data?.measurements.length === 0 &&
    html`<${Empty} title="No measurement"><p>${live ? 'None yet. ' : ''}Probes, such as the eigenvalues of the Hessian, are taken where a study asks for them under <code>observe.probes</code>.</p></${Empty}>`}
    ${panels.length > 0 && html`<div class="panels">${panels.map((panel) => html`<${Chart} key=${panel.title} panel=${panel} height=${240} />`)}</div>`}
    ${data?.measurements.length > 0 &&
    html`<${Table}
      caption="All that was measured"
      columns=${['#Iteration', 'Name', 'Tensor', 'Values']}
      rows=${data.measurements.map(({iteration, name, tensor, values}) => [
        whole(iteration),
        name,
        tensor === '*' ? 'all' : tensor,
        values.map((value) => number(value)).join(', '),
      ])}
    />`}`;
}

/** A panel for each name: over the position on a line where the trial is one, else over iterations where there are some. */
function draw(measurements) {
  const named = Map.groupBy(measurements, ({name}) => name);
  const positions = named.get(LINE)?.[0].values;
  return [...named]
    .filter(([name]) => name !== LINE)
    .map(([name, rows]) => ({
      title: name,
      x: positions ? {name: 'position on the line', scale: 'linear', percent: false} : {name: 'iteration', scale: 'log', percent: false},
      y: {name: 'value', scale: 'linear', percent: false},
      curves: positions && name.startsWith('line-') ? alongLine(rows, positions) : overIterations(rows),
    }))
    .filter(({curves}) => curves.some(({points}) => points.length > 1));
}

const point = (x, mean) => ({x, mean, std: 0, count: 1});

const alongLine = (rows, positions) =>
  rows.map(({tensor, values}) => ({name: tensor === '*' ? 'all weights' : tensor, kind: 'curve', points: values.map((value, i) => point(positions[i], value))}));

function overIterations(rows) {
  const curves = new Map();
  rows.forEach(({iteration, tensor, values}) =>
    values.forEach((value, i) => {
      const name = `${tensor === '*' ? '' : `${tensor} `}${values.length > 1 ? `value ${i + 1}` : tensor === '*' ? 'all weights' : ''}`.trim();
      (curves.get(name) ?? curves.set(name, []).get(name)).push(point(iteration, value));
    }));
  return [...curves].slice(0, MOST_CURVES).map(([name, points]) => ({name, kind: 'curve', points}));
}
