import {html, useRef, useState} from '../view.js';

const MOST_BYTES = 1 << 20;

/** A study as text: typed, pasted, dropped or opened from a file. */
export function YamlEditor({text, onChange}) {
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const picker = useRef();

  const take = async (file) => {
    if (!file) {
      return;
    }
    if (file.size > MOST_BYTES) {
      setSaid(`${file.name} is larger than 1 MB, the most that a study may have.`);
      return;
    }
    onChange(await file.text());
    setSaid(`${file.name} is opened.`);
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) {
      take(file);
    } else {
      onChange(event.dataTransfer.getData('text'));
    }
  };
  const drag = (event) => {
    event.preventDefault();
    setOver(true);
  };
  return html`<div class="yaml" data-over=${over ? 'true' : 'false'} onDragOver=${drag} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <label for="yaml">The study as YAML</label>
    <textarea
      id="yaml"
      rows="22"
      spellcheck="false"
      autocomplete="off"
      wrap="off"
      aria-describedby="yaml-help"
      value=${text}
      onInput=${(event) => onChange(event.target.value)}
    ></textarea>
    <p id="yaml-help" class="quiet">Type or paste it, drop a file here, or open one.</p>
    <p class="actions">
      <button type="button" onClick=${() => picker.current.click()}>Open a file</button>
      <input
        ref=${picker}
        type="file"
        hidden
        accept=".yaml,.yml,.json,application/yaml,application/json,text/plain"
        onChange=${(event) => (take(event.target.files[0]), (event.target.value = ''))}
      />
      <span role="status">${said}</span>
    </p>
  </div>`;
}
