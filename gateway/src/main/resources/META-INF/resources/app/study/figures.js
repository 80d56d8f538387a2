import {number, percent, short} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, Table} from '../parts.js';
import {setQuery} from '../router.js';
import {html, useMemo, useState} from '../view.js';
import {useFresh} from './fresh.js';
import {toTrial} from './link.js';
import {Controls, look} from './look.js';
import {Panels} from './panels.js';
import {Tabs} from './tabs.js';

/**
 * The figures of a study, one at a time.
 *
 * @param sign changes when figures may have
 */
export function Figures({study, sign, query}) {
  const {data: list, problem, reload} = useLoad(`studies/${study.id}/figures`);
  if (!list) {
    return problem ? html`<${Failure} problem=${problem} retry=${reload} />` : html`<${Loading} what="the figures" />`;
  }
  if (list.length === 0) {
    return html`<${Empty} title="No figure"><p>Studies of this recipe have none; their trials have telemetry of their own.</p></${Empty}>`;
  }
  const chosen = list.find(({figure}) => figure === query.get('figure')) ?? list[0];
  return html`
    <${Tabs} id="figure" label="Figures" tabs=${list.map(({figure}) => [figure, figure.replaceAll('-', ' ')])} chosen=${chosen.figure} onChoose=${(figure) => setQuery({figure, off: null})} />
    <div id="figure-panel" role="tabpanel" aria-labelledby=${`figure-${chosen.figure}`}>
      <${Figure} key=${chosen.figure} study=${study} entry=${chosen} sign=${sign} query=${query} />
    </div>`;
}

function Figure({study, entry, sign, query}) {
  const drawn = useLook(query);
  const [point, setPoint] = useState(null);
  const path = `studies/${study.id}/figures/${entry.figure}`;
  const {data: figure, problem} = useFresh(drawn.spread === 'seeds' ? `${path}?seeds=true` : path, sign, {key: path});
  const points = figure?.panels.some((panel) => panel.curves.some((curve) => curve.points.length > 0));
  return html`
    <h2>${entry.title}</h2>
    <p class="links">
      ${Object.entries(entry.links).map(([format, link]) => html`<a href=${link.replace(/^\//, '')}>${format.toUpperCase()}</a> `)}
      <a href=${`#/compare?figure=${entry.figure}&studies=${study.id}`}>Compare with …</a>
    </p>
    <${Failure} problem=${problem} />
    ${!figure && !problem && html`<${Loading} what="the figure" />`}
    ${figure && !figure.complete && html`<p class="partial" role="status">Partial: trials of it are still to end.</p>`}
    ${figure && !points &&
    html`<${Empty} title="No results yet">
      <p>${study.state === 'running'
        ? 'Points come by themselves as trials get there.'
        : 'No trial has come to a result that this figure shows.'} See <a href=${`#/studies/${study.id}?show=trials`}>how the trials stand</a>.</p>
    </${Empty}>`}
    ${points &&
    html`<${Controls} query=${query} />
      <${Panels} panels=${figure.panels} drawn=${drawn} onPoint=${(panel, curve, {x}) => setPoint({panel: panel.title, curve: curve.name, x})} />`}
    ${point && html`<${Origin} path=${path} point=${point} onClose=${() => setPoint(null)} />`}
    <${FactTable} facts=${figure?.facts} />
  `;
}

/** The same look as long as the query says the same, so that charts are not drawn anew for nothing. */
function useLook(query) {
  const text = query.toString();
  return useMemo(() => look(query), [text]);
}

/** From which trials a point comes. */
function Origin({path, point, onClose}) {
  const {data: figure, problem} = useLoad(`${path}?seeds=true`);
  const panel = figure?.panels.find(({title}) => title === point.panel);
  const found = panel?.curves.find(({name}) => name === point.curve)?.points.filter(({x}) => x === point.x);
  return html`<section class="origin" aria-live="polite">
    <h3>${point.curve}: where this point comes from</h3>
    <${Failure} problem=${problem} />
    ${!figure && !problem && html`<${Loading} what="its trials" />`}
    <ul>
      ${found?.flatMap(({samples}) => samples ?? []).map(({seed, value, trial, iteration}) => html`<li>
        seed ${seed}: ${panel.y.percent ? percent(value, 2) : number(value)},
        ${' '}<a href=${`#${toTrial(trial)}`}>trial ${short(trial)}</a> at iteration ${number(iteration)}
      </li>`)}
    </ul>
    <button type="button" onClick=${onClose}>Close</button>
  </section>`;
}

/** Single numbers, the paper's beside ours. */
export const FactTable = ({facts}) =>
  facts?.length > 0 &&
  html`<${Table}
    caption="In numbers"
    columns=${['What', 'Here', 'In the paper', 'From']}
    rows=${facts.map(({name, value, paper, trials = []}) => [
      name,
      html`<strong>${value}</strong>`,
      paper ?? html`<span class="quiet">not given</span>`,
      html`${trials.slice(0, 3).map((trial) => html`<a href=${`#${toTrial(trial)}`}>${short(trial)}</a> `)}${trials.length > 3 ? `and ${trials.length - 3} more` : ''}`,
    ])}
  />`;
