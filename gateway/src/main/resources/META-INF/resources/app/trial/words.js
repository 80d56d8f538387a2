import {percent, short} from '../format.js';
import {html} from '../view.js';

/** What a trial does, as a sentence or two. */
export function InWords({spec}) {
  const {training} = spec;
  return html`<strong>${spec.network}</strong> on <strong>${spec.dataset}</strong>, seed ${spec.seed}${spec.orderSeed !== undefined && spec.orderSeed !== null && `, data in the order of seed ${spec.orderSeed}`}.
    ${spec.task && html` It learns ${taskInWords(spec.task)}.`}
    ${' '}<${Begin} start=${spec.start} />
    ${' '}<${Survivors} mask=${spec.mask} />
    ${spec.perturbation && html` The surviving weights are changed at the begin: <code>${spec.perturbation}</code>.`}
    ${spec.start.kind !== 'between' &&
    html` Trained until ${training.end} in batches of ${training.batchSize}, learning rate ${training.learningRate}${training.momentum > 0 && `, momentum ${training.momentum}`}${training.weightDecay > 0 && `, weight decay ${training.weightDecay}`}.`}`;
}

export const TrialLink = ({id}) => html`<a href=${`#/trials/${id}`}>${short(id)}</a>`;

function Begin({start}) {
  switch (start.kind) {
    case 'initialisation':
      return 'It begins with weights drawn by its seed.';
    case 'rewound':
      return html`It begins with the weights of <${TrialLink} id=${start.trial} /> at ${start.moment}${start.momentum === 'restored' && ', momentum restored'}${start.batchNorm === 'reset' && ', batch norm reset'}${start.schedule === 'restarted' && ', schedule restarted'}.`;
    case 'pretrained':
      return html`It begins with what <${TrialLink} id=${start.trial} /> has learnt until ${start.moment}, its output layer ${start.head}.`;
    case 'between':
      return html`Nothing is trained: ${start.points} points on the line from <${TrialLink} id=${start.from} /> to <${TrialLink} id=${start.to} /> are scored.`;
    default:
      return html`It begins with <code>${JSON.stringify(start)}</code>.`;
  }
}

function Survivors({mask}) {
  switch (mask.kind) {
    case 'dense':
      return 'All weights take part.';
    case 'pruned':
      return html`Of the weights that survive in <${TrialLink} id=${mask.trial} />, ${percent(mask.pruning.fraction, 0)} are pruned, those that were smallest at its end ${mask.pruning.scope === 'layer' ? 'in each layer' : 'over all layers'}.`;
    case 'scored':
      return html`${percent(mask.density)} of the weights survive, as <code>${mask.rule}</code> picks them before training.`;
    case 'shuffled':
      return html`<${Survivors} mask=${mask.of} /> Within each layer the survivors are then moved to random places.`;
    default:
      return html`Its mask is <code>${JSON.stringify(mask)}</code>.`;
  }
}

const taskInWords = ({kind, fraction, labels}) =>
  `${kind}${fraction < 1 ? ` of ${percent(fraction, 0)}` : ''}${labels === 'per-epoch' ? ', drawn anew each epoch' : ''}`;
