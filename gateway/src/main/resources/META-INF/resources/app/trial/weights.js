import {number, percent, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Facts, Failure, Loading} from '../parts.js';
import {setQuery} from '../router.js';
import {html, useEffect, useMemo, useState} from '../view.js';
import {Histogram, histogramAxes} from './histogram.js';
import {useKept} from './kept.js';
import {Small, extent, positions} from './small.js';

const LIVE = 5_000;
const PACE = 400;
const ALL = '*';

/** How the weights of a tensor lie, from checkpoint to checkpoint. */
export function Weights({trial, query, live}) {
  const tensor = query.get('tensor') ?? ALL;
  const {data: rows, problem, reload} = useKept(`trials/${trial.id}/statistics?tensor=${encodeURIComponent(tensor)}`, {
    key: `${trial.id} ${live} ${tensor}`,
    every: live ? LIVE : 0,
  });
  const first = rows?.[0]?.iteration;
  const {data: tensors} = useLoad(first === undefined ? null : `trials/${trial.id}/statistics?moment=${first}it`);
  const names = tensors?.map((row) => row.tensor).filter((name) => name !== ALL) ?? [];
  return html`<h2>Weights over checkpoints</h2>
    <${Failure} problem=${problem} retry=${reload} />
    ${!rows && !problem && html`<${Loading} what="the statistics" />`}
    ${rows?.length === 0 && tensor === ALL &&
    html`<${Empty} title="No statistics yet"><p>${live ? 'They come a moment after each checkpoint.' : 'The checkpoints of this trial have not been analysed, or it kept none.'}</p></${Empty}>`}
    ${(rows?.length > 0 || tensor !== ALL) &&
    html`<p><label>Weights of
      <select id="tensor" value=${tensor} onChange=${(event) => setQuery({tensor: event.currentTarget.value === ALL ? null : event.currentTarget.value})}>
        <option value=${ALL}>all prunable tensors</option>
        ${[...new Set([...names, ...(tensor === ALL ? [] : [tensor])])].map((name) => html`<option value=${name}>${name}</option>`)}
      </select>
    </label></p>`}
    ${rows?.length === 0 && tensor !== ALL && html`<${Empty} title="Nothing of this tensor"><p>There is none of this name. Choose another above.</p></${Empty}>`}
    ${rows?.length > 0 && html`<${Checkpoints} rows=${rows} afterwards=${trial.spec.start.kind !== 'initialisation' || trial.spec.perturbation !== undefined} />`}`;
}

/** @param afterwards whether the trial begins with other weights than those of its initialisation */
function Checkpoints({rows, afterwards}) {
  const [at, setAt] = useState(null);
  const [playing, setPlaying] = useState(false);
  const here = Math.min(at ?? rows.length - 1, rows.length - 1);
  const row = rows[here];
  const {axes, xs, curves} = useMemo(() => {
    const drawn = OVER_TIME.slice(0, afterwards ? undefined : -SINCE_BEGIN).map(([name, of, show]) => ({name, show, mean: rows.map((one) => of(one) ?? null)}));
    return {
      axes: histogramAxes(rows),
      xs: positions(rows.map(({iteration}) => iteration), 'log'),
      curves: drawn.map((curve) => ({...curve, range: extent(curve.mean)})).filter(({range}) => range),
    };
  }, [rows, afterwards]);
  useEffect(() => {
    if (!playing) {
      return undefined;
    }
    const timer = setTimeout(() => (here < rows.length - 1 ? setAt(here + 1) : setPlaying(false)), PACE);
    return () => clearTimeout(timer);
  }, [playing, here]);
  const play = () => {
    if (!playing && here === rows.length - 1) {
      setAt(0);
    }
    setPlaying(!playing);
  };
  const moment = `${whole(row.iteration)}`;
  return html`
    <div class="slider">
      <label for="checkpoint">Checkpoint at iteration <output for="checkpoint">${moment}</output> <span class="quiet">(${here + 1} of ${rows.length})</span></label>
      <span class="actions">
        <input id="checkpoint" type="range" min="0" max=${rows.length - 1} value=${here} disabled=${rows.length < 2}
          aria-valuetext=${`iteration ${moment}`} onInput=${(event) => setAt(Number(event.currentTarget.value))} />
        ${rows.length > 1 && html`<button type="button" onClick=${play}>${playing ? 'Pause' : 'Play'}</button>`}
      </span>
    </div>
    <div class="weights">
      <div>
        ${axes ? html`<${Histogram} row=${row} axes=${axes} />` : html`<p>No weight survives here, so there is nothing to draw.</p>`}
        <${Facts} facts=${[
          ['Weights', whole(row.count)],
          ['Zeros', whole(row.zeros)],
          ['Not finite', row.nonFinite > 0 && html`<strong>${whole(row.nonFinite)}</strong>`],
          ['Least', number(row.minimum)],
          ['Quarter, median, three quarters', [3, 4, 5].map((i) => number(row.quantiles?.[i])).join(', ')],
          ['Greatest', number(row.maximum)],
          ['Above zero', percent(row.positiveShare)],
          ['Skewness', number(row.skewness)],
        ]} />
      </div>
      <div class="multiples over-time">
        ${curves.map((curve) => html`<${Small} key=${curve.name} ...${curve} xs=${xs} at=${here} onPick=${setAt} />`)}
      </div>
    </div>`;
}

const share = (value) => percent(value, 2);

/** So many at the end of the list are since the trial's begin. */
const SINCE_BEGIN = 3;

const OVER_TIME = [
  ['Mean', (row) => row.mean, number],
  ['Standard deviation', (row) => row.standardDeviation, number],
  ['Mean |w|', (row) => row.meanMagnitude, number],
  ['Excess kurtosis', (row) => row.excessKurtosis, number],
  ['Signs changed since initialisation', (row) => row.sinceInitialisation?.signsChanged, share],
  ['Cosine to initialisation', (row) => row.sinceInitialisation?.cosine, number],
  ['Distance from initialisation', (row) => row.sinceInitialisation?.distance, number],
  ['Signs changed since the begin', (row) => row.sinceStart?.signsChanged, share],
  ['Cosine to the begin', (row) => row.sinceStart?.cosine, number],
  ['Distance from the begin', (row) => row.sinceStart?.distance, number],
];
