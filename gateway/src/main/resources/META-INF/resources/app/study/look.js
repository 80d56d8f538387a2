import {setQuery} from '../router.js';
import {html} from '../view.js';

const SPREADS = [['band', 'mean ± std'], ['seeds', 'each seed'], ['none', 'mean alone']];
const SCALES = [['', 'as the figure has it'], ['linear', 'linear'], ['log', 'logarithmic']];

/** How figures are looked at, out of the query of the address, so that a link shows the same. */
export function look(query) {
  const scale = (axis) => ({linear: false, log: true})[query.get(axis)] ?? null;
  return {
    spread: SPREADS.some(([spread]) => spread === query.get('spread')) ? query.get('spread') : 'band',
    logX: scale('x'),
    logY: scale('y'),
    hidden: new Set(query.getAll('off')),
  };
}

/** Keeps which curves of a panel are switched off; those of other panels stay as they are. */
export function hide(panel, before, after) {
  const here = new Set(panel.curves.map(({name}) => name));
  setQuery({off: [...[...before].filter((name) => !here.has(name)), ...after]});
}

/** What one can choose of how figures are drawn. */
export const Controls = ({query}) => html`<div class="controls" role="group" aria-label="How the figures are drawn">
  <${Choice} name="spread" label="Spread over seeds" choices=${SPREADS} value=${look(query).spread} />
  <${Choice} name="x" label="Horizontal axis" choices=${SCALES} value=${query.get('x') ?? ''} />
  <${Choice} name="y" label="Vertical axis" choices=${SCALES} value=${query.get('y') ?? ''} />
  ${query.getAll('off').length > 0 &&
  html`<button type="button" onClick=${() => setQuery({off: null})}>Show all curves</button>`}
</div>`;

const Choice = ({name, label, choices, value}) => html`<label>
  <span>${label}</span>
  <select onChange=${(event) => setQuery({[name]: event.target.value})}>
    ${choices.map(([choice, text]) => html`<option value=${choice} selected=${choice === value}>${text}</option>`)}
  </select>
</label>`;
