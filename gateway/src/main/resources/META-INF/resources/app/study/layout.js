/** How many trials stand in a row where all are of one level. */
const ABREAST = 24;

/** What a trial is in its study, without its level. */
export const line = ({rewind, family, variant}) => [family, rewind && `from ${rewind}`, variant].filter(Boolean).join(' · ');

/**
 * Where the trials of a study stand in its graph: a column a level, a row a seed and branch; the trunk that the branches
 * of a seed share stands in the middle of them. Where all are of one level they stand abreast, in their order.
 *
 * @param nodes as the API gives them
 * @returns {{columns, rows, row, column}} names of columns; of each row its label and nodes; of each node where it is
 */
export function layout(nodes) {
  const levels = [...new Set(nodes.map(({level}) => level))].sort((a, b) => a - b);
  return levels.length === 1 && nodes.length > 1 ? abreast(nodes) : byLevel(nodes, levels);
}

function abreast(nodes) {
  const rows = [];
  nodes.forEach((node, i) => {
    if (i % ABREAST === 0) {
      rows.push({label: `seed ${node.seed}${line(node) && ` · ${line(node)}`} …`, nodes: []});
    }
    rows.at(-1).nodes.push(i);
  });
  return {
    columns: new Array(Math.min(ABREAST, nodes.length)).fill(null),
    rows,
    row: nodes.map((node, i) => Math.floor(i / ABREAST)),
    column: nodes.map((node, i) => i % ABREAST),
  };
}

function byLevel(nodes, levels) {
  const place = new Map(levels.map((level, i) => [level, i]));
  const column = nodes.map(({level}) => place.get(level));
  const row = new Array(nodes.length);
  const rows = [];
  const seeds = new Map();
  nodes.forEach((node, i) => (seeds.get(node.seed) ?? seeds.set(node.seed, []).get(node.seed)).push(i));
  seeds.forEach((those, seed) => {
    const branches = branchesOf(nodes, those, column);
    const trunk = branches.get('') ?? [];
    branches.delete('');
    const first = rows.length;
    branches.forEach((members, name) => {
      rows.push({label: rows.length === first ? `seed ${seed} · ${name.split('\n')[0]}` : name.split('\n')[0], nodes: members});
    });
    if (branches.size === 0) {
      rows.push({label: `seed ${seed}`, nodes: trunk});
    } else {
      rows[first + Math.floor((branches.size - 1) / 2)].nodes.unshift(...trunk);
    }
    for (let at = first; at < rows.length; at++) {
      rows[at].nodes.forEach((i) => (row[i] = at));
    }
  });
  return {columns: levels.map((level) => (level === 0 ? 'dense' : `level ${level}`)), rows, row, column};
}

/** The trials of a seed by branch; a second one of a level in a branch has a row of its own. */
function branchesOf(nodes, those, column) {
  const branches = new Map();
  those.forEach((i) => {
    let name = line(nodes[i]);
    while (name !== '' && branches.get(name)?.some((other) => column[other] === column[i])) {
      name += '\n';
    }
    (branches.get(name) ?? branches.set(name, []).get(name)).push(i);
  });
  return branches;
}
