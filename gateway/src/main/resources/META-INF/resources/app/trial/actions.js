import {post} from '../api.js';
import {ago, short} from '../format.js';
import {Confirm, Failure} from '../parts.js';
import {html, useState} from '../view.js';

/** What a researcher may do with a trial. */
export function Actions({trial, reload}) {
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const act = async (what) => {
    setBusy(true);
    setAsked(false);
    setProblem(null);
    try {
      await post(`trials/${trial.id}/${what}`);
      reload();
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
  };
  const may = {retry: ['failed', 'diverged'].includes(trial.state), replay: trial.state === 'completed'};
  return html`
    ${(may.retry || may.replay) && html`<p class="actions">
      ${may.retry && html`<button type="button" disabled=${busy} onClick=${() => act('retry')}>Retry</button>`}
      ${may.replay && html`<button type="button" disabled=${busy} onClick=${() => setAsked(true)}>Replay and verify</button>`}
    </p>`}
    ${asked &&
    html`<${Confirm} title="Train it once more?" yes="Replay" onYes=${() => act('replay')} onNo=${() => setAsked(false)}>
      <p>The trial is trained again from its begin, which takes as long as it took. Then the SHA-256 of the weights at the end
        are compared. The result stays as it is.</p>
    </${Confirm}>`}
    <${Failure} problem=${problem} />`;
}

/** Whether a repetition came to the same weights. */
export function Verification({verification}) {
  if (!verification) {
    return null;
  }
  const {equal, expected, actual, engine, at} = verification;
  if (equal === null || equal === undefined) {
    return html`<p class="verification" data-state="running" role="status">Being trained once more to be verified, asked for ${ago(at)}.</p>`;
  }
  return html`<p class=${equal ? 'verification' : 'verification failure'} data-state=${equal ? 'completed' : 'failed'} role="status">
    <strong>${equal ? 'Verified' : 'Not the same'}:</strong> a repetition ${ago(at)} by ${engine} came to
    ${equal
      ? html` the same weights, SHA-256 <code>${short(expected)}…</code>`
      : html` other weights: SHA-256 <code>${short(actual ?? 'unknown')}…</code> instead of <code>${short(expected)}…</code>`}.
  </p>`;
}
