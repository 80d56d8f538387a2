import {get, post, remove} from '../api.js';
import {bytes, counted, whole} from '../format.js';
import {Confirm, Failure} from '../parts.js';
import {html, useRef, useState} from '../view.js';

/** What somebody may do to a study as it stands. */
export function actionsFor(study, who) {
  const theirs = who.role === 'operator' || (who.role === 'researcher' && who.user === study.owner);
  return [
    study.state === 'running' && theirs && {name: 'Cancel', danger: true},
    study.state !== 'cancelled' && study.trials.failed > 0 && who.role !== 'viewer' && {name: 'Retry'},
    study.state === 'cancelled' && who.role !== 'viewer' && {name: 'Resume'},
    study.state !== 'running' && theirs && {name: 'Delete', danger: true},
  ].filter(Boolean);
}

/**
 * Cancels, resumes, retries and deletes studies: asks before what cannot be undone, and tells what came of it.
 *
 * @param done called with the name of what was done, and the study as it stands then or what deleting it freed
 * @returns {{run: (name: string, study) => void, dialogue, notice}} both to be put into the page
 */
export function useActions(done) {
  const [asking, setAsking] = useState(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState(null);
  const told = useRef();

  const tell = (text) => {
    setSaid(text);
    setProblem(null);
    // The button that was pressed may be gone with its row.
    requestAnimationFrame(() => document.activeElement === document.body && told.current?.focus());
  };
  const attempt = async (work) => {
    try {
      await work();
    } catch (failure) {
      setSaid('');
      setProblem(failure);
    }
  };
  const act = (name, study, work) =>
    attempt(async () => {
      setAsking(null);
      const {text, outcome} = await work(study);
      tell(text);
      done(name, outcome);
    });
  const run = (name, study) =>
    attempt(async () => {
      if (name in AT_ONCE) {
        await act(name, study, AT_ONCE[name]);
      } else {
        setAsking({name, study, storage: name === 'Delete' ? await get(`studies/${study.id}/storage`) : null});
      }
    });

  const close = () => setAsking(null);
  const dialogue =
    asking?.name === 'Cancel'
      ? html`<${CancelDialogue} study=${asking.study} onNo=${close} onYes=${() => act('Cancel', asking.study, cancel)} />`
      : asking && html`<${DeleteDialogue} ...${asking} onNo=${close} onYes=${() => act('Delete', asking.study, erase)} />`;
  const notice = html`<p class=${said ? 'notice' : 'unseen'} role="status" tabindex="-1" ref=${told}>${said}</p>
    <${Failure} problem=${problem} />`;
  return {run, dialogue, notice};
}

/** What needs no second thought. */
const AT_ONCE = {Retry: retry, Resume: resume};

async function cancel(study) {
  const outcome = await post(`studies/${study.id}/cancel`);
  return {text: `${study.name} is cancelled.`, outcome};
}

async function retry(study) {
  return goesOn(await post(`studies/${study.id}/retry`));
}

/** A cancelled study goes on when the same is submitted again. */
async function resume(study) {
  const {request} = await get(`studies/${study.id}`);
  return goesOn(await post('studies', JSON.stringify(request)));
}

function goesOn(outcome) {
  const {name, trials} = outcome;
  const open = (trials.waiting ?? 0) + (trials.ready ?? 0) + (trials.dispatched ?? 0) + (trials.running ?? 0);
  return {text: `${name} goes on: ${whole(open)} ${open === 1 ? 'trial is' : 'trials are'} still to end.`, outcome};
}

async function erase(study) {
  const freed = await remove(`studies/${study.id}`);
  return {text: `${study.name} is deleted, which frees ${counted(freed.ownObjects, 'object')}, ${bytes(freed.ownBytes)}.`, outcome: freed};
}

const CancelDialogue = ({study, onYes, onNo}) => html`<${Confirm}
  title=${`Cancel ${study.name}?`}
  yes="Cancel the study"
  onYes=${onYes}
  onNo=${onNo}
>
  <p>Its trials that no other study wants are stopped. Results that are there stay, and Resume takes it up again.</p>
</${Confirm}>`;

function DeleteDialogue({study, storage, onYes, onNo}) {
  const shared = storage.trials - storage.ownTrials;
  return html`<${Confirm} title=${`Delete ${study.name}?`} yes="Delete the study" onYes=${onYes} onNo=${onNo}>
    <p>
      It has ${counted(storage.trials, 'trial')} with ${counted(storage.objects, 'object')}, ${bytes(storage.bytes)}. Deleting it
      frees <strong>${counted(storage.ownObjects, 'object')}, ${bytes(storage.ownBytes)}</strong>
      ${shared > 0 && html`; ${whole(shared)} ${shared === 1 ? 'trial stays' : 'trials stay'} because another study has
        ${shared === 1 ? ' it' : ' them'} too`}.
    </p>
    <p>This cannot be undone.</p>
  </${Confirm}>`;
}
