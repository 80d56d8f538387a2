import {Copy} from '../copy.js';
import {ago, duration, number, percent, short, time, whole} from '../format.js';
import {Facts, Progress, State} from '../parts.js';
import {html} from '../view.js';
import {Actions, Verification} from './actions.js';
import {Ancestors} from './ancestors.js';
import {InWords, TrialLink} from './words.js';

/** What a trial is, how it stands and what it came to. */
export function Head({trial, study, who, reload}) {
  const {state, reason, result} = trial;
  return html`
    <h1>Trial ${short(trial.id)} <${State} state=${state} /></h1>
    <p class="identity"><code>${trial.id}</code> <${Copy} text=${trial.id} what="the whole id" /></p>
    ${study && html`<p>Seen from study <a href=${`#/studies/${encodeURIComponent(study)}`}>${study}</a>.</p>`}
    ${reason && html`<p class=${['failed', 'blocked', 'diverged'].includes(state) ? 'reason failure' : 'reason'} data-state=${state}>
      <strong>${WHY[state] ?? 'Last'}:</strong> <${Reason} text=${reason.replace(new RegExp(`^${state}: `), '')} />
    </p>`}
    <p><${InWords} spec=${trial.spec} /></p>
    ${state === 'waiting' && html`<p>Nothing is measured yet: it waits for ${trial.parents.length === 1 ? 'the trial' : 'the trials'} from which it descends, below.</p>`}
    ${(state === 'ready' || state === 'dispatched') && html`<p>Nothing is measured yet: it waits for a free worker. <a href="#/system">See the workers</a>.</p>`}
    ${state === 'cancelled' && html`<p>Submit a study that has it once more to have it trained after all.</p>`}
    ${state === 'blocked' && html`<p>It waits for nothing more. When that trial is retried, this one waits again.</p>`}
    ${state === 'running' && html`<${Running} trial=${trial} />`}
    <${Facts} facts=${[
      ['Test accuracy', result && percent(result.testAccuracy, 2)],
      ['Test loss', result && number(result.testLoss)],
      ['Training loss', result && number(result.trainLoss)],
      ['Density', result && html`${percent(result.survivors / result.prunable)} <span class="quiet">${whole(result.survivors)} of ${whole(result.prunable)}</span>`],
      ['Trained for', result && duration(result.seconds)],
      ['Iterations', `${whole(trial.beginIteration)} to ${whole(trial.endIteration)}`],
      ['Attempts', whole(trial.attempts)],
      ['Worker', trial.worker],
      ['Began', trial.started && html`<time datetime=${trial.started} title=${time(trial.started)}>${ago(trial.started)}</time>`],
      ['Ended', trial.ended && html`<time datetime=${trial.ended} title=${time(trial.ended)}>${ago(trial.ended)}</time>`],
    ]} />
    <${Verification} verification=${trial.verification} />
    ${who.role !== 'viewer' && html`<${Actions} trial=${trial} reload=${reload} />`}
    <${Ancestors} trial=${trial} study=${study} />`;
}

const WHY = {failed: 'Failed', blocked: 'Blocked', diverged: 'Diverged', cancelled: 'Cancelled'};

/** A reason, in which ids of trials lead to them. */
const Reason = ({text}) =>
  text.split(/\b([0-9a-f]{64})\b/).map((part, i) => (i % 2 === 1 ? html`<${TrialLink} id=${part} />` : part));

function Running({trial}) {
  const done = trial.iteration - trial.beginIteration;
  const of = trial.endIteration - trial.beginIteration;
  const left = trial.iterationsPerSecond > 0 ? (of - done) / trial.iterationsPerSecond : null;
  return html`<p class="running">
    <${Progress} done=${done} of=${of} label="Progress of the trial" />
    ${' '}iteration ${whole(trial.iteration)} of ${whole(trial.endIteration)}
    ${trial.iterationsPerSecond > 0 && html`, ${number(trial.iterationsPerSecond, 3)} a second, ${duration(left)} left`}
  </p>`;
}
