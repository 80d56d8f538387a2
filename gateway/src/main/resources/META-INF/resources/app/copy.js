import {html, useEffect, useState} from './view.js';

const SHOWN = 2_000;

/** Puts a text on the clipboard and says so. */
export function Copy({text, what, children}) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), SHOWN);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await put(text);
      setSaid('Copied');
    } catch {
      setSaid('The browser does not allow it: select the text and copy it');
    }
  };
  return html`<button type="button" class="small" aria-label=${children ? null : `Copy ${what}`} onClick=${copy}>${children ?? 'Copy'}</button>
    <span class="quiet" role="status">${said}</span>`;
}

/** Browsers offer the clipboard to pages over TLS and on this machine alone; the older way works elsewhere. */
async function put(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  before?.focus();
  if (!done) {
    throw new Error('not copied');
  }
}
