import {get} from '../api.js';
import {ago, short} from '../format.js';
import {useLoad} from '../load.js';
import {Failure, State} from '../parts.js';
import {html, useEffect, useState} from '../view.js';

const AS_TYPED = 250;

/** Finds studies by a part of their name or id, to add them. @param taken ids of those that are there already */
export function Pick({taken, onPick}) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), AS_TYPED);
    return () => clearTimeout(timer);
  }, [text]);
  const {data, problem, loading} = useLoad((signal) => get(`studies?limit=100&text=${encodeURIComponent(asked)}`, {signal}), {key: asked});
  const wanted = asked.toLowerCase();
  const found = data?.items.filter(({id, name}) => !taken.includes(id) && (name.toLowerCase().includes(wanted) || id.includes(wanted))).slice(0, 8);
  return html`<search class="pick">
    <label>Add a study <input type="search" placeholder="part of its name or id" value=${text} onInput=${(event) => setText(event.target.value)} /></label>
    <${Failure} problem=${problem} />
    <ul aria-label="Studies found" aria-busy=${loading}>
      ${found?.map((study) => html`<li key=${study.id}>
        <button type="button" onClick=${() => onPick(study.id)}>
          <span class="plus" aria-hidden="true">+</span> ${study.name} <span class="quiet">${study.recipe}, ${ago(study.submitted)}, ${short(study.id)}</span> <${State} state=${study.state} />
        </button>
      </li>`)}
    </ul>
    ${found?.length === 0 && html`<p class="quiet" role="status">${asked ? `No other study has “${asked}” in its name or id.` : 'There is no other study.'}</p>`}
  </search>`;
}
