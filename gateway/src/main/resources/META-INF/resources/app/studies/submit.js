import {get, post} from '../api.js';
import {useLoad} from '../load.js';
import {Failure, Loading} from '../parts.js';
import {go, setQuery} from '../router.js';
import {html, useEffect, useState} from '../view.js';
import {StudyForm, unplaced} from './form.js';
import {Plan, usePlan} from './plan.js';
import {YamlEditor} from './yaml-editor.js';
import {yaml} from './yaml.js';

const FIRST = 'demo';
const ask = (signal) => Promise.all(['catalog', 'templates'].map((path) => get(path, {signal})));

/** A new study, from a form or a file; what it would come to is told before it is submitted. */
export function Submit({who, query}) {
  return html`<h1>New study</h1>
    ${who.role === 'viewer' ? html`<${NotYours} who=${who} />` : html`<${Draft} start=${query.get('template') ?? FIRST} />`}`;
}

const NotYours = ({who}) => html`<div class="empty">
  <h2>Viewers cannot submit</h2>
  <p>
    You are logged in as <strong>${who.user}</strong> with the role viewer, which reads everything and changes nothing.
    An operator can make you a key for the role researcher:
    <code>./earlyphase key make --user ${who.user} --role researcher</code>, or on the page <em>System</em>.
  </p>
  <p><a href="#/">Back to the studies</a></p>
</div>`;

function Draft({start}) {
  const {data, problem, reload} = useLoad(ask, {key: 'catalog and templates'});
  if (!data) {
    return problem ? html`<${Failure} problem=${problem} retry=${reload} />` : html`<${Loading} what="recipes and templates" />`;
  }
  const [catalog, templates] = data;
  return html`<${Editor} catalog=${catalog} templates=${templates} start=${templates.find(({name}) => name === start) ?? templates[0]} />`;
}

function Editor({catalog, templates, start}) {
  const [mode, setMode] = useState('form');
  const [template, setTemplate] = useState(start);
  const [study, setStudy] = useState(start.study);
  const [text, setText] = useState(start.yaml);
  // Counts what the form was filled with, so that its fields are drawn anew for each.
  const [filling, setFilling] = useState(0);
  const body = mode === 'form' ? JSON.stringify(study) : text;
  const type = mode === 'form' ? 'application/json' : 'application/yaml';
  const {plan, problem, planning, again} = usePlan(body, type);
  const submission = useSubmission();
  const refused = submission.problem ?? problem;

  useEffect(() => submission.forget(), [body]);
  const begin = (name) => {
    const chosen = templates.find((each) => each.name === name);
    setQuery({template: name});
    setTemplate(chosen);
    setStudy(chosen.study);
    setText(chosen.yaml);
    setFilling(filling + 1);
  };
  const takeOver = () => {
    setText(yaml(study));
    setMode('yaml');
  };
  const submit = (event) => {
    event.preventDefault();
    submission.submit(body, type);
  };

  return html`<${Templates} templates=${templates} present=${template} onChoose=${begin} />
    <div class="tabs" role="group" aria-label="How to write it">
      ${[['form', 'Form'], ['yaml', 'YAML']].map(
        ([name, label]) => html`<button type="button" aria-pressed=${mode === name ? 'true' : 'false'} onClick=${() => setMode(name)}>${label}</button>`,
      )}
    </div>
    <form class="draft" onSubmit=${submit} novalidate>
      <div class="editor">
        ${mode === 'form'
          ? html`<${StudyForm} key=${filling} catalog=${catalog} study=${study} onChange=${setStudy} errors=${refused?.errors ?? []} />
              <details class="file">
                <summary>As a file</summary>
                <pre tabindex="0" aria-label="The study as YAML">${yaml(study)}</pre>
                <button type="button" onClick=${takeOver}>Go on in YAML</button>
              </details>`
          : html`<${YamlEditor} text=${text} onChange=${setText} />`}
      </div>
      <aside aria-label="Plan">
        <h2>Plan</h2>
        <${Failure} problem=${mode === 'form' ? unplaced(refused, catalog, study) : refused} retry=${passing(problem) ? again : null} />
        <${Plan} plan=${plan} planning=${planning} refused=${refused && (passing(refused) ? 'Could not be worked out.' : 'Refused as it stands.')} />
        <p class="actions">
          <button type="submit" disabled=${submission.busy || Boolean(problem) || !plan}>Submit the study</button>
        </p>
      </aside>
    </form>`;
}

/** Whether the same may go well later: too many plans in a row, a server that was busy. */
const passing = (problem) => problem && (problem.status === 0 || problem.status === 429 || problem.status >= 500);

function Templates({templates, present, onChoose}) {
  const group = (title, members) => html`<optgroup label=${title}>
    ${members.map(({name, study}) => html`<option value=${name} selected=${name === present.name}>${study.name} (${study.recipe})</option>`)}
  </optgroup>`;
  const small = templates.filter(({name}) => name.startsWith('demo'));
  const laptop = templates.filter(({name}) => name.startsWith('laptop/'));
  const paper = templates.filter((each) => !small.includes(each) && !laptop.includes(each));
  return html`<div class="templates">
    <label>
      <span>Start from</span>
      <select value=${present.name} onChange=${(event) => onChoose(event.target.value)} aria-describedby="about-template">
        ${group('Small', small)} ${group('For a laptop', laptop)} ${group('At the paper’s size', paper)}
      </select>
    </label>
    <p id="about-template" class="quiet">${present.about}</p>
  </div>`;
}

function useSubmission() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const submit = async (body, type) => {
    setBusy(true);
    try {
      const {id} = await post('studies', body, type);
      go(`/studies/${id}`);
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };
  return {busy, problem, submit, forget: () => setProblem(null)};
}
