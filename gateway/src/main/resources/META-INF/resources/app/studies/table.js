import {ago, counted, duration, number, time} from '../format.js';
import {Progress, State} from '../parts.js';
import {html} from '../view.js';
import {actionsFor} from './actions.js';

/** Studies in rows; each page of the list is a body of its own, so that it is known which are in sight. */
export const StudyTable = ({pages, who, run, busy}) => html`<div class="scroll" tabindex="0" role="region" aria-label="Studies" aria-busy=${busy ? 'true' : 'false'}>
  <table class="studies">
    <caption class="unseen">Studies, the newest first</caption>
    <thead>
      <tr>
        <th scope="col">Study</th>
        <th scope="col">State</th>
        <th scope="col">Done</th>
        <th scope="col" class="number">Iterations/s</th>
        <th scope="col">Time left</th>
        <th scope="col">Recipe</th>
        <th scope="col">Owner</th>
        <th scope="col">Submitted</th>
        ${who.role !== 'viewer' && html`<th scope="col">Actions</th>`}
      </tr>
    </thead>
    ${pages.map(
      (page, index) => html`<tbody key=${index} data-page=${index}>
        ${page.items.map((study) => html`<${Row} key=${study.id} study=${study} who=${who} run=${run} />`)}
      </tbody>`,
    )}
  </table>
</div>`;

function Row({study, who, run}) {
  const {progress} = study;
  const running = study.state === 'running';
  return html`<tr>
    <th scope="row"><a href=${`#/studies/${study.id}`}>${study.name}</a> <code class="quiet">${study.id.slice(0, 8)}</code></th>
    <td><${State} state=${study.state} /></td>
    <td>
      <${Progress} done=${progress.iterations} of=${progress.ofIterations} label=${`Progress of ${study.name}`} />
      <span class="quiet trials">${progress.ended} of ${counted(progress.of, 'trial')}${troubles(study.trials)}</span>
    </td>
    <td class="number">${running && progress.iterationsPerSecond > 0 ? number(progress.iterationsPerSecond, 3) : ''}</td>
    <td>${running ? left(progress) : ''}</td>
    <td>${study.recipe}</td>
    <td><a href=${`#/?owner=${encodeURIComponent(study.owner)}`} title=${`Only studies of ${study.owner}`}>${study.owner}</a></td>
    <td><time datetime=${study.submitted} title=${time(study.submitted)}>${ago(study.submitted)}</time></td>
    ${who.role !== 'viewer' &&
    html`<td class="row-actions">
      ${actionsFor(study, who).map(
        ({name, danger}) => html`<button
          type="button"
          class=${danger ? 'small danger' : 'small'}
          aria-label=${`${name} ${study.name}`}
          onClick=${() => run(name, study)}
        >
          ${name}
        </button>`,
      )}
    </td>`}
  </tr>`;
}

const left = ({secondsLeft}) =>
  secondsLeft === undefined ? html`<span class="quiet" title="None of its trials runs now">waits</span>` : duration(secondsLeft);

const troubles = (trials) =>
  ['failed', 'blocked', 'diverged'].filter((state) => trials[state]).map((state) => `, ${trials[state]} ${state}`).join('');
