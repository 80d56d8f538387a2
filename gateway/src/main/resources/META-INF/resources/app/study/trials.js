import {setQuery} from '../router.js';
import {html, useMemo} from '../view.js';
import {Graph} from './graph.js';
import {STATES, Symbol} from './mark.js';
import {TrialTable} from './table.js';

/** All trials of a study, as a graph and as a table. */
export function Trials({study, nodes, query}) {
  const counts = useMemo(() => {
    const found = {};
    nodes.forEach(({state}) => (found[state] = (found[state] ?? 0) + 1));
    return found;
  }, [nodes]);
  const state = STATES.includes(query.get('state')) ? query.get('state') : null;
  return html`
    <p class="actions" role="group" aria-label="Only trials in one state">
      <button type="button" aria-pressed=${state === null} onClick=${() => setQuery({state: null, page: null})}>all ${nodes.length.toLocaleString('en')}</button>
      ${STATES.filter((one) => counts[one] || one === state).map((one) => html`<button
        key=${one}
        type="button"
        aria-pressed=${state === one}
        onClick=${() => setQuery({state: state === one ? null : one, page: null})}
      ><${Symbol} state=${one} /> ${one} ${(counts[one] ?? 0).toLocaleString('en')}</button>`)}
    </p>
    <h2>Graph</h2>
    <${Graph} nodes=${nodes} state=${state} />
    <h2>Table</h2>
    <${TrialTable} name=${study.name} nodes=${nodes} state=${state} query=${query} />
  `;
}
