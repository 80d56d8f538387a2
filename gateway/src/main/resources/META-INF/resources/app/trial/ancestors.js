import {percent, short} from '../format.js';
import {Failure, State} from '../parts.js';
import {html} from '../view.js';
import {useKept} from './kept.js';

/** From which trials this one descends, the oldest first. */
export function Ancestors({trial, study}) {
  const {data: graph, problem, reload} = useKept(trial.parents.length > 0 ? `trials/${trial.id}/graph` : null, {
    key: trial.parents.length > 0 ? `${trial.id} ${trial.state}` : null,
    every: trial.state === 'waiting' ? 3_000 : 0,
  });
  if (trial.parents.length === 0) {
    return null;
  }
  const suffix = study ? `?study=${encodeURIComponent(study)}` : '';
  return html`<${Failure} problem=${problem} retry=${reload} />
    ${graph &&
    html`<ol class="ancestors" aria-label="From which trials it descends, the oldest first">
      ${graph.nodes.toReversed().map((node) =>
        html`<li key=${node.id} aria-current=${node.id === trial.id ? 'true' : null}>
          ${node.id === trial.id ? html`<strong>${short(node.id)}</strong>` : html`<a href=${`#/trials/${node.id}${suffix}`}>${short(node.id)}</a>`}
          ${' '}<${State} state=${node.state} />
          ${node.testAccuracy !== undefined && html`<span class="quiet">${percent(node.testAccuracy, 2)} at density ${percent(node.density)}</span>`}
          <span class="quiet">${taken(graph, node)}</span>
        </li>`)}
    </ol>`}`;
}

/** What its children take from it. */
const taken = ({edges}, node) =>
  edges
    .filter(({parent}) => parent === node.id)
    .map(({kind, moment, child}) => `${kind === 'start' ? 'weights' : 'pruned'} at ${moment} for ${short(child)}`)
    .join(', ');
