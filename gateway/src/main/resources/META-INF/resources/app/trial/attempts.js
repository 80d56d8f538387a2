import {get} from '../api.js';
import {Copy} from '../copy.js';
import {duration, time, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, State, Table} from '../parts.js';
import {html, useState} from '../view.js';

/** Each time that a worker took the trial: from where to where, and why it ended. */
export function Attempts({trial, live}) {
  const {data: attempts, problem, reload} = useLoad(`trials/${trial.id}/attempts`, {
    key: `${trial.id} ${trial.attempts} ${trial.state}`,
    every: live ? 3_000 : 0,
  });
  const [open, setOpen] = useState(null);
  if (trial.attempts === 0) {
    return html`<${Empty} title="No attempt yet"><p>${trial.state === 'waiting' ? 'It waits for the trials from which it descends.' : 'No worker has taken it.'}</p></${Empty}>`;
  }
  return html`<h2>Attempts</h2>
    ${problem?.status === 404
      ? html`<p>No more is known than that ${trial.attempts === 1 ? 'one attempt was' : `${trial.attempts} attempts were`} made${trial.reason ? html`; the last: ${trial.reason}` : ''}.</p>`
      : html`<${Failure} problem=${problem} retry=${reload} />`}
    ${!attempts && !problem && html`<${Loading} what="the attempts" />`}
    ${attempts &&
    html`<${Table}
      caption="Each time that a worker took the trial"
      columns=${['#No.', 'Worker', 'Engine', 'Device', 'Began', '#Took', '#From', '#To', 'Outcome', 'Cause', 'Log']}
      rows=${attempts.map((attempt) => [
        attempt.number,
        attempt.worker,
        attempt.engine ?? '–',
        attempt.device ?? '–',
        time(attempt.began),
        attempt.ended ? duration((Date.parse(attempt.ended) - Date.parse(attempt.began)) / 1000) : '–',
        `${whole(attempt.resumed ?? trial.beginIteration)}`,
        whole(attempt.iteration),
        html`<${State} state=${attempt.outcome ?? 'running'} />`,
        attempt.cause ?? '',
        attempt.outcome
          ? html`<button type="button" class="small" aria-label=${`Log of attempt ${attempt.number}`} aria-expanded=${open === attempt.number} onClick=${() => setOpen(open === attempt.number ? null : attempt.number)}>Log</button>`
          : html`<span class="quiet">when it has ended</span>`,
      ])}
    />`}
    ${open !== null && html`<${Log} key=${open} trial=${trial.id} number=${open} />`}`;
}

function Log({trial, number}) {
  const {data: text, problem} = useLoad((signal) => get(`trials/${trial}/attempts/${number}/log`, {signal}), {key: `${trial} ${number}`});
  return html`<h3>Log of attempt ${number}</h3>
    ${problem?.status === 404
      ? html`<p>There is no log: the worker did not live to write it, or it was deleted.</p>`
      : html`<${Failure} problem=${problem} />`}
    ${text === undefined && !problem && html`<${Loading} what="the log" />`}
    ${text !== undefined && html`<${Copy} text=${text} what=${`the log of attempt ${number}`} />
    <pre class="scroll source" tabindex="0" aria-label=${`Log of attempt ${number}`}>${text}</pre>`}`;
}
