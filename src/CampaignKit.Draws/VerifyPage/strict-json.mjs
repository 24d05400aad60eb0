import { isUnicode } from './bytes.mjs';

const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = ['true', 'false', 'null'];

/** A value of a JSON document that still knows its text: how a number was written matters here. */
class Node {
  constructor(source, kind, start) {
    this.source = source;
    this.kind = kind;
    this.start = start;
    this.end = start;
    this.fault = null;
  }

  get raw() {
    return this.source.slice(this.start, this.end);
  }
}

/**
 * Reads JSON with each field once; throws a SyntaxError for anything else. A text, or the name of a field, that is spelt with escapes
 * which JSON does not demand is noted as the `fault` of the text, or of the object.
 */
export function parseJson(text) {
  return new Parser(text).document();
}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  document() {
    this.space();
    const node = this.value(1);
    this.space();
    if (this.at < this.text.length) this.fail();
    return node;
  }

  value(depth) {
    if (depth > DEEPEST) this.fail();
    const start = this.text[this.at];
    if (start === '{') return this.object(depth);
    if (start === '[') return this.array(depth);
    if (start === '"') return this.string();
    for (const word of WORDS) {
      if (this.text.startsWith(word, this.at)) return this.plain(word, word.length);
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text) ?? this.fail();
    return this.plain('number', number[0].length);
  }

  object(depth) {
    const node = new Node(this.text, 'object', this.at);
    node.fields = new Map();
    this.list('}', () => {
      const { value: name, fault } = this.string();
      if (!isUnicode(name) || node.fields.has(name)) this.fail();
      if (fault) node.fault = fault;
      this.space();
      this.expect(':');
      this.space();
      node.fields.set(name, this.value(depth + 1));
    });
    return this.ended(node);
  }

  array(depth) {
    const node = new Node(this.text, 'array', this.at);
    node.items = [];
    this.list(']', () => node.items.push(this.value(depth + 1)));
    return this.ended(node);
  }

  list(close, item) {
    this.at++;
    this.space();
    if (this.text[this.at] !== close) {
      for (;;) {
        item();
        this.space();
        if (this.text[this.at] !== ',') break;
        this.at++;
        this.space();
      }
    }
    this.expect(close);
  }

  string() {
    const node = new Node(this.text, 'string', this.at);
    this.expect('"');
    let escaped = false;
    for (;; this.at++) {
      const unit = this.text.charCodeAt(this.at);
      if (!(unit >= 0x20)) this.fail();
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        escaped = true;
        this.at++;
      }
    }
    this.at++;
    this.ended(node);
    try {
      node.value = escaped ? JSON.parse(node.raw) : this.text.slice(node.start + 1, node.end - 1);
    } catch {
      this.fail();
    }
    const plain = escaped ? JSON.stringify(node.value) : node.raw;
    if (plain !== node.raw) node.fault = { plain, raw: node.raw };
    return node;
  }

  plain(kind, length) {
    const node = new Node(this.text, kind, this.at);
    this.at += length;
    return this.ended(node);
  }

  ended(node) {
    node.end = this.at;
    return node;
  }

  space() {
    while (' \t\r\n'.includes(this.text[this.at] ?? 'end')) this.at++;
  }

  expect(char) {
    if (this.text[this.at] !== char) this.fail();
    this.at++;
  }

  fail() {
    throw new SyntaxError(`No JSON, or a field twice, at character ${this.at}.`);
  }
}
