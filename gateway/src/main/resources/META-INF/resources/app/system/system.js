import {ago} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, Table} from '../parts.js';
import {html} from '../view.js';

/** The workers and what they do. */
export function System() {
  const {data: workers, problem, reload} = useLoad('workers', {every: 3000});
  return html`<h1>System</h1>
    <${Failure} problem=${problem} retry=${reload} />
    ${!workers && !problem && html`<${Loading} what="the workers" />`}
    ${workers?.length === 0 &&
    html`<${Empty} title="No worker is here"><p>Start one: trials wait until then.</p></${Empty}>`}
    ${workers?.length > 0 &&
    html`<${Table}
      caption="Workers"
      columns=${['Worker', 'Engine', '#Slots', '#Running', 'Takes work', 'Last seen']}
      rows=${workers.map((worker) => [
        worker.worker,
        worker.engine,
        worker.slots,
        worker.running,
        worker.accepting ? 'yes' : 'no, it is stopping',
        ago(worker.lastSeen),
      ])}
    />`}`;
}
