import {get} from '../api.js';
import {useLoad} from '../load.js';
import {Empty, Failure, Loading} from '../parts.js';
import {html, useRef, useState} from '../view.js';
import {useActions} from './actions.js';
import {CONDITIONS, Filter} from './filter.js';
import {pages} from './pages.js';
import {StudyTable} from './table.js';

const EVERY = 3000;

/** All studies or those that are looked for, the newest first; what is looked for stands in the page's address. */
export function Studies({who, query}) {
  const conditions = new URLSearchParams([...query].filter(([name]) => CONDITIONS.includes(name)));
  const filtered = conditions.toString() !== '';
  const {found: latest, problem, reload, more} = useStudies(conditions.toString());
  const {run, dialogue, notice} = useActions(reload);
  const busy = latest?.key !== conditions.toString();
  // What was found by other conditions is shown while these are asked for, and not where they are refused.
  const found = busy && problem ? undefined : latest;
  const studies = found?.pages.flatMap((page) => page.items) ?? [];

  return html`<div class="title">
      <h1>Studies</h1>
      ${who.role !== 'viewer' && html`<a class="button" href="#/submit">New study</a>`}
    </div>
    <${Filter} query=${query} who=${who} />
    ${notice} ${dialogue}
    <${Failure} problem=${problem} retry=${reload} />
    ${!found && !problem && html`<${Loading} what="the studies" />`}
    ${found && studies.length === 0 && (filtered ? html`<${NoMatch} />` : html`<${NoStudy} who=${who} />`)}
    ${studies.length > 0 &&
    html`<${StudyTable} pages=${found.pages} who=${who} run=${run} busy=${busy} />
      <p class="actions">
        ${found.more && html`<button type="button" onClick=${more}>More studies</button>`}
        <span class="quiet" role="status">${shown(studies.length, found.more, filtered)}</span>
      </p>`}`;
}

/** The pages that are shown, asked for again and again; those of before stay until those that are wanted are there. */
function useStudies(conditions) {
  const [wanted, setWanted] = useState({key: conditions, count: 1});
  const count = wanted.key === conditions ? wanted.count : 1;
  const last = useRef();
  const ask = async (signal) => {
    const before = last.current?.key === conditions ? last.current.pages : [];
    const all = await pages((path) => get(path, {signal}), conditions, count, before, signal);
    return {pages: all, more: Boolean(all.at(-1).next), key: conditions};
  };
  const {data, problem, reload} = useLoad(ask, {every: EVERY, key: `${conditions}#${count}`});
  last.current = data ?? last.current;
  return {found: last.current, problem, reload, more: () => setWanted({key: conditions, count: count + 1})};
}

function shown(count, more, filtered) {
  const studies = `${count} ${count === 1 ? 'study' : 'studies'}`;
  return more ? `The newest ${studies}${filtered ? ' found' : ''}` : `${studies}${filtered ? ' found' : ' in all'}`;
}

const NoStudy = ({who}) => html`<${Empty} title="No study yet">
  ${who.role === 'viewer'
    ? html`<p>Whoever may submit one will see it here, and so will you.</p>`
    : html`<p>A study says what to find out. <a href="#/submit">Make one</a> from a form or a file, or type
        <code>./earlyphase demo</code>, which trains one in minutes.</p>`}
</${Empty}>`;

const NoMatch = () => html`<${Empty} title="No study is like that">
  <p>Take a condition away, or look at <a href="#/">all studies</a>.</p>
</${Empty}>`;
