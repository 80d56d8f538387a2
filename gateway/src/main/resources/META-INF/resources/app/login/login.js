import {address, post, session} from '../api.js';
import {useLoad} from '../load.js';
import {Failure} from '../parts.js';
import {place} from '../router.js';
import {html, useEffect, useState} from '../view.js';

const FROM_ISSUER = {
  refused: {title: 'Not logged in', message: 'The issuer did not let you in, or too much time went by. Try again.'},
  away: {title: 'Not logged in', message: 'The issuer of tokens does not answer. Try again in a while.'},
};

/** Logs in by an API key or at the issuer; the token then is in a cookie that no script can read. */
export function Login() {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState(FROM_ISSUER[place.get().query.get('login')] ?? null);
  const {data: ways} = useLoad('session/ways');
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
    ${ways?.openIdConnect &&
    html`<p>or <a class="button" href=${`${address('session/issuer')}?to=${encodeURIComponent(here())}`}>Log in with your organisation</a></p>`}
    <${Failure} problem=${problem} />
    <p class="quiet">
      On your own machine <code>./earlyphase open</code> logs in by itself. Elsewhere an operator makes keys:
      <code>./earlyphase key make --user NAME --role researcher</code>.
    </p>
  </form>`;
}

/** Where to go on once logged in. */
function here() {
  const {path, hash, query} = place.get();
  return query.has('login') ? path : hash.slice(1) || '/';
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
