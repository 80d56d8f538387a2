import {whole} from '../format.js';
import {Facts, State, Table} from '../parts.js';
import {html} from '../view.js';

const STATES = ['waiting', 'ready', 'dispatched', 'running', 'completed', 'diverged', 'failed', 'blocked', 'cancelled'];

/** Trials of all studies by state, and whose those are that are still to end. */
export const Queue = ({queue}) => html`<${Facts}
    facts=${STATES.filter((state) => queue.trials[state]).map((state) => [html`<${State} state=${state} />`, whole(queue.trials[state])])}
  />
  ${queue.shares.length === 0
    ? html`<p class="quiet">No trial is still to end.</p>`
    : html`<${Table}
          caption="Trials still to end, in the order in which they get slots"
          columns=${['#Priority', 'Owner', '#Studies', '#Wait for others', '#Ready', '#Running']}
          rows=${queue.shares.map((share) => [
            share.priority,
            html`<a href=${`#/?state=running&owner=${encodeURIComponent(share.owner)}`}>${share.owner}</a>`,
            share.studies,
            whole(share.waiting),
            whole(share.ready),
            whole(share.running),
          ])}
        />
        <p class="quiet">The highest priority goes first; owners of equal priority take turns.</p>`}`;
