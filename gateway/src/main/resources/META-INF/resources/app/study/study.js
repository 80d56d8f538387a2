import {Chart} from '../chart/chart.js';
import {useLoad} from '../load.js';
import {Failure} from '../parts.js';
import {html} from '../view.js';

export function Study({id}) {
  const {data: list, problem} = useLoad(`studies/${id}/figures`);
  return html`<h1>Study ${id}</h1>
    <${Failure} problem=${problem} />
    ${(list ?? []).map(({figure}) => html`<${Plots} key=${figure} id=${id} name=${figure} />`)}`;
}

function Plots({id, name}) {
  const {data: figure, problem} = useLoad(`studies/${id}/figures/${name}?seeds=true`);
  return html`<section>
    <h2>${figure?.title ?? name}</h2>
    <${Failure} problem=${problem} />
    <div class="panels">${figure?.panels.map((panel) => html`<${Chart} panel=${panel} />`)}</div>
  </section>`;
}
