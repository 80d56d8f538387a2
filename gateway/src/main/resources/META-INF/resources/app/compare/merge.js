import {short} from '../format.js';

const COLOURS = 10;
/** Lengths in pixels of lines and gaps; the first line is whole. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [14, 5], [4, 4], [8, 3, 2, 3, 2, 3], [1, 5]];

/** Names by which people tell studies apart: with a part of the id where two have the same. */
export function names(studies) {
  return new Map(studies.map(({id, name}) => [id, studies.some((other) => other.id !== id && other.name === name) ? `${name} (${short(id)})` : name]));
}

/**
 * One figure of several studies as one: panels of one title and equal axes become one, whose curves bear the name of
 * their study; the colour tells the study, the dash tells the curve.
 *
 * @param parts of each study its label, place among the studies, and panels
 */
export function merge(parts) {
  const merged = new Map();
  const dashes = new Map();
  parts.forEach(({label, place, panels}) =>
    panels.forEach((panel) => {
      const key = JSON.stringify([panel.title, panel.x, panel.y]);
      const into = merged.get(key) ?? merged.set(key, {...panel, curves: []}).get(key);
      panel.curves.forEach((curve) => {
        if (!dashes.has(curve.name)) {
          dashes.set(curve.name, dashes.size);
        }
        into.curves.push({
          ...curve,
          name: `${label}: ${curve.name}`,
          colour: place % COLOURS,
          dash: DASHES[(dashes.get(curve.name) + Math.floor(place / COLOURS)) % DASHES.length],
        });
      });
    }));
  return [...merged.values()];
}

/** The fields of what was submitted by their paths, each with its value in every study; null where a study has none. */
export function fields(requests) {
  const flat = requests.map((request) => flatten(request));
  const paths = [...new Set(flat.flatMap((one) => [...one.keys()]))];
  return paths
    .map((path) => {
      const values = flat.map((one) => one.get(path) ?? null);
      return {path, values, equal: values.every((value) => value === values[0])};
    })
    .filter(({path}) => path !== 'name');
}

function flatten(value, path = '', into = new Map()) {
  Object.entries(value ?? {}).forEach(([name, field]) => {
    const here = path ? `${path}.${name}` : name;
    if (field !== null && typeof field === 'object' && !Array.isArray(field)) {
      flatten(field, here, into);
    } else if (field !== null && field !== undefined) {
      into.set(here, written(field));
    }
  });
  return into;
}

const written = (field) =>
  Array.isArray(field) ? `[${field.map((item) => (typeof item === 'object' ? JSON.stringify(item) : item)).join(', ')}]` : String(field);
