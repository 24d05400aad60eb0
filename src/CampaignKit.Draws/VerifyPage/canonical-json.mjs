import { Difference, shorten } from './difference.mjs';

const INTEGER = /^(?:0|-?[1-9]\d*)$/;

/** The text of a node by RFC 8785. All numbers here are integers within ±(2^53 - 1); others are refused. */
export function canonicalJson(node, path = '$') {
  switch (node.kind) {
    case 'object':
      // The default order is that of UTF-16 code units, which is the one the RFC asks for.
      return `{${[...node.fields.keys()].sort().map((name) => `${JSON.stringify(name)}:${canonicalJson(node.fields.get(name), `${path}.${name}`)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map((item, index) => canonicalJson(item, `${path}[${index}]`)).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      if (!INTEGER.test(node.raw) || !Number.isSafeInteger(Number(node.raw))) throw new Difference(path, ['rule.safeInteger'], shorten(node.raw));
      return node.raw;
    default:
      return node.raw;
  }
}

/** The same of an object without some of its fields. */
export function canonicalWithout(node, names) {
  const fields = new Map([...node.fields].filter(([name]) => !names.includes(name)));
  return canonicalJson({ kind: 'object', fields });
}
