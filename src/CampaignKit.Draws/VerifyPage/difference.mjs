const LONGEST_SHOWN = 80;

/**
 * The first thing in which a draw is not as it should be: where, what should stand there, what stands there. What is expected and
 * found is a phrase: a plain text, or a list of a key of the page's words and what goes into it, so that it can be said in any language.
 */
export class Difference extends Error {
  constructor(path, expected, found) {
    super(`${path}: expected ${JSON.stringify(expected)}; found ${JSON.stringify(found)}`);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }
}

export function shorten(raw) {
  const line = raw.replace(/\s*[\r\n]+\s*/g, ' ');
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
}

/** The first difference between a value that was computed and a place of a document; each is the same only if its text is. */
export function compare(expected, node, path) {
  if (node === undefined) throw new Difference(path, shown(expected), ['nothing']);
  if (Array.isArray(expected) && node.kind === 'array') return compareItems(expected, node, path);
  if (isObject(expected) && node.kind === 'object') return compareFields(expected, node, path);
  if (node.raw !== JSON.stringify(expected)) throw new Difference(path, shown(expected), shorten(node.raw));
}

function compareFields(expected, node, path) {
  for (const [name, value] of Object.entries(expected)) {
    if (value !== undefined) compare(value, node.fields.get(name), `${path}.${name}`);
  }
  for (const [name, found] of node.fields) {
    if (expected[name] === undefined) throw new Difference(`${path}.${name}`, ['nothing'], shorten(found.raw));
  }
}

function compareItems(expected, node, path) {
  const count = Math.max(expected.length, node.items.length);
  for (let index = 0; index < count; index++) {
    const place = `${path}[${index}]`;
    if (index >= expected.length) throw new Difference(place, ['nothing'], shorten(node.items[index].raw));
    compare(expected[index], node.items[index], place);
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value) => shorten(JSON.stringify(value, null, 2));
