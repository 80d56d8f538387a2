import {Copy} from '../copy.js';
import {html} from '../view.js';

const PLAIN = /^[A-Za-z_/.][\w ./+%-]*$/;
const WORDS = /^(true|false|null|yes|no|on|off|y|n|~|\.(inf|nan))$/i;

/** An object as YAML that reads back as the same; what is null is left out. */
export function yaml(value, indent = '') {
  return Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .map(([name, field]) => `${indent}${scalar(name)}:${block(field, indent)}`)
    .join('\n');
}

function block(field, indent) {
  if (Array.isArray(field)) {
    return field.some((item) => typeof item === 'object')
      ? field.map((item) => `\n${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('')
      : ` [${field.map(scalar).join(', ')}]`;
  }
  if (typeof field === 'object') {
    return Object.keys(field).length === 0 ? ' {}' : `\n${yaml(field, `${indent}  `)}`;
  }
  return ` ${scalar(field)}`;
}

function scalar(value) {
  const text = String(value);
  return typeof value !== 'string' || (PLAIN.test(text) && !WORDS.test(text) && text === text.trim()) || /^\d+(it|ep)$/.test(text)
    ? text
    : JSON.stringify(text);
}

/** What was submitted, to read and to take along. */
export function Spec({request}) {
  const text = yaml(request);
  return html`<section>
    <h2>What was submitted</h2>
    <p class="quiet">With its defaults filled in. Submitted again it is the same study, and nothing is trained twice.</p>
    <pre class="spec" tabindex="0" aria-label="The study as YAML">${text}</pre>
    <p class="actions"><${Copy} text=${text} what="the study as YAML" /></p>
  </section>`;
}
