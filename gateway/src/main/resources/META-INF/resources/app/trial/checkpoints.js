import {address} from '../api.js';
import {Copy} from '../copy.js';
import {bytes, time, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, Table} from '../parts.js';
import {html} from '../view.js';

/** Addresses hold for 15 minutes at least; they are asked for anew before that. */
const RENEWED = 600_000;
const LIVE = 5_000;

/** What is kept of the trial's weights. */
export function Checkpoints({trial, live}) {
  const {data: list, problem, reload} = useLoad(`trials/${trial.id}/checkpoints`, {
    key: `${trial.id} ${live}`,
    every: live ? LIVE : RENEWED,
  });
  const momentum = list?.some((one) => one.momentum);
  const mask = list?.some((one) => one.mask);
  return html`<h2>Checkpoints</h2>
    <${Failure} problem=${problem} retry=${reload} />
    ${!list && !problem && html`<${Loading} what="the checkpoints" />`}
    ${list?.length === 0 &&
    html`<${Empty} title="No checkpoint"><p>${live ? 'The first one is kept when training begins.' : 'Nothing is kept of this trial. A study says in observe.keep and observe.checkpoints what is.'}</p></${Empty}>`}
    ${list?.length > 0 &&
    html`<p class="quiet">Files in the format safetensors, with the names and layouts of the PyTorch modules.</p>
    <${Table}
      caption="What is kept of the weights"
      columns=${['#Iteration', 'Purpose', '#Attempt', 'Written', 'Weights', ...(momentum ? ['Momentum'] : []), ...(mask ? ['Mask'] : [])]}
      rows=${list.map((one) =>
        Object.assign(
          [
            whole(one.iteration),
            one.purpose,
            one.attempt,
            time(one.at),
            html`<${File} file=${{...one, download: address(`trials/${trial.id}/checkpoints/${one.iteration}it`)}} what=${`weights at iteration ${one.iteration}`} />`,
            ...(momentum ? [one.momentum ? html`<${File} file=${one.momentum} what=${`momentum at iteration ${one.iteration}`} />` : '–'] : []),
            ...(mask ? [one.mask ? html`<${File} file=${one.mask} what=${`mask at iteration ${one.iteration}`} />` : '–'] : []),
          ],
          {key: one.iteration},
        ))}
    />`}`;
}

const File = ({file, what}) => html`<span class="file">
  <a href=${file.download} download aria-label=${`Download the ${what}, ${bytes(file.bytes)}`}>${bytes(file.bytes)}</a>
  <code title=${file.sha256}>${file.sha256.slice(0, 12)}…</code>
  <${Copy} text=${file.sha256} what=${`the SHA-256 of the ${what}`} />
</span>`;
