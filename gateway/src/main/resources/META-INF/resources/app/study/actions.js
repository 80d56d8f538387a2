import {actionsFor, useActions} from '../studies/actions.js';
import {html} from '../view.js';

/**
 * What can be done to a study by the one who looks at it; what is not theirs or makes no sense now is not shown.
 *
 * @param onDone what to call with the name of what was done, and the study or what deleting it freed
 */
export function Actions({study, who, onDone}) {
  const {run, dialogue, notice} = useActions(onDone);
  return html`
    <p class="actions" role="group" aria-label=${`What to do with ${study.name}`}>
      ${actionsFor(study, who).map(
        ({name, danger}) => html`<button key=${name} type="button" class=${danger ? 'danger' : null} onClick=${() => run(name, study)}>${name}</button>`,
      )}
    </p>
    ${notice} ${dialogue}
  `;
}
