const WIDTH = 100;
const PLAIN = /^[A-Za-z0-9][\w.:/-]*( [\w(][\w.,/()×–-]*)*$/;
/** What YAML would take for something else than text. */
const OTHER = /^(true|false|yes|no|on|off|y|n|null|~|[-+.\d][\d_.:]*(e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.inf|\.nan)$/i;

/** A study as a YAML file: a line for each field where it fits one. */
export function yaml(study) {
  return Object.entries(study).map(([name, value]) => field(name, value, '')).join('');
}

function field(name, value, indent) {
  const line = `${indent}${name}: ${flow(value, false)}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) {
    return `${line}\n`;
  }
  const deeper = `${indent}  `;
  return Array.isArray(value)
    ? `${indent}${name}:\n${value.map((item) => `${deeper}- ${flow(item, true)}\n`).join('')}`
    : `${indent}${name}:\n${Object.entries(value).map(([key, item]) => field(key, item, deeper)).join('')}`;
}

/** A value in one line; within brackets a comma ends a text, so that such a text needs quotes there. */
function flow(value, within) {
  if (Array.isArray(value)) {
    return `[${value.map((item) => flow(item, true)).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${flow(item, true)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? text(value, within) : decimal(value);
}

function text(value, within) {
  const plain = PLAIN.test(value) && !OTHER.test(value) && !value.endsWith(':') && !value.includes(': ') && !(within && value.includes(','));
  return plain ? value : JSON.stringify(value);
}

/** YAML 1.1 wants a point before an exponent. */
const decimal = (value) => String(value).replace(/^(-?\d+)e/, '$1.0e');
