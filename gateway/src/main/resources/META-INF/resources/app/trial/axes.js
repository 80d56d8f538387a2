import {whole} from '../format.js';
import {setQuery} from '../router.js';
import {html, useEffect, useState} from '../view.js';

/** Which part of the iterations is looked at, and on which axes, as the address of the page says. */
export function axes(query) {
  const iteration = (name) => (/^\d{1,9}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : null);
  return {
    scale: query.get('x') === 'linear' ? 'linear' : 'log',
    values: {linear: false, log: true}[query.get('y')] ?? null,
    from: iteration('from'),
    to: iteration('to'),
  };
}

/** As parameters of the API. */
export const asked = ({scale, from, to}) =>
  `scale=${scale}${from === null ? '' : `&from=${from}`}${to === null ? '' : `&to=${Math.max(to, from ?? 0)}`}`;

/** Keeps a range that was zoomed into; null for the whole. */
export const zoom = (range) =>
  setQuery(range === null ? {from: null, to: null} : {from: Math.max(0, Math.floor(range[0])), to: Math.max(0, Math.ceil(range[1]))});

/** Chooses axes and range by keyboard or mouse. */
export function AxesForm({query, extent, values = true}) {
  const {scale, from, to} = axes(query);
  const [draft, setDraft] = useState({from, to});
  useEffect(() => setDraft({from, to}), [from, to]);
  const submit = (event) => {
    event.preventDefault();
    const bound = (text) => (text === null || text === '' ? null : Math.max(0, Math.floor(Number(text))));
    setQuery({from: bound(draft.from), to: bound(draft.to)});
  };
  return html`<form class="axes" onSubmit=${submit}>
    <${Choice} label="Iterations" name="x" value=${scale} options=${{log: 'logarithmic', linear: 'linear'}} usual="log" />
    ${values && html`<${Choice} label="Values" name="y" value=${query.get('y') ?? ''} options=${{'': 'as fits', log: 'logarithmic', linear: 'linear'}} usual="" />`}
    <label>From <input type="number" min="0" step="1" value=${draft.from ?? ''} placeholder=${extent ? extent[0] : ''} onInput=${(event) => setDraft({...draft, from: event.currentTarget.value})} /></label>
    <label>To <input type="number" min="0" step="1" value=${draft.to ?? ''} placeholder=${extent ? extent[1] : ''} onInput=${(event) => setDraft({...draft, to: event.currentTarget.value})} /></label>
    <button type="submit" class="plain">Show</button>
    ${(from !== null || to !== null) && html`<button type="button" onClick=${() => zoom(null)}>Whole range</button>`}
  </form>`;
}

const Choice = ({label, name, value, options, usual}) => html`<label>${label}
  <select value=${value} onChange=${(event) => setQuery({[name]: event.currentTarget.value === usual ? null : event.currentTarget.value})}>
    ${Object.entries(options).map(([option, text]) => html`<option value=${option}>${text}</option>`)}
  </select>
</label>`;

/** How many iterations are drawn together. */
export const Drawn = ({curves, children}) =>
  curves.iterations > 0 &&
  html`<p class="quiet">${whole(curves.iterations)} recorded iterations${
    curves.iterations > curves.first.length && `, drawn together to ${whole(curves.first.length)} points: the line is their mean, the band reaches from the least to the greatest value`
  }. ${children}</p>`;
