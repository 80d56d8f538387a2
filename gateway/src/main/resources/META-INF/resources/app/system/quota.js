import {bytes, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Failure, Progress, Table} from '../parts.js';
import {html} from '../view.js';

const EVERY = 15_000;

/** What whoever looks at the page has, and may have. */
export function Quota() {
  const {data: quota, problem, reload} = useLoad('quota', {every: EVERY});
  return html`<section class="compact" aria-labelledby="quota">
    <h2 id="quota">Your quota</h2>
    <${Failure} problem=${problem} retry=${reload} />
    ${quota &&
    html`<${Table}
      caption=${`What ${quota.user} has and may have`}
      columns=${['Of', '#Used', '#Limit', 'Share']}
      rows=${[
        row('trials at work', quota.runningTrials, whole),
        row('trials queued', quota.queuedTrials, whole),
        row('kept in checkpoints and masks', quota.keptBytes, bytes),
      ]}
    />`}
  </section>`;
}

const row = (what, {used, limit}, write) => [
  what,
  write(used),
  limit === undefined ? 'none' : write(limit),
  limit === undefined ? '' : html`<${Progress} done=${used} of=${limit} label=${`Share of ${what}`} />`,
];
