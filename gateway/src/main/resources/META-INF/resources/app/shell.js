import {awaySince, get, remove, session} from './api.js';
import {Compare} from './compare/compare.js';
import {Login} from './login/login.js';
import {Failure, Loading} from './parts.js';
import {go, match, place} from './router.js';
import {useStore} from './store.js';
import {Studies} from './studies/studies.js';
import {Submit} from './studies/submit.js';
import {Study} from './study/study.js';
import {System} from './system/system.js';
import {Trial} from './trial/trial.js';
import {html, useEffect, useRef, useState} from './view.js';

const PAGES = [
  ['/', Studies, 'Studies'],
  ['/submit', Submit, 'New study'],
  ['/studies/:id', Study, 'Study'],
  ['/trials/:id', Trial, 'Trial'],
  ['/compare', Compare, 'Compare'],
  ['/system', System, 'System'],
];

const ENTRIES = [
  ['/', 'Studies'],
  ['/compare', 'Compare'],
  ['/system', 'System'],
];

/** The frame around every page: where one can go, who is logged in, whether the server is there. */
export function Shell() {
  const {path, query} = useStore(place);
  const who = useStore(session);
  const [problem, setProblem] = useState(null);
  const main = useRef();
  const away = useStore(awaySince);

  useEffect(() => {
    if (who === undefined && away === null) {
      get('session').then(session.set, (failure) => (failure.status === 401 ? session.set(null) : setProblem(failure)));
    }
  }, [who, away]);

  const [, Page, title] = PAGES.find(([pattern]) => match(pattern, path)) ?? [null, Nowhere, 'Not here'];
  const parts = PAGES.map(([pattern]) => match(pattern, path)).find(Boolean) ?? {};
  useEffect(() => {
    document.title = `${title} · Early Phase`;
    main.current?.focus({preventScroll: true});
  }, [path]);

  if (who === undefined) {
    return problem && away === null
      ? html`<main><${Failure} problem=${problem} retry=${() => location.reload()} /></main>`
      : html`<main><${Away} since=${away} /><${Loading} what="the page" /></main>`;
  }
  return html`
    <a class="skip" href="#main" onClick=${(event) => (event.preventDefault(), main.current.focus())}>To the content</a>
    <${Header} path=${path} who=${who} />
    <${Away} since=${away} />
    <main id="main" tabindex="-1" ref=${main}>
      ${who ? html`<${Page} key=${path} ...${parts} query=${query} who=${who} />` : html`<${Login} />`}
    </main>`;
}

function Header({path, who}) {
  const logout = async () => {
    await remove('session');
    session.set(null);
    go('/');
  };
  return html`<header>
    <a class="brand" href="#/"><img src="favicon.svg" alt="" width="24" height="24" />Early Phase</a>
    ${who &&
    html`<nav aria-label="Pages">
      ${ENTRIES.map(([to, name]) => html`<a href=${`#${to}`} aria-current=${path === to ? 'page' : null}>${name}</a>`)}
    </nav>
    <span class="who">
      <span>${who.user} <span class="quiet">${who.role}</span></span>
      <button type="button" onClick=${logout}>Log out</button>
    </span>`}
  </header>`;
}

const Away = ({since}) =>
  since !== null &&
  html`<div class="away" role="status">
    The server has not answered since ${new Date(since).toLocaleTimeString()}. What you see is from before; it is asked
    again every two seconds.
  </div>`;

const Nowhere = () => html`<h1>There is no such page</h1>
  <p>Go on at the <a href="#/">studies</a>.</p>`;
