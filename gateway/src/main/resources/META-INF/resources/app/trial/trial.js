import {useLoad} from '../load.js';
import {Empty, Failure, Loading} from '../parts.js';
import {html, useEffect, useState} from '../view.js';
import {Attempts} from './attempts.js';
import {Checkpoints} from './checkpoints.js';
import {Curves} from './curves.js';
import {Head} from './head.js';
import {Layers} from './layers.js';
import {Mask} from './mask.js';
import {Measurements} from './measurements.js';
import {Specification} from './specification.js';
import {Weights} from './weights.js';

const OFTEN = 1_000;
const SELDOM = 10_000;

const VIEWS = [
  ['curves', 'Curves', Curves],
  ['layers', 'Layers', Layers],
  ['weights', 'Weights', Weights],
  ['mask', 'Mask', Mask],
  ['measurements', 'Measurements', Measurements],
  ['checkpoints', 'Checkpoints', Checkpoints],
  ['attempts', 'Attempts', Attempts],
  ['specification', 'Specification', Specification],
];

const ended = (state) => !['waiting', 'ready', 'dispatched', 'running'].includes(state);

/** A trial: what it is, how it stands, and everything that was seen of it. */
export function Trial({id, query, who}) {
  const [over, setOver] = useState(false);
  const {data: trial, problem, reload} = useLoad(`trials/${id}`, {every: over ? SELDOM : OFTEN});
  const gone = problem?.status === 404;
  const repeated = trial?.verification?.equal === null || (trial?.verification && trial.verification.equal === undefined);
  useEffect(() => setOver(gone || (trial !== undefined && ended(trial.state) && !repeated)), [gone, trial]);

  if (!trial) {
    return html`<h1>Trial ${id.slice(0, 8)}</h1>
      ${gone
        ? html`<${Empty} title="There is no such trial"><p>It was deleted, or its id is not complete. Go on at the <a href="#/">studies</a>.</p></${Empty}>`
        : problem
          ? html`<${Failure} problem=${problem} retry=${reload} />`
          : html`<${Loading} what="the trial" />`}`;
  }
  const [name, , View] = VIEWS.find(([view]) => view === query.get('show')) ?? VIEWS[0];
  return html`
    <${Head} trial=${trial} study=${query.get('study')} who=${who} reload=${reload} />
    ${gone
      ? html`<div class="failure" role="alert"><p><strong>Deleted.</strong> The trial is no longer there. What you see is from before.</p></div>`
      : html`<${Failure} problem=${problem} retry=${reload} />`}
    <nav class="views" aria-label="Parts of the trial">
      ${VIEWS.map(([view, title]) => html`<a href=${address(trial, view, query)} aria-current=${view === name ? 'page' : null}>${title}</a>`)}
    </nav>
    <section id="view" aria-label=${VIEWS.find(([view]) => view === name)[1]}>
      <${View} key=${name} trial=${trial} query=${query} live=${!ended(trial.state)} />
    </section>`;
}

function address(trial, view, query) {
  const study = query.get('study');
  return `#/trials/${trial.id}?${study ? `study=${encodeURIComponent(study)}&` : ''}show=${view}`;
}
