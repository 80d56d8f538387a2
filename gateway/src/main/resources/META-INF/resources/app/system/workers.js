import {ago, duration, number, short, time} from '../format.js';
import {now} from '../api.js';
import {Empty, Progress, Table} from '../parts.js';
import {html} from '../view.js';

/** How an engine describes itself: its name, its device, the rest. */
function parts(engine) {
  const [, name, device, rest = ''] = /^(.*?) on ([^,]*)(?:, (.*))?$/.exec(engine) ?? [null, engine, '–'];
  return {name, device, rest};
}

export const Workers = ({workers}) =>
  workers.length === 0
    ? html`<${Empty} title="No worker is here">
        <p>Trials wait until one comes. On one machine <code>./earlyphase up --workers 2</code> starts two; elsewhere start the image
          or the pods of the worker with <code>EARLYPHASE_ACCESS_WORKER_KEY</code> and the addresses of orchestrator, Kafka and S3.</p>
        <p>A worker that has ended leaves the list after a while. Its log says why it ended.</p>
      </${Empty}>`
    : html`<${Table}
        caption="Workers that the orchestrator has heard of lately"
        columns=${['Worker', 'Engine', 'Device', '#Slots', '#Busy', 'Takes work', 'Last seen']}
        rows=${workers.map((worker) => {
          const {name, device, rest} = parts(worker.engine);
          return [
            worker.worker,
            html`${name} ${rest && html`<details class="rest"><summary>details</summary>${rest}</details>`}`,
            device,
            worker.slots,
            worker.running,
            worker.accepting ? 'yes' : 'no, it is stopping',
            html`<time datetime=${worker.lastSeen} title=${time(worker.lastSeen)}>${ago(worker.lastSeen)}</time>`,
          ];
        })}
      />`;

/** What runs in the slots, the longest at work first. */
export function AtWork({workers}) {
  const all = workers.flatMap((worker) => (worker.trials ?? []).map((work) => ({...work, worker: worker.worker})));
  return (
    all.length > 0 &&
    html`<${Table}
      caption="Trials at work"
      columns=${['Trial', 'Worker', 'For', 'Done', '#Iterations/s', '#Time left', '#At work for']}
      rows=${all.map((work) => {
        const done = work.iteration - work.beginIteration;
        const of = work.endIteration - work.beginIteration;
        const rate = work.iterationsPerSecond;
        return [
          html`<a href=${`#/trials/${work.trial}`}><code>${short(work.trial)}</code></a>`,
          work.worker,
          work.owner ?? '–',
          html`<${Progress} done=${done} of=${of} label=${`Progress of trial ${short(work.trial)}`} />`,
          number(rate, 3),
          rate > 0 ? duration((of - done) / rate) : '–',
          work.started ? duration((now() - Date.parse(work.started)) / 1000) : '–',
        ];
      })}
    />`
  );
}
