import {post, remove} from '../api.js';
import {Copy} from '../copy.js';
import {time} from '../format.js';
import {useLoad} from '../load.js';
import {Confirm, Failure, Loading, Table} from '../parts.js';
import {html, useEffect, useRef, useState} from '../view.js';
import {KeyForm} from './key-form.js';

/** API keys, for operators: which there are, new ones, and the end of old ones. */
export function Keys() {
  const {data: keys, problem, reload} = useLoad('keys');
  const [made, setMade] = useState(null);
  const [revoking, setRevoking] = useState(null);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState(null);

  const make = async (request) => {
    setMade(await post('keys', JSON.stringify(request)));
    setSaid('');
    reload();
  };
  const revoke = async (key) => {
    setRevoking(null);
    try {
      await remove(`keys/${key.id}`);
      setRefused(null);
      setSaid(`The key ${key.id} of ${key.user} is revoked; within seconds it opens nothing any more.`);
      reload();
    } catch (failure) {
      setRefused(failure);
    }
  };
  return html`<section class="system" aria-labelledby="keys">
    <h2 id="keys">API keys</h2>
    <${KeyForm} onMake=${make} />
    ${made && html`<${Secret} made=${made} onDone=${() => setMade(null)} />`}
    <p class=${said ? 'notice' : 'unseen'} role="status">${said}</p>
    <${Failure} problem=${refused} />
    <${Failure} problem=${problem} retry=${reload} />
    ${!keys && !problem && html`<${Loading} what="the keys" />`}
    ${keys &&
    html`<${Table}
      caption="Keys, the newest first"
      columns=${['Id', 'User', 'Role', 'Made', 'Ends', 'State', 'Actions']}
      rows=${keys.map((key) => [
        html`<code>${key.id}</code>`,
        key.user,
        key.role,
        time(key.made),
        key.expires ? time(key.expires) : 'never',
        standing(key),
        key.revoked
          ? ''
          : html`<button type="button" class="small danger" aria-label=${`Revoke key ${key.id} of ${key.user}`} onClick=${() => setRevoking(key)}>Revoke</button>`,
      ])}
    />`}
    ${revoking &&
    html`<${Confirm} title=${`Revoke the key of ${revoking.user}?`} yes="Revoke the key" onYes=${() => revoke(revoking)} onNo=${() => setRevoking(null)}>
      <p>Whatever uses key <code>${revoking.id}</code> (${revoking.role}) is locked out within seconds. This cannot be undone.</p>
    </${Confirm}>`}
  </section>`;
}

function standing(key) {
  if (key.revoked) {
    return html`<span class="quiet">revoked ${time(key.revoked)}</span>`;
  }
  return key.expires && Date.parse(key.expires) < Date.now() ? html`<span class="quiet">has ended</span>` : 'holds';
}

/** A key just made; it is shown until it is put away, and never again. */
function Secret({made, onDone}) {
  const field = useRef();
  useEffect(() => field.current.focus(), [made.id]);
  return html`<div class="secret" role="group" aria-label="The new key">
    <label for="secret">The key of ${made.user} (${made.role}). It is shown this once; keep it where nobody else reads it.</label>
    <input id="secret" ref=${field} type="text" readonly value=${made.secret} />
    <p class="actions">
      <${Copy} text=${made.secret} what="the key" />
      <button type="button" onClick=${onDone}>I have kept it</button>
    </p>
  </div>`;
}
