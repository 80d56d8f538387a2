import {store} from './store.js';

const BASE = 'api/v1/';
const PATIENCE = 30_000;
const ASK_AGAIN = 2_000;

/** Who is logged in: undefined before it is known, null for nobody. */
export const session = store(undefined);

/** Since when the server has not answered; null while it does. */
export const awaySince = store(null);

/** How far the server's clock is ahead of this one, in milliseconds. */
let skew = 0;

/** Now, by the server's clock. */
export const now = () => Date.now() + skew;

/** What went wrong, in the words of the server where it had any (RFC 9457). */
export class Problem extends Error {
  /** @param status of HTTP; 0 where there was no answer */
  constructor(status, title, detail, errors = []) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

export const get = (path, options) => request('GET', path, options);
export const post = (path, body, type = 'application/json', options = {}) =>
  request('POST', path, {...options, body, type});
export const remove = (path) => request('DELETE', path);

/** The address of a path of the API, for links. */
export const address = (path) => BASE + path;

/** All items of a list; {@code onPage} is told after each page what there is so far. */
export async function all(path, {signal, onPage = () => {}} = {}) {
  const items = [];
  let cursor = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const page = await get(`${path}${separator}limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, {signal});
    items.push(...page.items);
    cursor = page.next;
    onPage(items);
  } while (cursor);
  return items;
}

async function request(method, path, {body, type, signal, patience = PATIENCE} = {}) {
  const limit = AbortSignal.timeout(patience);
  let response;
  try {
    response = await fetch(BASE + path, {
      method,
      body,
      headers: body === undefined ? {} : {'Content-Type': type},
      signal: signal ? either(signal, limit) : limit,
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    if (limit.aborted) {
      throw new Problem(0, 'No answer', `The server has not answered within ${patience / 1000} seconds.`);
    }
    gone();
    throw new Problem(0, 'Server away', 'The server cannot be reached.');
  }
  awaySince.set(null);
  const date = Date.parse(response.headers.get('Date'));
  if (!Number.isNaN(date)) {
    // The header counts whole seconds: smaller differences are none.
    skew = Math.abs(date - Date.now()) > 1500 ? date - Date.now() : 0;
  }
  return response.ok ? content(response) : refused(response, path);
}

function either(...signals) {
  const both = new AbortController();
  signals.forEach((signal) =>
    signal.aborted ? both.abort() : signal.addEventListener('abort', () => both.abort(), {once: true}));
  return both.signal;
}

function content(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 204) {
    return null;
  }
  return type.includes('json') ? response.json() : response.text();
}

async function refused(response, path) {
  if (response.status === 401 && path !== 'session') {
    session.set(null);
  }
  const text = await response.text();
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    // Something between here and the server has answered.
  }
  throw new Problem(
    response.status,
    problem.title ?? `The server answered ${response.status}`,
    problem.detail,
    problem.errors,
  );
}

/** Asks until the server is there again; whoever looks at `awaySince` then loads anew. */
function gone() {
  if (awaySince.get() !== null) {
    return;
  }
  awaySince.set(Date.now());
  const timer = setInterval(async () => {
    try {
      const alive = await fetch('q/health/live', {signal: AbortSignal.timeout(ASK_AGAIN)});
      if (alive.ok) {
        awaySince.set(null);
      }
    } catch {
      // Still away.
    }
    if (awaySince.get() === null) {
      clearInterval(timer);
    }
  }, ASK_AGAIN);
}
