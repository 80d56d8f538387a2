import {post, session} from '../api.js';
import {Failure} from '../parts.js';
import {html, useEffect, useState} from '../view.js';

/** Logs in by an API key, which then is in a cookie that no script can read. */
export function Login() {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);

  const login = async (text) => {
    setBusy(true);
    setProblem(null);
    try {
      session.set(await post('session', JSON.stringify({key: text})));
    } catch (failure) {
      setProblem(
        failure.status === 401
          ? {title: 'This key opens nothing', message: 'It is mistyped, expired or revoked, or not a key of this installation.'}
          : failure,
      );
      setBusy(false);
    }
  };

  useEffect(() => {
    const handed = handedOver();
    if (handed) {
      login(handed);
    }
  }, []);

  const submit = (event) => {
    event.preventDefault();
    login(key);
  };
  return html`<form class="login" onSubmit=${submit}>
    <h1>Log in</h1>
    <label>
      API key
      <input type="password" autocomplete="current-password" required value=${key} onInput=${(event) => setKey(event.target.value)} />
    </label>
    <button type="submit" disabled=${busy}>Log in</button>
    <${Failure} problem=${problem} />
    <p class="quiet">
      On your own machine <code>./earlyphase open</code> logs in by itself. Elsewhere an operator makes keys:
      <code>./earlyphase key make --user NAME --role researcher</code>.
    </p>
  </form>`;
}

/** A key in the fragment of the address, which servers never see; it is taken out of sight at once. */
function handedOver() {
  const handed = new URLSearchParams(location.hash.slice(1));
  const key = handed.get('key');
  if (key) {
    const to = handed.get('to') ?? '/';
    history.replaceState(null, '', '#' + (to.startsWith('/') ? to : '/'));
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
  return key;
}
