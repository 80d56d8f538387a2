import {number, percent, whole} from '../format.js';
import {Failure, Loading} from '../parts.js';
import {setQuery} from '../router.js';
import {html, useMemo, useState} from '../view.js';
import {AxesForm, Drawn, asked, axes} from './axes.js';
import {Nothing} from './curves.js';
import {useKept} from './kept.js';
import {BY_LAYER, RECORDED, middle} from './recorded.js';
import {Small, extent, positions} from './small.js';

const LIVE = 5_000;
const POINTS = 160;

/** One thing that was recorded, layer by layer, beside each other. */
export function Layers({trial, query, live}) {
  const chosen = axes(query);
  const recorded = BY_LAYER.includes(query.get('of')) ? query.get('of') : 'cosine';
  const {data, problem, reload} = useKept(`trials/${trial.id}/telemetry/curves?points=${POINTS}&parts=${recorded}&${asked(chosen)}`, {
    key: `${trial.id} ${live} ${recorded} ${asked(chosen)}`,
    every: live ? LIVE : 0,
  });
  return html`<h2>Layer by layer</h2>
    <p><label>Of each layer
      <select value=${recorded} onChange=${(event) => setQuery({of: event.currentTarget.value})}>
        ${BY_LAYER.map((name) => html`<option value=${name}>${RECORDED[name].title}</option>`)}
      </select>
    </label></p>
    <${AxesForm} query=${query} extent=${[trial.beginIteration, trial.endIteration]} values=${false} />
    <${Failure} problem=${problem} retry=${reload} />
    ${!data && !problem && html`<${Loading} what="the layers" />`}
    ${data && data.curves.length === 0 && html`<${Nothing} chosen=${chosen} live=${live} trial=${trial} />`}
    ${data?.curves.length > 0 && html`<${Multiples} curves=${data} recorded=${RECORDED[recorded]} scale=${chosen.scale} />`}`;
}

function Multiples({curves, recorded, scale}) {
  const [at, setAt] = useState(null);
  const [same, setSame] = useState(true);
  const drawing = useMemo(() => {
    const ranges = curves.curves.map(({low, high}) => extent([...low, ...high]));
    return {
      ranges,
      all: extent(ranges.flatMap((range) => range ?? [])),
      xs: positions(curves.first.map((from, i) => middle(from, curves.last[i], scale)), scale),
    };
  }, [curves, scale]);
  const last = curves.first.length - 1;
  const here = Math.min(at ?? last, last);
  const at0 = `${whole(curves.first[here])}${curves.last[here] > curves.first[here] ? ` to ${whole(curves.last[here])}` : ''}`;
  const show = recorded.percent ? (value) => percent(value, 2) : number;
  return html`<${Drawn} curves=${curves} />
    <div class="slider">
      <label for="layers-at">Read off at iteration <output>${at0}</output></label>
      <input id="layers-at" type="range" min="0" max=${last} value=${here} aria-valuetext=${`iteration ${at0}`} onInput=${(event) => setAt(Number(event.currentTarget.value))} />
    </div>
    <p><label class="check"><input type="checkbox" checked=${same} onChange=${(event) => setSame(event.currentTarget.checked)} /> The same scale for all layers</label></p>
    <div class="multiples">
      ${curves.curves.map((curve, i) =>
        html`<${Small} key=${curve.name} ...${curve} xs=${drawing.xs} range=${same ? drawing.all : drawing.ranges[i]} at=${here} onPick=${setAt} show=${show} />`)}
    </div>`;
}
