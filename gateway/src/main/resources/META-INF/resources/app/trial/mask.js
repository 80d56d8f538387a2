import {number, percent, whole} from '../format.js';
import {useLoad} from '../load.js';
import {Empty, Facts, Failure, Loading, Table} from '../parts.js';
import {html} from '../view.js';

/** What the mask lets live, layer by layer. */
export function Mask({trial, live}) {
  const dense = trial.spec.mask.kind === 'dense';
  const {data: mask, problem, reload} = useLoad(dense ? null : `trials/${trial.id}/mask`, {
    key: dense ? null : `${trial.id} ${live}`,
    every: live ? 5_000 : 0,
  });
  if (dense) {
    return html`<h2>Mask</h2><${Empty} title="No mask"><p>This trial is dense: all weights take part.</p></${Empty}>`;
  }
  if (problem?.status === 404) {
    return html`<h2>Mask</h2><${Empty} title="No mask yet"><p>${live ? 'It is made from the weights of another trial when this one begins, and analysed a moment later.' : 'It was never made, or not analysed.'}</p></${Empty}>`;
  }
  return html`<h2>Mask</h2>
    <${Failure} problem=${problem} retry=${reload} />
    ${!mask && !problem && html`<${Loading} what="the mask" />`}
    ${mask && html`<${Densities} mask=${mask} />`}`;
}

function Densities({mask}) {
  const collapsed = new Set(mask.collapsed);
  const hasParent = mask.all.hammingToParent !== undefined;
  const row = (part, name) =>
    Object.assign(
      [
        name,
        whole(part.size),
        whole(part.survivors),
        html`<span class="density"><span class="bar" aria-hidden="true"><span style=${{width: `${100 * part.density}%`}}></span></span> ${percent(part.density, 2)}</span>`,
        ...(hasParent ? [whole(part.hammingToParent), number(part.jaccardToParent, 3)] : []),
        collapsed.has(part.tensor) ? html`<strong class="collapsed">collapsed: nothing passes</strong>` : '',
      ],
      {key: part.tensor},
    );
  return html`
    ${collapsed.size > 0 &&
    html`<div class="failure" role="alert"><p><strong>${collapsed.size === 1 ? 'A layer has' : `${collapsed.size} layers have`} collapsed:</strong> nothing survives in ${mask.collapsed.join(', ')}.</p></div>`}
    <${Facts} facts=${[
      ['Density', percent(mask.all.density, 2)],
      ['Survivors', `${whole(mask.all.survivors)} of ${whole(mask.all.size)}`],
      ['Largest magnitude pruned', mask.threshold !== undefined && number(mask.threshold)],
      ['Other than in the parent', hasParent && `${whole(mask.all.hammingToParent)} weights`],
      ['Jaccard distance to the parent', hasParent && number(mask.all.jaccardToParent, 3)],
    ]} />
    <${Table}
      caption="What survives of each prunable tensor"
      columns=${['Tensor', '#Weights', '#Survivors', 'Density', ...(hasParent ? ['#Hamming to parent', '#Jaccard distance'] : []), 'Remark']}
      rows=${[row(mask.all, html`<strong>all</strong>`), ...mask.tensors.map((part) => row(part, part.tensor))]}
    />`;
}
