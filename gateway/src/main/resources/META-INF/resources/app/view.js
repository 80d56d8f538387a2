/** What the page is drawn with. Everything from users goes through html`…`, which escapes it. */
export {
  html,
  render,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from '../lib/standalone.module.js';
