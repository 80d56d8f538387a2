import {ago, duration, number, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading, Progress, State, Table} from '../parts.js';
import {html} from '../view.js';

/** All studies, the newest first. */
export function Studies({who}) {
  const {data, problem, reload} = useLoad('studies?limit=100', {every: 3000});
  return html`<h1>Studies</h1>
    ${who.role !== 'viewer' && html`<p><a class="button" href="#/submit">New study</a></p>`}
    <${Failure} problem=${problem} retry=${reload} />
    ${!data && !problem && html`<${Loading} what="the studies" />`}
    ${data?.items.length === 0 && html`<${Empty} title="No study yet"><p>Submit one from a form or a file.</p></${Empty}>`}
    ${data?.items.length > 0 &&
    html`<${Table}
      caption="Studies"
      columns=${['Study', 'Recipe', 'State', 'Done', '#Iterations/s', 'Time left', 'Owner', 'Submitted']}
      rows=${data.items.map((study) => [
        html`<a href=${`#/studies/${study.id}`}>${study.name}</a>`,
        study.recipe,
        html`<${State} state=${study.state} />`,
        html`<${Progress} done=${study.progress.iterations} of=${study.progress.ofIterations} label=${`Progress of ${study.name}`} />`,
        study.state === 'running' ? number(study.progress.iterationsPerSecond, 3) : '',
        study.state === 'running' ? duration(study.progress.secondsLeft) : '',
        study.owner,
        ago(study.submitted),
      ])}
    />`}`;
}
