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
      ${oldestFirst(graph).map((node) =>
        html`<li key=${node.id} aria-current=${node.id === trial.id ? 'true' : null}>
          ${node.id === trial.id ? html`<strong>${short(node.id)}</strong>` : html`<a href=${`#/trials/${node.id}${suffix}`}>${short(node.id)}</a>`}
          ${' '}<${State} state=${node.state} />
          ${node.testAccuracy !== undefined && html`<span class="quiet">${percent(node.testAccuracy, 2)} at density ${percent(node.density)}</span>`}
          <span class="quiet">${taken(graph, node)}</span>
        </li>`)}
    </ol>`}`;
}

/** Each behind all that it descends from. */
function oldestFirst({nodes, edges}) {
  const generations = new Map();
  const generation = (id) => {
    if (!generations.has(id)) {
      generations.set(id, Math.max(0, ...edges.filter(({child}) => child === id).map(({parent}) => generation(parent) + 1)));
    }
    return generations.get(id);
  };
  return nodes.toSorted((a, b) => generation(a.id) - generation(b.id));
}

/** What its children take from it. */
const taken = ({edges}, node) =>
  [...Map.groupBy(edges.filter(({parent}) => parent === node.id), ({kind, moment}) => `${kind === 'start' ? 'weights' : 'pruned'} at ${moment}`)]
    .map(([what, to]) => `${what} for ${to.map(({child}) => short(child)).join(', ')}`)
    .join('; ');
