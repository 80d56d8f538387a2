import {percent} from './format.js';
import {html, useEffect, useRef} from './view.js';

/** What went wrong, with the fields at fault; read out at once. */
export function Failure({problem, retry}) {
  return (
    problem &&
    html`<div class="failure" role="alert">
      <p><strong>${problem.title}.</strong> ${!(problem.errors?.length > 0) && problem.message}</p>
      ${problem.errors?.length > 0 &&
      html`<ul>
        ${problem.errors.map(({field, value, allowed}) => html`<li><code>${field}</code>: got <code>${value}</code>; allowed: ${allowed}</li>`)}
      </ul>`}
      ${retry && html`<button type="button" onClick=${retry}>Try again</button>`}
    </div>`
  );
}

/** What a list that has nothing in it says: why, and what to do next. */
export const Empty = ({title, children}) => html`<div class="empty"><h2>${title}</h2>${children}</div>`;

export const Loading = ({what}) => html`<p class="quiet" role="status">Loading ${what} …</p>`;

/** The state of a study or trial; told by a word, and by colour besides. */
export const State = ({state}) => html`<span class="state" data-state=${state}>${state}</span>`;

/** How much is done, 0 to 1. */
export function Progress({done, of, label}) {
  const share = of > 0 ? Math.min(1, done / of) : 0;
  return html`<span class="progress">
    <progress max="1" value=${share} aria-label=${label}></progress>
    <span>${percent(share, share > 0 && share < 0.1 ? 1 : 0)}</span>
  </span>`;
}

/** Facts as pairs of a name and what it is; those without a value are left out. */
export const Facts = ({facts}) => html`<dl class="facts">
  ${facts
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`;

/**
 * A table that scrolls by itself where it is wider than the page.
 *
 * @param columns names; those that begin with "#" hold numbers
 * @param rows arrays of cells
 */
export const Table = ({caption, columns, rows}) => html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
  <table>
    <caption>${caption}</caption>
    <thead>
      <tr>${columns.map((name) => html`<th scope="col" class=${name.startsWith('#') ? 'number' : ''}>${name.replace('#', '')}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map((cells) => html`<tr key=${cells.key}>${cells.map((cell, i) => html`<td class=${columns[i].startsWith('#') ? 'number' : ''}>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>
</div>`;

/** Asks before something that cannot be undone; the browser's own dialogue element keeps the keyboard inside. */
export function Confirm({title, yes, onYes, onNo, children}) {
  const dialogue = useRef();
  useEffect(() => {
    dialogue.current.showModal();
  }, []);
  return html`<dialog ref=${dialogue} aria-label=${title} onClose=${onNo}>
    <h2>${title}</h2>
    ${children}
    <p class="actions">
      <button type="button" class="danger" onClick=${onYes}>${yes}</button>
      <button type="button" autofocus onClick=${() => dialogue.current.close()}>No</button>
    </p>
  </dialog>`;
}
