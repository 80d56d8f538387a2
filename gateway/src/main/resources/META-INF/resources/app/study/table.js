import {percent, short, whole} from '../format.js';
import {Empty} from '../parts.js';
import {setQuery} from '../router.js';
import {html, useMemo} from '../view.js';
import {toTrial} from './link.js';
import {Symbol} from './mark.js';

const PAGE = 50;

/** The columns: by what they are sorted, their name, whether they hold numbers, what of a trial they show. */
const COLUMNS = [
  ['id', 'Trial', false, (node) => html`<a href=${`#${toTrial(node.id)}`}>${short(node.id)}</a>`],
  ['state', 'State', false, (node) => html`<span class="nowrap"><${Symbol} state=${node.state} /> ${node.state}</span>`],
  ['seed', 'Seed', true, (node) => node.seed],
  ['level', 'Level', true, (node) => node.level],
  ['rewind', 'Rewound to', false, (node) => node.rewind],
  ['family', 'Family', false, (node) => node.family],
  ['variant', 'Variant', false, (node) => node.variant],
  ['iteration', 'Iteration', true, (node) => `${whole(node.iteration)} of ${whole(node.end)}`],
  ['accuracy', 'Accuracy', true, (node) => percent(node.accuracy, 2)],
  ['density', 'Weights left', true, (node) => percent(node.density)],
  ['attempts', 'Attempts', true, (node) => node.attempts],
  ['worker', 'Worker', false, (node) => node.worker],
  ['reason', 'Reason', false, (node) => node.reason],
];

/** The trials a page at a time; filtered, searched and sorted by what the query of the address says. */
export function TrialTable({name, nodes, state, query}) {
  const text = query.get('text') ?? '';
  const sort = query.get('sort') ?? '';
  const shown = useMemo(() => sorted(nodes.filter((node) => (!state || node.state === state) && has(node, text)), sort), [nodes, state, text, sort]);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page'), 10) || 1));
  const columns = useMemo(() => COLUMNS.filter(([field]) => !['family', 'variant', 'worker', 'reason', 'rewind'].includes(field) || nodes.some((node) => node[field])), [nodes]);
  const turn = (to) => setQuery({page: to === 1 ? null : to});
  return html`
    <div class="controls">
      <label><span>Search</span><input type="search" placeholder="seed, id, worker, reason …" value=${text} onInput=${(event) => setQuery({text: event.target.value, page: null})} /></label>
      <span class="quiet" role="status">${whole(shown.length)} of ${whole(nodes.length)} trials</span>
    </div>
    ${shown.length === 0 &&
    html`<${Empty} title="No such trial"><p>None fits. <button type="button" onClick=${() => setQuery({text: null, state: null, page: null})}>Show all</button></p></${Empty}>`}
    ${shown.length > 0 &&
    html`<div class="scroll" tabindex="0" role="region" aria-label=${`Trials of ${name}`}>
      <table class="trials">
        <caption>Trials${pages > 1 && `, page ${page} of ${pages}`}</caption>
        <thead>
          <tr>
            ${columns.map(([field, title, isNumber]) => html`<th
              key=${field}
              scope="col"
              class=${isNumber ? 'number' : ''}
              aria-sort=${sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : null}
            ><button type="button" class="sort" onClick=${() => setQuery({sort: sort === field ? `-${field}` : sort === `-${field}` ? null : field})}>${title}${sort === field ? ' ↑' : sort === `-${field}` ? ' ↓' : ''}</button></th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.slice((page - 1) * PAGE, page * PAGE).map((node) => html`<tr key=${node.id}>
            ${columns.map(([field, , isNumber, cell]) => html`<td key=${field} class=${isNumber ? 'number' : ''}>${cell(node)}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>`}
    ${pages > 1 &&
    html`<nav class="actions" aria-label="Pages of trials">
      <button type="button" disabled=${page === 1} onClick=${() => turn(page - 1)}>Previous</button>
      <span>${page} of ${whole(pages)}</span>
      <button type="button" disabled=${page === pages} onClick=${() => turn(page + 1)}>Next</button>
    </nav>`}
  `;
}

const has = (node, text) =>
  text === '' ||
  [node.id, `seed ${node.seed}`, `level ${node.level}`, node.rewind, node.family, node.variant, node.worker, node.reason].some((value) =>
    value?.toLowerCase().includes(text.toLowerCase()));

function sorted(nodes, sort) {
  const field = sort.replace(/^-/, '');
  if (!COLUMNS.some(([one]) => one === field)) {
    return nodes;
  }
  const sign = sort.startsWith('-') ? -1 : 1;
  return nodes.toSorted((a, b) => {
    const [left, right] = [a[field], b[field]];
    if (left === undefined || right === undefined) {
      return (left === undefined) - (right === undefined);
    }
    return sign * (typeof left === 'number' ? left - right : String(left).localeCompare(String(right)));
  });
}
