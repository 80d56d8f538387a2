import {html, useState} from '../view.js';

/** One field of a study: its name, what it is, where it may be changed, and what the server has against its value. */
export function Field({field, path, value, onChange, errors}) {
  const own = errors.filter((error) => error.field === path || error.field.startsWith(`${path}[`) || error.field.startsWith(`${path}.`));
  if (field.kind === 'group') {
    return html`<${Group} field=${field} path=${path} value=${value} onChange=${onChange} errors=${own} />`;
  }
  const id = `field-${path.replaceAll('.', '-')}`;
  const described = {'aria-describedby': `${id}-about`, 'aria-invalid': own.length > 0 ? 'true' : null};
  const about = html`<span class="hint" id=${`${id}-about`}>
    ${field.about}
    ${own.map(({field: at, value: got, allowed}) => html`<span class="error">${at === path ? '' : `${at}: `}got ${got}; allowed: ${allowed}</span>`)}
  </span>`;
  if (field.many && (field.kind === 'choice' || field.kind === 'kind')) {
    return html`<fieldset class="field" ...${described}>
      <legend class="name">${field.name}${field.required && needed}</legend>
      <${Choices} field=${field} value=${value} onChange=${onChange} />
      ${about}
    </fieldset>`;
  }
  const Editor = {flag: Flag, choice: Choice, kind: Choice}[field.kind] ?? Typed;
  return html`<div class="field">
    <label class="name" for=${id}>${field.name}${field.required && needed}</label>
    <${Editor} id=${id} field=${field} value=${value} onChange=${onChange} described=${described} />
    ${about}
  </div>`;
}

const needed = html` <span class="quiet">needed</span>`;

function Group({field, path, value, onChange, errors}) {
  const set = (name, item) => {
    const next = put(value ?? {}, name, item);
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return html`<details class="group" open=${value !== undefined || errors.length > 0}>
    <summary><span class="name">${field.name}</span> <span class="quiet">${field.about}</span></summary>
    <div class="fields">
      ${field.fields.map(
        (each) => html`<${Field}
          key=${each.name}
          field=${each}
          path=${`${path}.${each.name}`}
          value=${value?.[each.name]}
          onChange=${(item) => set(each.name, item)}
          errors=${errors}
        />`,
      )}
    </div>
  </details>`;
}

/** Text, numbers, moments, and lists of them; what is no number goes to the server as it is, which says so. */
function Typed({id, field, value, onChange, described}) {
  const [text, setText] = useState(shown(value));
  const type = (event) => {
    setText(event.target.value);
    onChange(read(event.target.value, field));
  };
  return html`<input
    id=${id}
    type="text"
    autocomplete="off"
    spellcheck="false"
    inputmode=${field.kind === 'integer' && !field.many ? 'numeric' : null}
    placeholder=${shown(field.usual)}
    value=${text}
    onInput=${type}
    ...${described}
  />
  ${field.kind === 'perturbation' && html`<span class="hint">${field.choices.join(', ')}</span>`}`;
}

function Flag({id, field, value, onChange, described}) {
  const usual = field.usual === undefined ? 'as usual' : `${field.usual ? 'yes' : 'no'} (usual)`;
  const choose = ({target}) => onChange(target.value === '' ? undefined : target.value === 'true');
  return html`<select id=${id} onChange=${choose} ...${described}>
    <option value="" selected=${value === undefined}>${usual}</option>
    <option value="true" selected=${value === true}>yes</option>
    <option value="false" selected=${value === false}>no</option>
  </select>`;
}

/** One name, or an object of one kind, whose other settings stay what they are while the kind is the same. */
function Choice({id, field, value, onChange, described}) {
  const present = field.kind === 'kind' ? value?.kind : value;
  const usual = field.kind === 'kind' ? field.usual?.kind : field.usual;
  const choose = ({target}) =>
    onChange(target.value === '' ? undefined : field.kind === 'kind' ? {kind: target.value} : target.value);
  return html`<select id=${id} onChange=${choose} ...${described}>
    ${(!field.required || present === undefined) &&
    html`<option value="" selected=${present === undefined}>${usual === undefined ? (field.required ? 'choose' : 'as usual') : `${usual} (usual)`}</option>`}
    ${field.choices.map(
      (choice) => html`<option value=${choice} selected=${choice === present} disabled=${field.barred?.includes(choice) && choice !== present}>
        ${choice}${field.barred?.includes(choice) ? ' (too small for the network)' : ''}
      </option>`,
    )}
  </select>`;
}

/** Several names, or objects of several kinds; none chosen means what is usual. */
function Choices({field, value, onChange}) {
  const name = (item) => (field.kind === 'kind' ? item.kind : item);
  const usual = Array.isArray(field.usual) ? field.usual.map(name) : [];
  const toggle = (choice, checked) => {
    const without = (value ?? []).filter((item) => name(item) !== choice);
    const next = checked ? [...without, field.kind === 'kind' ? {kind: choice} : choice] : without;
    onChange(next.length > 0 ? next : undefined);
  };
  return html`<div class="choices">
      ${field.choices.map(
        (choice) => html`<label>
          <input type="checkbox" checked=${(value ?? []).some((item) => name(item) === choice)} onChange=${({target}) => toggle(choice, target.checked)} />
          ${choice}
        </label>`,
      )}
    </div>
    ${usual.length > 0 && html`<span class="hint">None chosen: ${usual.join(', ')}.</span>`}`;
}

/** An object with a field set, or without it. */
export function put(object, name, value) {
  const next = {...object};
  if (value === undefined) {
    delete next[name];
  } else {
    next[name] = value;
  }
  return next;
}

function shown(value) {
  if (value === undefined || value === null) {
    return '';
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function read(text, {kind, many}) {
  const one = (part) => {
    const number = kind === 'integer' || kind === 'number' ? Number(part) : NaN;
    return Number.isFinite(number) && part.trim() !== '' && (kind !== 'integer' || Number.isSafeInteger(number)) ? number : part;
  };
  if (many) {
    const parts = text.split(/[\s,;]+/).filter(Boolean);
    return parts.length > 0 ? parts.map(one) : undefined;
  }
  return text.trim() === '' ? undefined : one(text.trim());
}
