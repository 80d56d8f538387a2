import {percent, whole} from '../format.js';
import {html} from '../view.js';
import {line} from './layout.js';

/** All states of trials, in the order of a trial's life. */
export const STATES = ['waiting', 'ready', 'dispatched', 'running', 'completed', 'diverged', 'failed', 'blocked', 'cancelled'];

const RING = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z';
const SHAPES = {
  waiting: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
  ready: RING,
  dispatched: RING,
  running: `${RING}M-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z`,
  completed: RING,
  diverged: 'M0-6L5.5 4.5h-11z',
  failed: 'M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5',
  blocked: 'M-4.5-4.5h9v9h-9z',
  cancelled: 'M-4.5 0h9',
};

/** The mark of a state: a colour and, for those who do not tell colours, a shape. */
export const Mark = ({state}) => html`<path class="mark" data-state=${state} d=${SHAPES[state]} />`;

/** The mark by itself, beside a word. */
export const Symbol = ({state}) =>
  html`<svg class="symbol" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true"><${Mark} state=${state} /></svg>`;

/** A trial in a sentence. */
export function describe(node) {
  const role = [`seed ${node.seed}`, node.level === 0 ? 'dense' : `level ${node.level}`, line(node)].filter(Boolean).join(', ');
  const outcome = node.accuracy === undefined ? '' : `, accuracy ${percent(node.accuracy, 2)}, ${percent(node.density)} of weights`;
  const under = node.state === 'running' ? `, iteration ${whole(node.iteration)} of ${whole(node.end)}` : '';
  return `${role}: ${node.state}${under}${outcome}${node.reason ? `, ${node.reason}` : ''}`;
}
