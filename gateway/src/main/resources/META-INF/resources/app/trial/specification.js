import {Copy} from '../copy.js';
import {Facts} from '../parts.js';
import {html, useState} from '../view.js';
import {yaml} from './yaml.js';

const FORMS = {YAML: yaml, JSON: (spec) => JSON.stringify(spec, null, 2)};

/** The specification, of which the trial's id is the hash, and where its result comes from. */
export function Specification({trial}) {
  const [form, setForm] = useState('YAML');
  const text = FORMS[form](trial.spec);
  return html`<h2>Specification</h2>
    <p class="quiet">All that decides the outcome. The id is the SHA-256 of it in canonical form.</p>
    <p class="actions">
      ${Object.keys(FORMS).map((name) =>
        html`<button type="button" aria-pressed=${name === form} onClick=${() => setForm(name)}>${name}</button>`)}
      <${Copy} text=${text} what=${`the specification as ${form}`} />
    </p>
    <pre class="scroll source" tabindex="0" aria-label=${`Specification as ${form}`}>${text}</pre>
    <h2>Provenance</h2>
    <${Provenance} trial=${trial} />`;
}

function Provenance({trial: {provenance, result}}) {
  if (!provenance) {
    return html`<p>Engine, device, build and data are put down when training ends.</p>`;
  }
  const {details, ...plain} = provenance;
  return html`<${Facts} facts=${[
      ...(result ? [['Weights, SHA-256', html`<code>${result.weightsSha256}</code>`]] : []),
      ...Object.entries(plain).map(([name, value]) => [NAMES[name] ?? name, html`<code>${String(value)}</code>`]),
      ...Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]),
    ]} />
    <p><${Copy} text=${JSON.stringify(provenance, null, 2)} >Copy the provenance as JSON</${Copy}></p>`;
}

const NAMES = {worker: 'Worker', engine: 'Engine', device: 'Device', threads: 'Threads', dataSha256: 'Data, SHA-256', dataLabel: 'Data', build: 'Build'};
