import {follow} from '../live.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading} from '../parts.js';
import {setQuery} from '../router.js';
import {html, useCallback, useEffect, useState} from '../view.js';
import {bytes} from '../format.js';
import {Figures} from './figures.js';
import {useFresh} from './fresh.js';
import {Head} from './head.js';
import {Reasons} from './reasons.js';
import {Spec} from './spec.js';
import {Tabs} from './tabs.js';
import {Trials} from './trials.js';

const LOOK_AGAIN = 10_000;
/** Above so many trials the graph is asked for less often. */
const MANY = 2_000;

/** A study: how far it is, what came of it, and of which trials; followed while it runs. */
export function Study({id, query, who}) {
  const [study, setStudy] = useState(null);
  const [freed, setFreed] = useState(null);
  const running = study?.state === 'running';
  const {data, problem, reload} = useLoad(freed ? null : `studies/${id}`, {every: running ? 0 : LOOK_AGAIN});
  useEffect(() => data && setStudy(data), [data]);

  useEffect(() => {
    if (!running || freed) {
      return undefined;
    }
    return follow(id, {progress: setStudy, end: setStudy, problem: reload});
  }, [id, running, freed]);

  const gone = freed ?? (problem?.status === 404 ? {} : null);
  if (!study) {
    return gone ? html`<${Gone} id=${id} freed=${gone} />` : problem ? html`<h1>Study ${id}</h1><${Failure} problem=${problem} retry=${reload} />` : html`<${Loading} what="the study" />`;
  }
  return html`
    ${gone && html`<${Gone} id=${id} name=${study.name} freed=${gone} />`}
    ${!gone && problem && html`<${Failure} problem=${problem} retry=${reload} />`}
    <${Head} study=${study} who=${gone ? null : who} onStudy=${setStudy} onDeleted=${setFreed} />
    <${Parts} study=${study} query=${query} />
  `;
}

/** What one looks at of a study: figures at first, or its trials while there can be no result. */
function Parts({study, query}) {
  const [first] = useState(study.trials.completed > 0 ? 'figures' : 'trials');
  const tabs = [['figures', 'Figures'], ['trials', `Trials (${study.progress.of.toLocaleString('en')})`], ['spec', 'What was submitted']];
  const show = tabs.some(([tab]) => tab === query.get('show')) ? query.get('show') : first;
  const bad = ['failed', 'blocked', 'diverged'].reduce((sum, state) => sum + (study.trials[state] ?? 0), 0);
  const sign = `${JSON.stringify(study.trials)} ${study.progress.iterations}`;
  const {data: graph, problem} = useFresh(show === 'trials' || bad > 0 ? `studies/${study.id}/graph` : null, sign, {
    rest: study.progress.of > MANY ? 5_000 : 0,
  });
  const choose = useCallback((tab) => setQuery({show: tab}), []);
  return html`
    <${Reasons} nodes=${bad > 0 ? graph?.nodes : null} />
    <${Tabs} id="part" label="Parts of the study" tabs=${tabs} chosen=${show} onChoose=${choose} />
    <div id="part-panel" role="tabpanel" aria-labelledby=${`part-${show}`}>
      ${show === 'figures' && html`<${Figures} study=${study} sign=${sign} query=${query} />`}
      ${show === 'trials' &&
      html`<${Failure} problem=${problem} />
        ${graph ? html`<${Trials} study=${study} nodes=${graph.nodes} query=${query} />` : !problem && html`<${Loading} what="the trials" />`}`}
      ${show === 'spec' && html`<${Spec} request=${study.request} />`}
    </div>`;
}

const Gone = ({id, name, freed}) => html`<${Empty} title=${name ? 'The study is deleted' : 'There is no such study'}>
  <p role="status">
    ${freed.ownBytes === undefined
      ? name
        ? `${name} has been deleted; what you see is from before.`
        : `No study has the id ${id}: it has been deleted, or the address is mistyped.`
      : `${name} is deleted: ${bytes(freed.ownBytes)} are free again.`}
  </p>
  <p>Go on at the <a href="#/">studies</a>.</p>
</${Empty}>`;
