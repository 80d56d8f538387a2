import {awaySince, get} from './api.js';
import {useStore} from './store.js';
import {useCallback, useEffect, useRef, useState} from './view.js';

/**
 * What is at a path of the API, or what {@code ask(signal)} brings; asked again when the path changes, every so many
 * milliseconds, when the server is back, and by {@code reload()}. What was there stays in sight while a later try fails.
 *
 * @returns {{data, problem, loading: boolean, reload: () => void}}
 */
export function useLoad(ask, {every = 0, key = ask} = {}) {
  const [state, setState] = useState({data: undefined, problem: null, loading: true, key});
  const away = useStore(awaySince) !== null;
  const latest = useRef(ask);
  latest.current = ask;
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    if (away || key === null) {
      return undefined;
    }
    const abort = new AbortController();
    let timer = 0;
    const once = async () => {
      try {
        const from = latest.current;
        const data = await (typeof from === 'function' ? from(abort.signal) : get(from, {signal: abort.signal}));
        setState({data, problem: null, loading: false, key});
      } catch (problem) {
        if (abort.signal.aborted) {
          return;
        }
        setState((before) => ({data: before.key === key ? before.data : undefined, problem, loading: false, key}));
      }
      if (every && !abort.signal.aborted) {
        timer = setTimeout(once, every);
      }
    };
    once();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key, every, turn, away]);

  return {...(state.key === key ? state : {data: undefined, problem: null, loading: true}), reload};
}
