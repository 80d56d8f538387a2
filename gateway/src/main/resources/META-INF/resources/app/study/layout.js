/** How many trials stand in a row where all are of one level. */
const ABREAST = 24;

/** What a trial is in its study, without its level. */
export const line = ({rewind, family, variant}) => [family, rewind && `from ${rewind}`, variant].filter(Boolean).join(' · ');

/**
 * Where the trials of a study stand in its graph: a column a level, and a further one for what needs others of its own
 * level; a row a seed and branch. The trunk that the branches of a seed share stands in the middle of them. Where none
 * needs another they stand abreast, in their order.
 *
 * @param nodes as the API gives them
 * @returns {{columns, rows, row, column}} names of columns; of each row its label, its nodes and whether it is the first
 *     of its seed; of each node where it is
 */
export function layout(nodes) {
  const steps = stepsOf(nodes);
  const keys = nodes.map(({level}, i) => level * nodes.length + steps[i]);
  const columns = [...new Set(keys)].sort((a, b) => a - b);
  if (columns.length === 1 && nodes.length > 1) {
    return abreast(nodes);
  }
  const place = new Map(columns.map((key, i) => [key, i]));
  const names = columns.map((key) => {
    const level = Math.floor(key / nodes.length);
    return key % nodes.length > 0 ? 'then' : level === 0 ? 'dense' : `level ${level}`;
  });
  return {columns: names, ...rowsOf(nodes, keys.map((key) => place.get(key)))};
}

/** How many trials of its own level, one after the other, each trial needs. */
function stepsOf(nodes) {
  const steps = new Array(nodes.length);
  const stepOf = (i) => {
    if (steps[i] === undefined) {
      steps[i] = 0;
      const parents = [...(nodes[i].start ?? []), nodes[i].mask].filter((from) => nodes[from]?.level === nodes[i].level);
      steps[i] = parents.reduce((most, from) => Math.max(most, stepOf(from) + 1), 0);
    }
    return steps[i];
  };
  nodes.forEach((node, i) => stepOf(i));
  return steps;
}

function abreast(nodes) {
  const rows = [];
  nodes.forEach((node, i) => {
    if (i % ABREAST === 0) {
      rows.push({label: `seed ${node.seed}${line(node) && ` · ${line(node)}`} …`, nodes: [], first: false});
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

function rowsOf(nodes, column) {
  const row = new Array(nodes.length);
  const rows = [];
  const seeds = new Map();
  nodes.forEach((node, i) => (seeds.get(node.seed) ?? seeds.set(node.seed, []).get(node.seed)).push(i));
  seeds.forEach((those, seed) => {
    const branches = branchesOf(nodes, those, column);
    const trunk = branches.get('') ?? [];
    branches.delete('');
    const first = rows.length;
    branches.forEach((members, name) => rows.push({label: name.trim(), nodes: members, first: false}));
    if (branches.size === 0) {
      rows.push({label: '', nodes: trunk, first: false});
    } else {
      middle(rows, first, trunk, column).nodes.unshift(...trunk);
    }
    rows[first].label = [`seed ${seed}`, rows[first].label].filter(Boolean).join(' · ');
    rows[first].first = true;
    for (let at = first; at < rows.length; at++) {
      rows[at].nodes.forEach((i) => (row[i] = at));
    }
  });
  return {rows, row, column};
}

/** The row of a seed, the nearest to its middle, that has room for its trunk; a row for it alone where none has. */
function middle(rows, first, trunk, column) {
  const at = first + Math.floor((rows.length - 1 - first) / 2);
  const room = rows
    .slice(first)
    .filter(({nodes}) => !nodes.some((i) => trunk.some((other) => column[other] === column[i])))
    .sort((a, b) => Math.abs(rows.indexOf(a) - at) - Math.abs(rows.indexOf(b) - at));
  if (room.length === 0) {
    rows.splice(first, 0, {label: '', nodes: [], first: false});
    return rows[first];
  }
  return room[0];
}

/** The trials of a seed by branch; a second one of a column in a branch has a row of its own. */
function branchesOf(nodes, those, column) {
  const branches = new Map();
  those.forEach((i) => {
    let name = line(nodes[i]);
    while (branches.get(name)?.some((other) => column[other] === column[i])) {
      name += '\n';
    }
    (branches.get(name) ?? branches.set(name, []).get(name)).push(i);
  });
  return branches;
}
