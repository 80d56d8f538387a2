import {address, get} from './api.js';

const LONGEST_PAUSE = 30_000;

/**
 * A study's events as they happen. A broken connection is opened again, with longer and longer pauses; the study is
 * asked for before, so that one that was deleted or a login that has expired comes out as its problem.
 *
 * @param {{progress, end, problem}} listener what to call with the study, or with what is wrong
 * @returns {() => void} stops following
 */
export function follow(study, listener) {
  let source = null;
  let timer = 0;
  let pause = 1_000;
  let over = false;

  const open = () => {
    source = new EventSource(address(`studies/${study}/events`));
    source.addEventListener('progress', (event) => {
      pause = 1_000;
      listener.progress(JSON.parse(event.data));
    });
    source.addEventListener('problem', (event) => listener.problem(JSON.parse(event.data)));
    source.addEventListener('end', (event) => {
      stop();
      listener.end(JSON.parse(event.data));
    });
    source.onerror = () => {
      source.close();
      again();
    };
  };

  const again = () => {
    timer = setTimeout(async () => {
      try {
        const present = await get(`studies/${study}`);
        if (over) {
          return;
        }
        if (present.state === 'running') {
          open();
        } else {
          stop();
          listener.end(present);
        }
      } catch (problem) {
        if (over) {
          return;
        }
        listener.problem(problem);
        if (problem.status !== 404 && problem.status !== 401) {
          pause = Math.min(2 * pause, LONGEST_PAUSE);
          again();
        }
      }
    }, pause);
  };

  const stop = () => {
    over = true;
    clearTimeout(timer);
    source?.close();
  };

  open();
  return stop;
}
