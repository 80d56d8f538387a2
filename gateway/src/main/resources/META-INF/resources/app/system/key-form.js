import {now} from '../api.js';
import {Failure} from '../parts.js';
import {html, useState} from '../view.js';

const DAY = 86_400_000;
const ROLES = [
  ['viewer', 'viewer: reads'],
  ['researcher', 'researcher: submits too'],
  ['operator', 'operator: everything'],
  ['worker', 'worker: trains'],
];

/** Asks for whom, with which role, and for how long. */
export function KeyForm({onMake}) {
  const [user, setUser] = useState('');
  const [role, setRole] = useState('researcher');
  const [days, setDays] = useState('90');
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await onMake({user: user.trim(), role, ...(days && {expires: new Date(now() + Number(days) * DAY).toISOString()})});
      setProblem(null);
      setUser('');
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
  };
  return html`<form class="filter" aria-label="Make a key" onSubmit=${submit}>
      <label class="text">
        <span>User</span>
        <input type="text" name="user" required maxlength="200" autocomplete="off" value=${user} onInput=${(event) => setUser(event.target.value)} />
      </label>
      <label>
        <span>Role</span>
        <select name="role" onChange=${(event) => setRole(event.target.value)}>
          ${ROLES.map(([name, label]) => html`<option value=${name} selected=${name === role}>${label}</option>`)}
        </select>
      </label>
      <label>
        <span>Holds</span>
        <select name="days" onChange=${(event) => setDays(event.target.value)}>
          ${[['30', '30 days'], ['90', '90 days'], ['365', 'a year'], ['', 'until revoked']].map(
            ([value, label]) => html`<option value=${value} selected=${value === days}>${label}</option>`,
          )}
        </select>
      </label>
      <button type="submit" disabled=${busy}>Make a key</button>
    </form>
    <${Failure} problem=${problem} />`;
}
