import {html} from '../view.js';

/**
 * One of several is in sight; arrow keys go from one to the next.
 *
 * @param tabs pairs of an id and a name
 * @param id of the whole, by which the part that is shown can say what names it: {@code ID-panel}
 */
export function Tabs({label, tabs, chosen, onChoose, id}) {
  const keys = (event) => {
    const at = tabs.findIndex(([tab]) => tab === chosen);
    const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const index = (next + tabs.length) % tabs.length;
      onChoose(tabs[index][0]);
      event.currentTarget.children[index].focus();
    }
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} onKeyDown=${keys}>
    ${tabs.map(([tab, name]) => html`<button
      key=${tab}
      type="button"
      role="tab"
      id=${`${id}-${tab}`}
      aria-selected=${tab === chosen}
      aria-controls=${`${id}-panel`}
      tabindex=${tab === chosen ? 0 : -1}
      onClick=${() => onChoose(tab)}
    >${name}</button>`)}
  </div>`;
}
