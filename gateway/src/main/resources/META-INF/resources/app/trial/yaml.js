/** A specification as YAML: objects, arrays of plain values, and plain values. */
export function yaml(value, indent = '') {
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([name, part]) =>
      Array.isArray(part)
        ? `${indent}${name}: [${part.map((one) => (one && typeof one === 'object' ? JSON.stringify(one) : plain(one))).join(', ')}]\n`
        : typeof part === 'object'
          ? `${indent}${name}:\n${yaml(part, `${indent}  `)}`
          : `${indent}${name}: ${plain(part)}\n`)
    .join('');
}

/** Text stands without quotes where no reader can take it for something else; JSON's quotes are YAML's too. */
const plain = (value) =>
  typeof value !== 'string' || (/^[a-z0-9][a-z0-9.:+-]*$/i.test(value) && !/^([\d.e+:-]+|0x.*|true|false|yes|no|on|off|null|y|n)$|:$/i.test(value))
    ? String(value)
    : JSON.stringify(value);
