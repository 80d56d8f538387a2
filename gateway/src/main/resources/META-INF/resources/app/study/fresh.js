import {awaySince, get} from '../api.js';
import {useStore} from '../store.js';
import {useEffect, useRef, useState} from '../view.js';

/**
 * What is at a path of the API, asked for again whenever the sign changes. One request is under way at a time, and the
 * next waits as long as the last one took: a slow answer is waited for instead of started over, and the server is asked
 * no more than it can bear. What was there stays in sight meanwhile, and when a later try fails.
 *
 * @param path null for nothing
 * @param rest least milliseconds from one answer to the next question
 * @param key of what it is; while that is the same, what was there stays in sight although the path changes
 * @returns {{data, problem, loading: boolean}}
 */
export function useFresh(path, sign, {rest = 0, key = path} = {}) {
  const [state, setState] = useState({key: null, data: undefined, problem: null});
  const away = useStore(awaySince) !== null;
  const wanted = useRef(sign);
  const wake = useRef(() => {});
  wanted.current = sign;

  useEffect(() => {
    if (path === null || away) {
      return undefined;
    }
    const abort = new AbortController();
    const again = async () => {
      let answered;
      while (!abort.signal.aborted) {
        if (answered === wanted.current) {
          await new Promise((resolve) => (wake.current = resolve));
          continue;
        }
        const asked = wanted.current;
        const began = performance.now();
        try {
          const data = await get(path, {signal: abort.signal});
          setState({key, data, problem: null});
        } catch (problem) {
          if (abort.signal.aborted) {
            return;
          }
          setState((before) => ({key, data: before.key === key ? before.data : undefined, problem}));
        }
        answered = asked;
        await new Promise((resolve) => setTimeout(resolve, Math.max(rest, performance.now() - began)));
      }
    };
    again();
    return () => {
      abort.abort();
      wake.current();
    };
  }, [path, away, rest]);
  useEffect(() => wake.current(), [sign]);

  return state.key === key && key !== null
    ? {...state, loading: false}
    : {data: undefined, problem: null, loading: path !== null};
}
