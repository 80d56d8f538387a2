import {html, useEffect, useMemo, useRef, useState} from '../view.js';
import {nearest, prepare, swatch} from './drawing.js';
import {build, fitted} from './plot.js';
import {PointTable} from './table.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * A plot of curves that one can read off, zoom into and switch curves of: by mouse, touch and keyboard.
 *
 * @param panel as the API gives it: title, x and y (name, scale, percent), curves (name, kind, points with x, mean, std,
 *     count and perhaps samples and label, or with the least and greatest value that a mean is of, as low and high);
 *     curves may have a colour (0 to 9) and a dash (lengths in pixels) of their own
 * @param spread how the spread over seeds is drawn: 'band' for mean ± std, 'seeds' for a line a seed, 'none'
 * @param logX, logY whether to lay an axis out logarithmically; null for what the panel says
 * @param height in pixels
 * @param hidden names of curves that are switched off; with onHidden, the page keeps them
 * @param onPoint what to call with (curve, point) when a point is chosen by click or Enter
 * @param onRange what to call with the range of x that was zoomed into, or null for the whole; the page then gives a panel
 *     that has just that range
 * @param sync name of the plots that share a cursor
 */
export function Chart({panel, spread = 'band', logX = null, logY = null, height = 300, hidden: given, onHidden, onPoint, onRange, sync}) {
  const [own, setOwn] = useState(new Set());
  const hidden = given ?? own;
  const setHidden = onHidden ?? setOwn;
  const frame = useRef();
  const plot = useRef(null);
  const [mark, setAt] = useState(null);
  const [zoomed, setZoomed] = useState(false);
  const [table, setTable] = useState(false);
  const [scheme, setScheme] = useState(dark.matches);
  const drawing = useMemo(() => prepare(panel, logX, logY), [panel, logX, logY]);

  const at = mark === null || mark >= drawing.columns[0].length ? null : mark;

  useEffect(() => {
    const change = () => setScheme(dark.matches);
    dark.addEventListener('change', change);
    return () => dark.removeEventListener('change', change);
  }, []);

  // The plot is made anew only when its form changes; new points flow into the one that is there.
  const form = JSON.stringify([panel.curves.map(({name, kind, colour, dash}) => [name, kind, colour, dash]), panel.x, panel.y, spread, logX, logY, height, scheme]);
  const live = useRef({});
  live.current = {...live.current, drawing, spread, logX, onPoint, onRange, sync, setAt, setZoomed};
  useEffect(() => {
    const made = build(frame.current, live, height);
    plot.current = made;
    // A zoom is kept where the axis is the same as it was.
    const {sight} = live.current;
    if (zoomed && sight?.logX === logX) {
      made.setScale('x', {min: sight.min, max: sight.max});
    } else {
      setZoomed(false);
      made.setScale('x', live.current.drawing.range);
    }
    const fit = new ResizeObserver(([entry]) =>
      made.setSize({width: fitted(entry.contentRect.width), height}));
    fit.observe(frame.current);
    return () => {
      fit.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [form]);
  useEffect(() => {
    plot.current?.setData(drawing.columns, false);
    plot.current?.setSelect({left: 0, width: 0, top: 0, height: 0}, false);
    if (!zoomed || onRange) {
      plot.current?.setScale('x', drawing.range);
    } else {
      plot.current?.redraw(true, true);
    }
  }, [drawing, form]);
  useEffect(() => {
    panel.curves.forEach((curve, i) => plot.current?.setSeries(i + 1, {show: !hidden.has(curve.name)}));
  }, [hidden, drawing, form]);

  const toggle = (name) => {
    const next = new Set(hidden);
    next.has(name) ? next.delete(name) : next.add(name);
    setHidden(next);
  };
  const only = (name) => setHidden(new Set(panel.curves.map((curve) => curve.name).filter((other) => other !== name)));
  const step = (by) => {
    const last = drawing.columns[0].length - 1;
    const next = Math.max(0, Math.min(last, (at ?? (by > 0 ? -1 : last + 1)) + by));
    const u = plot.current;
    u.setCursor({left: u.valToPos(drawing.columns[0][next], 'x'), top: u.over.clientHeight / 2}, true, true);
  };
  const whole = () => (onRange ? onRange(null) : plot.current.setScale('x', drawing.range));
  const keys = (event) => {
    const act = {ArrowRight: () => step(1), ArrowLeft: () => step(-1), Escape: whole, ...(onPoint && {Enter: choose})}[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const choose = () => {
    const curve = panel.curves.findIndex(({name}, i) => !hidden.has(name) && at !== null && drawing.points[i][at]);
    if (curve >= 0) {
      onPoint?.(panel.curves[curve], drawing.points[curve][at]);
    }
  };
  const x = at === null ? null : drawing.x.show(drawing.x.from(drawing.columns[0][at]));
  return html`<figure class="chart">
    <figcaption>${panel.title}</figcaption>
    <div
      class="plot"
      ref=${frame}
      role="img"
      tabindex="0"
      onKeyDown=${keys}
      aria-label=${`${panel.title}: ${panel.y.name} over ${panel.x.name}, ${panel.curves.length} ${panel.curves.length === 1 ? 'curve' : 'curves'}. Arrow keys read values off; the values are in the table below.`}
    ></div>
    <p class="reading" aria-live="polite">
      ${x === null ? html`<span class="quiet">${panel.x.name}</span>` : html`${panel.x.name}: <strong>${x}</strong>`}
      ${zoomed && html` <button type="button" onClick=${whole}>Whole range</button>`}
    </p>
    <ul class="legend">
      ${panel.curves.map((curve, i) => {
        const point = at === null ? null : nearest(drawing.points[i], at);
        return html`<li key=${curve.name}>
          <button
            type="button"
            aria-pressed=${!hidden.has(curve.name)}
            title="Switches the curve on and off; with Shift all others off"
            onClick=${(event) => (event.shiftKey ? only(curve.name) : toggle(curve.name))}
          >
            <${Swatch} curve=${curve} i=${i} />${curve.name}
            ${point && html`<span class="value">${reading(point, drawing.y)}</span>`}
          </button>
        </li>`;
      })}
    </ul>
    <details class="quiet" onToggle=${(event) => setTable(event.currentTarget.open)}>
      <summary>As a table</summary>
      ${table && html`<${PointTable} panel=${panel} drawing=${drawing} />`}
    </details>
  </figure>`;
}

const Swatch = ({curve, i}) =>
  curve.dash
    ? html`<svg class="dash" data-colour=${swatch(curve, i)} width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke-dasharray=${curve.dash.join(' ')} /></svg>`
    : html`<span class="swatch" data-colour=${swatch(curve, i)}></span>`;

const reading = ({mean, std, count, label, low, high}, y) =>
  `${label ? `${label}: ` : ''}${y.show(mean)}${count > 1 ? ` ± ${y.show(std)} (${count})` : ''}${low < high ? ` (${y.show(low)} to ${y.show(high)})` : ''}`;
