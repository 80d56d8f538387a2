import {awaySince, post} from '../api.js';
import {bytes, counted, duration, number, whole} from '../format.js';
import {Facts} from '../parts.js';
import {useStore} from '../store.js';
import {html, useEffect, useState} from '../view.js';

const PAUSE = 500;

/** What the server says a study would come to, asked after each pause in editing, when it is back, and by again(). */
export function usePlan(body, type) {
  const [state, setState] = useState({});
  const [turn, setTurn] = useState(0);
  const away = useStore(awaySince) !== null;
  useEffect(() => {
    if (away) {
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const plan = await post('studies?dryRun=true', body, type, {signal: abort.signal});
        setState({body, plan, problem: null});
      } catch (problem) {
        if (!abort.signal.aborted) {
          setState((before) => ({body, plan: before.plan, problem}));
        }
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body, type, turn, away]);
  const planning = state.body !== body;
  return {plan: state.plan, problem: planning ? null : state.problem, planning, again: () => setTurn(turn + 1)};
}

/**
 * The plan in words; an older one stands dimmed while the next is worked out or there is none.
 *
 * @param refused what to say where there is none
 */
export const Plan = ({plan, planning, refused}) => html`<div class="plan" data-old=${planning || refused ? 'true' : 'false'} aria-busy=${planning ? 'true' : 'false'}>
  <p role="status">${summary(plan, planning, refused)}</p>
  ${plan &&
  html`<${Facts}
    facts=${[
      ['Study', html`<code>${plan.study}</code>`],
      ['Trials', `${whole(plan.trials)}: ${whole(plan.newTrials)} to train, ${whole(plan.sharedTrials)} there already`],
      ['Iterations to train', `${whole(plan.newIterations)} of ${whole(plan.iterations)}`],
      ['Checkpoints', `${whole(plan.checkpoints)}, ${bytes(plan.bytes)}; ${bytes(plan.newBytes)} of it new`],
      ['GPU hours', plan.gpuHours === undefined ? unknown : `${number(plan.gpuHours, 3)} of one slot`],
      ['Time', plan.secondsEstimate === undefined ? noTime(plan) : `about ${duration(plan.secondsEstimate)} over the slots of now`],
    ]}
  />`}
</div>`;

const unknown = html`<span class="quiet">unknown: this network has not been trained on this data set here yet</span>`;

const noTime = (plan) => (plan.gpuHours === undefined ? html`<span class="quiet">unknown</span>` : html`<span class="quiet">no worker is here</span>`);

function summary(plan, planning, refused) {
  if (planning) {
    return 'Working out what it comes to …';
  }
  if (refused) {
    return refused;
  }
  return plan.newTrials === 0 ? 'Nothing to train: all of it is there already.' : `${counted(plan.newTrials, 'trial')} to train.`;
}
