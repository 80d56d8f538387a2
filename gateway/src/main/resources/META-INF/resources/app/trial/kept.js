import {useLoad} from '../load.js';
import {useRef} from '../view.js';

/** Like {@code useLoad}, but what was there stays in sight until the answer to another question has come. */
export function useKept(ask, options) {
  const load = useLoad(ask, options);
  const last = useRef(undefined);
  if (load.data !== undefined) {
    last.current = load.data;
  }
  return {...load, data: last.current};
}
