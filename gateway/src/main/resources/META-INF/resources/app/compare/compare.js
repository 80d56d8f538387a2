import {get} from '../api.js';
import {short} from '../format.js';
import {Empty, Failure, Loading} from '../parts.js';
import {setQuery} from '../router.js';
import {Controls, look} from '../study/look.js';
import {Panels} from '../study/panels.js';
import {useLoad} from '../load.js';
import {html, useMemo} from '../view.js';
import {Differences} from './differences.js';
import {merge, names} from './merge.js';
import {Pick} from './pick.js';

const LOOK_AGAIN = 5_000;
const MOST = 10;

/** One figure of several studies in one plot; which, and how it is drawn, is in the address. */
export function Compare({query}) {
  const ids = useMemo(() => [...new Set((query.get('studies') ?? '').split(',').filter(Boolean))], [query.get('studies')]);
  const choose = (next) => setQuery({studies: next.join(','), off: null});
  return html`
    <h1>Compare</h1>
    ${ids.length === 0 && html`<${Empty} title="Nothing to compare yet"><p>Choose two studies or more: their figures are drawn into one plot.</p></${Empty}>`}
    <${Compared} ids=${ids} query=${query} onRemove=${(id) => choose(ids.filter((other) => other !== id))} />
    ${ids.length < MOST ? html`<${Pick} taken=${ids} onPick=${(id) => choose([...ids, id])} />` : html`<p class="quiet">More than ${MOST} studies nobody can tell apart.</p>`}
  `;
}

function Compared({ids, query, onRemove}) {
  // A study that cannot be read is said to be so; the others stay.
  const {data} = useLoad((signal) => Promise.all(ids.map((id) => read(id, signal))), {key: ids.join(), every: LOOK_AGAIN});
  if (ids.length === 0) {
    return null;
  }
  if (!data) {
    return html`<${Loading} what="the studies" />`;
  }
  const studies = data.filter(({study}) => study);
  const labels = names(studies.map(({study}) => study));
  const figures = shared(studies);
  const figure = figures.find(({id}) => id === query.get('figure')) ?? figures.toSorted((a, b) => b.count - a.count)[0];
  return html`
    <ul class="compared" aria-label="Studies that are compared">
      ${data.map(({id, study, problem}, i) => html`<li key=${id}>
        <span class="swatch" data-colour=${i % 10}></span>
        ${study ? html`<a href=${`#/studies/${id}`}>${labels.get(id)}</a>` : html`<span>${short(id)}: ${problem.status === 404 ? 'there is no such study any more' : problem.message}</span>`}
        <button type="button" aria-label=${`Take ${labels.get(id) ?? id} out`} onClick=${() => onRemove(id)}>✕</button>
      </li>`)}
    </ul>
    ${ids.length === 1 && studies.length === 1 && html`<p>Add another study below to compare it with.</p>`}
    ${figures.length > 0 &&
    html`<div class="controls"><label><span>Figure</span>
      <select onChange=${(event) => setQuery({figure: event.target.value, off: null})}>
        ${figures.map(({id, title, count}) => html`<option value=${id} selected=${id === figure.id}>${id.replaceAll('-', ' ')}: ${title}${count < studies.length ? ` (${count} of ${studies.length} studies)` : ''}</option>`)}
      </select>
    </label></div>`}
    ${figure && html`<${Plot} key=${figure.id} figure=${figure.id} data=${data} labels=${labels} query=${query} />`}
    ${studies.length > 1 && html`<${Differences} studies=${studies.map(({study}) => study)} labels=${labels} />`}
  `;
}

function Plot({figure, data, labels, query}) {
  const text = query.toString();
  const drawn = useMemo(() => look(query), [text]);
  const those = data.filter(({figures}) => figures?.some((one) => one.figure === figure));
  const without = data.filter(({study, figures}) => study && !figures.some((one) => one.figure === figure));
  const seeds = drawn.spread === 'seeds' ? '?seeds=true' : '';
  const {data: parts, problem} = useLoad(
    (signal) => Promise.all(those.map(async ({id}) => {
      try {
        return {id, ...(await get(`studies/${id}/figures/${figure}${seeds}`, {signal}))};
      } catch (failure) {
        return {id, failure};
      }
    })),
    {key: `${figure} ${those.map(({id}) => id).join()} ${seeds}`, every: those.some(({study}) => study.state === 'running') ? LOOK_AGAIN : 0},
  );
  const panels = useMemo(() => parts && merge(parts.filter(({panels: some}) => some).map((part) => ({
    label: labels.get(part.id) ?? short(part.id),
    place: data.findIndex(({id}) => id === part.id),
    panels: part.panels,
  }))), [parts, [...labels.values()].join()]);
  const empty = panels?.every((panel) => panel.curves.every((curve) => curve.points.length === 0));
  return html`
    ${without.map(({id}) => html`<p class="partial" role="status">${labels.get(id)} has no such figure; the others are shown.</p>`)}
    ${parts?.filter(({failure}) => failure).map(({id, failure}) => html`<${Failure} problem=${{...failure, title: labels.get(id), message: failure.message}} />`)}
    ${parts?.filter(({complete}) => complete === false).map(({id}) => html`<p class="partial" role="status">${labels.get(id)} is partial: trials of it are still to end.</p>`)}
    <${Failure} problem=${problem} />
    ${!panels && !problem && html`<${Loading} what="the figures" />`}
    ${panels && empty && html`<${Empty} title="No results yet"><p>None of these studies has come to a result that this figure shows.</p></${Empty}>`}
    ${panels && !empty &&
    html`<${Controls} query=${query} />
      <p class="quiet">Colour tells the study, dashes tell the curve.</p>
      <${Panels} panels=${panels} drawn=${drawn} />`}
  `;
}

async function read(id, signal) {
  try {
    const [study, figures] = await Promise.all([get(`studies/${id}`, {signal}), get(`studies/${id}/figures`, {signal})]);
    return {id, study, figures};
  } catch (problem) {
    if (signal.aborted) {
      throw problem;
    }
    return {id, problem};
  }
}

/** All figures that one of the studies has, with how many have it. */
function shared(studies) {
  const found = new Map();
  studies.forEach(({figures}) =>
    figures.forEach(({figure, title}) => (found.get(figure) ?? found.set(figure, {id: figure, title, count: 0}).get(figure)).count++));
  return [...found.values()];
}
