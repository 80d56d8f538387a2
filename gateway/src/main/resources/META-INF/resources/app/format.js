import {now} from './api.js';

/** A number with so many significant digits, without an exponent where it can be helped. */
export function number(value, digits = 4) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return '–';
  }
  if (Number.isInteger(value)) {
    return value.toLocaleString('en');
  }
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e6 ? String(Number(value.toPrecision(digits))) : Number(value.toPrecision(digits)).toExponential();
}

export const whole = (value) => (value === null || value === undefined ? '–' : Math.round(value).toLocaleString('en'));

/** So many of something, such as "1 trial" or "22 trials". */
export const counted = (count, noun) => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A share from 0 to 1, as per cent. */
export const percent = (share, digits = 1) =>
  share === null || share === undefined ? '–' : `${(100 * share).toFixed(digits)} %`;

export function bytes(count) {
  if (count === null || count === undefined) {
    return '–';
  }
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let size = count;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : size.toPrecision(3)} ${units[unit]}`;
}

/** A span of time, in its two largest units. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return '–';
  }
  const all = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(all / 86400), 'd'],
    [Math.floor(all / 3600) % 24, 'h'],
    [Math.floor(all / 60) % 60, 'min'],
    [all % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return first < 0
    ? '0 s'
    : parts.slice(first, first + 2).filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(' ');
}

/** How long ago an instant of the server was, by the server's clock. */
export const ago = (instant) => `${duration((now() - Date.parse(instant)) / 1000)} ago`;

export const time = (instant) => (instant ? new Date(instant).toLocaleString() : '–');

/** An id as people compare them. */
export const short = (id) => id.slice(0, 8);
