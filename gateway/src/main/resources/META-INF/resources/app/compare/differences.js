import {html} from '../view.js';
import {fields} from './merge.js';

/** In what the studies differ, of all that was submitted; what is equal is folded away. */
export function Differences({studies, labels}) {
  const all = fields(studies.map(({request}) => request));
  const different = all.filter(({equal}) => !equal);
  const equal = all.filter((field) => field.equal);
  return html`<section>
    <h2>In what they differ</h2>
    ${different.length === 0
      ? html`<p>In nothing but their names.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="In what the studies differ">
          <table>
            <caption>${different.length} of ${all.length} fields differ</caption>
            <thead><tr><th scope="col">Field</th>${studies.map(({id}) => html`<th scope="col" key=${id}>${labels.get(id)}</th>`)}</tr></thead>
            <tbody>
              ${different.map(({path, values}) => html`<tr key=${path}>
                <th scope="row"><code>${path}</code></th>
                ${values.map((value, i) => html`<td class="value">${value === null ? html`<span class="quiet">not given</span>` : i > 0 && value === values[0] ? value : html`<mark>${value}</mark>`}</td>`)}
              </tr>`)}
            </tbody>
          </table>
        </div>`}
    ${equal.length > 0 &&
    html`<details>
      <summary>${equal.length} fields are equal</summary>
      <dl class="equal">${equal.map(({path, values}) => html`<div key=${path}><dt><code>${path}</code></dt><dd>${values[0]}</dd></div>`)}</dl>
    </details>`}
  </section>`;
}
