import {address} from '../api.js';
import {ago, duration, number, time, whole} from '../format.js';
import {Facts, Progress, State} from '../parts.js';
import {html} from '../view.js';
import {Actions} from './actions.js';

/** What a study is and how far it is. @param who null when nothing can be done to it */
export const Head = ({study, who, onStudy, onDeleted}) => {
  const {progress} = study;
  const running = study.state === 'running';
  return html`
    <h1>${study.name}</h1>
    <${Facts}
      facts=${[
        ['State', html`<${State} state=${study.state} />`],
        ['Done', html`<${Progress} done=${progress.iterations} of=${progress.ofIterations} label="Progress of the study" />`],
        ['Trials ended', `${whole(progress.ended)} of ${whole(progress.of)}`],
        ['Iterations/s', running && number(progress.iterationsPerSecond, 3)],
        ['Time left', running && (progress.secondsLeft === undefined ? 'not known yet' : duration(progress.secondsLeft))],
        ['Recipe', study.recipe],
        ['Network', study.request.network],
        ['Data set', study.request.dataset],
        ['Owner', study.owner],
        ['Submitted', html`<time datetime=${study.submitted} title=${time(study.submitted)}>${ago(study.submitted)}</time>`],
        ['Id', html`<code>${study.id}</code>`],
      ]}
    />
    <div class="side">
      ${who && html`<${Actions} study=${study} who=${who} onDone=${(name, outcome) => (name === 'Delete' ? onDeleted(outcome) : onStudy(outcome))} />`}
      <p class="links">
        <a href=${`#/compare?studies=${study.id}`}>Compare with …</a>
        ${' '}<a href=${address(`studies/${study.id}/provenance`)}>Provenance</a>
      </p>
    </div>`;
};
