import {useLoad} from '../load.js';
import {setQuery} from '../router.js';
import {html, useEffect, useRef, useState} from '../view.js';

export const CONDITIONS = ['text', 'recipe', 'network', 'state', 'owner'];

const PAUSE = 300;
const STATES = ['running', 'completed', 'failed', 'cancelled'];

/** What studies are looked for; it lives in the page's address, so that a view can be shared. */
export function Filter({query, who}) {
  const {data: catalog} = useLoad('catalog');
  const owner = query.get('owner');
  const owners = [...new Set([who.user, owner].filter(Boolean))];
  const any = CONDITIONS.some((name) => query.has(name));
  return html`<form class="filter" role="search" aria-label="Find studies" onSubmit=${(event) => event.preventDefault()}>
    <${Text} value=${query.get('text') ?? ''} />
    <${Choice} name="recipe" all="every recipe" value=${query.get('recipe')} choices=${catalog?.recipes.map((entry) => entry.recipe)} />
    <${Choice} name="network" all="every network" value=${query.get('network')} choices=${catalog?.networks.map((entry) => entry.network)} />
    <${Choice} name="state" all="every state" value=${query.get('state')} choices=${STATES} />
    <${Choice} name="owner" all="everybody’s" value=${owner} choices=${owners} label=${(name) => (name === who.user ? `${name} (you)` : name)} />
    ${any &&
    html`<button type="button" onClick=${() => setQuery(Object.fromEntries(CONDITIONS.map((name) => [name, null])))}>
      Show all
    </button>`}
  </form>`;
}

/** Waits for a pause in typing; what the address says from elsewhere goes before. */
function Text({value}) {
  const [text, setText] = useState(value);
  const timer = useRef(0);
  const set = useRef(value);
  useEffect(() => {
    if (value !== set.current) {
      set.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (event) => {
    const next = event.target.value;
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      set.current = next.trim();
      setQuery({text: next.trim()});
    }, PAUSE);
  };
  return html`<label class="text">
    <span>Name or id</span>
    <input type="search" name="text" maxlength="200" value=${text} onInput=${type} />
  </label>`;
}

/** What the address says can be chosen even where nobody knows it, so that the refusal names it. */
function Choice({name, all, value, choices = [], label = (choice) => choice}) {
  const known = value && !choices.includes(value) ? [...choices, value] : choices;
  return html`<label>
    <span>${name[0].toUpperCase() + name.slice(1)}</span>
    <select name=${name} value=${value ?? ''} onChange=${(event) => setQuery({[name]: event.target.value})}>
      <option value="" selected=${!value}>${all}</option>
      ${known.map((choice) => html`<option key=${choice} value=${choice} selected=${choice === value}>${label(choice)}</option>`)}
    </select>
  </label>`;
}
