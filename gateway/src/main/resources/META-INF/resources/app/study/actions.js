import {get, post, remove} from '../api.js';
import {bytes, whole} from '../format.js';
import {Confirm, Failure} from '../parts.js';
import {html, useEffect, useState} from '../view.js';

/** Whether somebody may cancel or delete a study: its owner and operators may. */
export const owns = (who, study) => who.role === 'operator' || (who.role === 'researcher' && who.user === study.owner);

/** Whether somebody may have failed trials tried again, and cancelled studies taken up. */
export const mayRetry = (who) => who.role !== 'viewer';

/**
 * What can be done to a study by the one who looks at it; what is not theirs or makes no sense now is not shown.
 *
 * @param onStudy what to call with the study as it stands after it was cancelled, resumed or retried
 * @param onDeleted what to call with what was freed
 */
export function Actions({study, who, onStudy, onDeleted}) {
  const [asked, setAsked] = useState(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const running = study.state === 'running';
  const cancelled = study.state === 'cancelled';

  const act = async (call, then) => {
    setAsked(null);
    setBusy(true);
    setProblem(null);
    try {
      then(await call());
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
  };
  const to = (command) => () => post(`studies/${study.id}/${command}`);
  const cancel = owns(who, study) && running;
  const retry = mayRetry(who) && !cancelled && study.trials.failed > 0;
  const resume = mayRetry(who) && cancelled;
  const erase = owns(who, study) && !running;
  return html`
    <p class="actions" role="group" aria-label=${`What to do with ${study.name}`}>
      ${cancel && html`<button type="button" disabled=${busy} onClick=${() => setAsked('cancel')}>Cancel</button>`}
      ${retry && html`<button type="button" disabled=${busy} onClick=${() => act(to('retry'), onStudy)}>Retry</button>`}
      ${resume && html`<button type="button" disabled=${busy} onClick=${() => act(() => takeUp(study.id), onStudy)}>Resume</button>`}
      ${erase && html`<button type="button" class="danger" disabled=${busy} onClick=${() => setAsked('delete')}>Delete</button>`}
      ${busy && html`<span class="quiet" role="status">At it …</span>`}
    </p>
    <${Failure} problem=${problem} />
    ${asked === 'cancel' &&
    html`<${Confirm} title=${`Cancel ${study.name}?`} yes="Cancel the study" onYes=${() => act(to('cancel'), onStudy)} onNo=${() => setAsked(null)}>
      <p>Its trials that no other study wants are stopped. Results that are there stay, and Resume takes it up again.</p>
    </${Confirm}>`}
    ${asked === 'delete' &&
    html`<${Confirm} title=${`Delete ${study.name}?`} yes="Delete the study" onYes=${() => act(() => remove(`studies/${study.id}`), onDeleted)} onNo=${() => setAsked(null)}>
      <${Freed} id=${study.id} />
    </${Confirm}>`}
  `;
}

/** A cancelled study goes on when the same is submitted again. */
async function takeUp(id) {
  const {request} = await get(`studies/${id}`);
  return post('studies', JSON.stringify(request));
}

/** What deleting a study frees, asked for when it is about to be. */
function Freed({id}) {
  const [storage, setStorage] = useState(null);
  const [problem, setProblem] = useState(null);
  useEffect(() => {
    get(`studies/${id}/storage`).then(setStorage, setProblem);
  }, [id]);
  return html`
    <${Failure} problem=${problem} />
    ${storage
      ? html`<p>
          This frees <strong>${bytes(storage.ownBytes)}</strong> in ${whole(storage.ownObjects)} objects of
          ${' '}${whole(storage.ownTrials)} trials that no other study has.
          ${storage.bytes > storage.ownBytes && html` What it shares with others stays: ${bytes(storage.bytes - storage.ownBytes)}.`}
          ${' '}It cannot be undone.
        </p>`
      : !problem && html`<p class="quiet" role="status">Counting what it holds …</p>`}
  `;
}
