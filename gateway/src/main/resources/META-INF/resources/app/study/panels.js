import {Chart} from '../chart/chart.js';
import {html, useEffect, useRef, useState} from '../view.js';
import {hide} from './look.js';

/** The panels of a figure; one out of sight is drawn when it comes near, and follows what happens only there. */
export const Panels = ({panels, drawn, onPoint}) => html`<div class="panels">
  ${panels.map((panel, i) => html`<${Panel} key=${`${i} ${panel.title}`} panel=${panel} drawn=${drawn} onPoint=${onPoint} height=${panels.length > 1 ? 300 : 420} />`)}
</div>`;

function Panel({panel, drawn, onPoint, height}) {
  const box = useRef();
  const [near, setNear] = useState(false);
  const shown = useRef(null);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => setNear(entry.isIntersecting), {rootMargin: '200px'});
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  if (near) {
    shown.current = panel;
  }
  return html`<div ref=${box} class="panel">
    ${shown.current &&
    html`<${Chart}
      panel=${shown.current}
      spread=${drawn.spread}
      logX=${drawn.logX}
      logY=${drawn.logY}
      height=${height}
      hidden=${drawn.hidden}
      onHidden=${(hidden) => hide(shown.current, drawn.hidden, hidden)}
      onPoint=${onPoint && ((curve, point) => onPoint(shown.current, curve, point))}
    />`}
  </div>`;
}
