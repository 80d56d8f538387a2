import {store} from './store.js';

/** Where the page is: the fragment of its address, as path and query. */
export const place = store(read());

addEventListener('hashchange', () => place.set(read()));

function read() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  return {path: path.startsWith('/') ? path : '/', query: new URLSearchParams(query), hash: location.hash};
}

export const go = (path) => {
  location.hash = path;
};

/** Changes the query of the present place without a step in the browser's history; an array is one value a name. */
export function setQuery(changes) {
  const {path, query} = place.get();
  const next = new URLSearchParams(query);
  Object.entries(changes).forEach(([name, value]) => {
    next.delete(name);
    [value].flat().filter((one) => one !== null && one !== undefined && one !== '').forEach((one) => next.append(name, one));
  });
  const text = next.toString();
  history.replaceState(null, '', `#${path}${text ? `?${text}` : ''}`);
  place.set(read());
}

/** The parts of a path that fit a pattern such as {@code /studies/:id}; null where it does not. */
export function match(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return null;
  }
  const parts = {};
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i].startsWith(':')) {
      parts[wanted[i].slice(1)] = decodeURIComponent(given[i]);
    } else if (wanted[i] !== given[i]) {
      return null;
    }
  }
  return parts;
}
