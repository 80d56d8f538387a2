import {get} from '../api.js';
import {Chart} from '../chart/chart.js';
import {Empty, Failure, Loading} from '../parts.js';
import {html, useEffect, useMemo, useState} from '../view.js';
import {AxesForm, Drawn, asked, axes, zoom} from './axes.js';
import {useKept} from './kept.js';
import {RECORDED, axis, points} from './recorded.js';

const LIVE = 3_000;
const POINTS = 600;
const PAUSE = 25;

/** Everything that was recorded while the trial trained, over iterations. */
export function Curves({trial, query, live}) {
  const chosen = axes(query);
  const {data, problem, reload} = useKept((signal) => ask(trial.id, chosen, signal), {
    key: `${trial.id} ${live} ${asked(chosen)}`,
    every: live ? LIVE : 0,
  });
  const panels = useMemo(() => data && draw(data), [data]);
  const recorded = data && (data.curves.iterations > 0 || data.evaluations.length > 0);
  return html`<h2>Curves</h2>
    <${AxesForm} query=${query} extent=${[trial.beginIteration, trial.endIteration]} />
    <${Failure} problem=${problem} retry=${reload} />
    ${!data && !problem && html`<${Loading} what="the curves" />`}
    ${data && !recorded && html`<${Nothing} chosen=${chosen} live=${live} trial=${trial} />`}
    ${recorded &&
    html`<${Drawn} curves=${data.curves}>Drag over a plot to look closer.</${Drawn}>
      <div class="panels">
        ${panels.map((panel, i) =>
          html`<${InTurn} key=${panel.title} turn=${i} panel=${panel} logX=${chosen.scale === 'log'} logY=${chosen.values} height=${220} sync="trial" onRange=${zoom} />`)}
      </div>`}`;
}

/** A chart that takes new points when it is its turn, so that no update of all of them holds the page up. */
function InTurn({turn, panel, ...rest}) {
  const [shown, setShown] = useState(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown({panel, ...rest}), PAUSE * turn);
    return () => clearTimeout(timer);
  }, [panel, rest.logX, rest.logY]);
  return shown ? html`<${Chart} ...${shown} />` : html`<figure class="chart coming"><figcaption>${panel.title}</figcaption></figure>`;
}

export const Nothing = ({chosen, live, trial}) =>
  chosen.from !== null || chosen.to !== null
    ? html`<${Empty} title="Nothing in this range"><p>No iteration was recorded there. <button type="button" onClick=${() => zoom(null)}>Whole range</button></p></${Empty}>`
    : live
      ? html`<${Empty} title="Nothing recorded yet"><p>Curves begin as soon as a worker trains; they grow by themselves.</p></${Empty}>`
      : html`<${Empty} title="Nothing recorded"><p>${trial.attempts === 0 ? 'The trial was never trained.' : 'The study asked for no telemetry, or nothing was trained.'} <code>observe.telemetryUntil</code> in a study says how far it is recorded.</p></${Empty}>`;

/** Curves over all weights, single weights and evaluations, of the same range and axis: what is drawn together. */
async function ask(trial, chosen, signal) {
  const {scale, from, to} = chosen;
  const path = `trials/${trial}/telemetry/curves?points=${POINTS}&${asked(chosen)}`;
  const [curves, traced, {evaluations}] = await Promise.all([
    get(path, {signal}),
    get(`${path}&parts=traced`, {signal}),
    get(`trials/${trial}/evaluations?from=${from ?? 0}${to === null ? '' : `&to=${Math.max(to, from ?? 0)}`}`, {signal}),
  ]);
  return {scale, curves, traced, evaluations};
}

function draw({scale, curves, traced, evaluations}) {
  // Points without a value give all plots the same range of iterations.
  const edges = [curves.first[0], curves.last.at(-1)].filter((x) => x !== undefined).map((x) => ({x, mean: null, std: 0, count: 1}));
  const evaluated = (value) =>
    [...edges, ...evaluations.map((each) => ({x: each.iteration, mean: each[value], std: 0, count: 1}))].sort((a, b) => a.x - b.x);
  const named = (name) => curves.curves.find((curve) => curve.name === name);
  const panel = (name, parts) => ({
    title: RECORDED[name].title,
    x: {name: 'iteration', scale: 'log', percent: false},
    y: axis(RECORDED[name]),
    curves: parts,
  });
  const line = (name, all, curve) => ({name, kind: 'curve', points: points(all, curve, scale)});
  return [
    panel('loss', [
      line('training', curves, named('loss')),
      {name: 'test', kind: 'curve', points: evaluated('loss')},
    ]),
    {
      title: 'Accuracy on the test set',
      x: {name: 'iteration', scale: 'log', percent: false},
      y: {name: 'accuracy (%)', scale: 'linear', percent: true},
      curves: [{name: 'test', kind: 'curve', points: evaluated('accuracy')}],
    },
    ...Object.keys(RECORDED)
      .filter((name) => name !== 'loss' && name !== 'traced')
      .map((name) => panel(name, [line('all prunable weights', curves, named(name))])),
    ...(traced.curves.length > 0 ? [panel('traced', traced.curves.map((curve) => line(curve.name, traced, curve)))] : []),
  ].filter(({curves: parts}) => parts.some((part) => part.points.some(({mean}) => mean !== null)));
}
