import {get} from '../api.js';
import {duration, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Facts, Failure, Loading} from '../parts.js';
import {html} from '../view.js';
import {Keys} from './keys.js';
import {Queue} from './queue.js';
import {Quota} from './quota.js';
import {AtWork, Workers} from './workers.js';

const EVERY = 3000;
/** Every trial on record is counted. */
const QUEUE_EVERY = 10_000;

/** Who trains, what waits, what one may take, and who may come in. */
export function System({who}) {
  const workers = useLoad('workers', {every: EVERY});
  const queue = useLoad('queue', {every: QUEUE_EVERY});
  const about = useLoad((signal) => get('', {signal}), {key: 'about'});
  return html`<h1>System</h1>
    <${Overview} workers=${workers.data} queue=${queue.data} version=${about.data?.version} />
    <section class="system" aria-labelledby="workers">
      <h2 id="workers">Workers</h2>
      <${Failure} problem=${workers.problem} retry=${workers.reload} />
      ${!workers.data && !workers.problem && html`<${Loading} what="the workers" />`}
      ${workers.data && html`<${Workers} workers=${workers.data} /><${AtWork} workers=${workers.data} />`}
    </section>
    <section class="system compact" aria-labelledby="queue">
      <h2 id="queue">Queue</h2>
      <${Failure} problem=${queue.problem} retry=${queue.reload} />
      ${queue.data && html`<${Queue} queue=${queue.data} />`}
    </section>
    <${Quota} />
    ${who.role === 'operator' && html`<${Keys} />`}`;
}

function Overview({workers, queue, version}) {
  const accepting = workers?.filter((worker) => worker.accepting) ?? [];
  const slots = accepting.reduce((sum, worker) => sum + worker.slots, 0);
  const busy = (workers ?? []).reduce((sum, worker) => sum + worker.running, 0);
  const free = accepting.reduce((sum, worker) => sum + Math.max(0, worker.slots - worker.running), 0);
  return html`<${Facts}
    facts=${[
      ['Workers', workers && whole(workers.length)],
      ['Slots', workers && `${whole(slots)}: ${whole(busy)} busy, ${whole(free)} free`],
      ['Slots with work for them', queue && whole(queue.demand)],
      ['Longest wait for a slot', queue && (queue.oldestReadySeconds === undefined ? 'nothing waits' : duration(queue.oldestReadySeconds))],
      ['Version', version],
    ]}
  />`;
}
