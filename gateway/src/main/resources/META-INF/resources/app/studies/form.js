import {html} from '../view.js';
import {Field, put} from './field.js';

/** The fields of a recipe, each with what the server says of it. */
export function StudyForm({catalog, study, onChange, errors}) {
  const entry = entryOf(catalog, study.recipe);
  const network = catalog.networks.find((each) => each.network === study.network);
  const simple = entry.fields.filter(({kind}) => kind !== 'group');
  const groups = entry.fields.filter(({kind}) => kind === 'group');
  const set = (name, value) => onChange(put(study, name, value));
  const draw = (field) => html`<${Field}
    key=${`${study.recipe} ${field.name}`}
    field=${told(field, catalog, network, study)}
    path=${field.name}
    value=${study[field.name]}
    onChange=${(value) => set(field.name, value)}
    errors=${errors}
  />`;

  return html`<label class="recipe">
      <span class="name">recipe</span>
      <select value=${study.recipe} aria-describedby="about-recipe" onChange=${(event) => onChange(turned(study, entryOf(catalog, event.target.value)))}>
        ${catalog.recipes.map(({recipe}) => html`<option value=${recipe} selected=${recipe === study.recipe}>${recipe}</option>`)}
      </select>
      <span class="hint" id="about-recipe">${entry.about}</span>
    </label>
    <div class="fields">${simple.map(draw)}</div>
    ${groups.map(draw)}`;
}

/** The problem less what stands beside a field of the form; null where nothing is left to say. */
export function unplaced(problem, catalog, study) {
  if (!problem?.errors?.length) {
    return problem;
  }
  const names = ['recipe', ...entryOf(catalog, study.recipe).fields.map(({name}) => name)];
  const left = problem.errors.filter(({field}) => !names.includes(field.split(/[.[]/)[0]));
  return left.length === 0
    ? {title: problem.title, message: 'What is wrong stands beside the fields.', errors: []}
    : {title: problem.title, message: problem.message, errors: left};
}

const entryOf = (catalog, recipe) => catalog.recipes.find((entry) => entry.recipe === recipe);

/** The study as one of another recipe: with those fields that it takes too. */
function turned(study, entry) {
  const kept = entry.fields.filter(({name}) => name in study).map(({name}) => [name, study[name]]);
  return {recipe: entry.recipe, ...Object.fromEntries(kept)};
}

/** The field with what depends on others: the networks' sentences, which data sets fit, how the network is trained. */
function told(field, catalog, network, study) {
  switch (field.name) {
    case 'network':
      return {...field, about: network?.about ?? field.about};
    case 'dataset':
      return {
        ...field,
        about: catalog.datasets.find(({dataset}) => dataset === study.dataset)?.about ?? field.about,
        barred: network ? field.choices.filter((choice) => !network.datasets.includes(choice)) : [],
      };
    case 'training':
      return {...field, fields: field.fields.map((each) => ({...each, usual: network?.training[each.name] ?? each.usual}))};
    default:
      return field;
  }
}
