import { decodeUtf8, isHex, isUnicode } from './bytes.mjs';
import { Difference, shorten } from './difference.mjs';
import { parseJson } from './strict-json.mjs';

const INTEGER = /^(?:0|-?[1-9]\d*)$/;
const TIME = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export const MAX_INT32 = 2 ** 31 - 1;

/** A place in a JSON document, read strictly: what is not as asked throws a Difference that names the path, the rule and the value. */
export class Place {
  /** `order` tells what order the fields of objects have, and collects where they have another; undefined if it is free. */
  constructor(node, path = '$', order) {
    this.node = node;
    this.path = path;
    this.order = order;
  }

  /** The whole of a document, from its bytes. */
  static parse(bytes) {
    const text = decodeUtf8(bytes);
    if (text === null) throw new Difference('$', ['rule.utf8'], ['document']);
    try {
      return new Place(parseJson(text));
    } catch (broken) {
      if (!(broken instanceof SyntaxError)) throw broken;
      throw new Difference('$', ['rule.json'], ['document']);
    }
  }

  /** The same place in a document whose fields stand in the order in which they are asked for here, or in that of their names. */
  ordered(sorted) {
    return new Place(this.node, this.path, { sorted, wrong: this.order?.wrong ?? [] });
  }

  /** Throws the first place, of those read so far, in which fields stand in another order; then the first with needless escapes. */
  checkForm() {
    if (this.order.wrong.length > 0) throw this.order.wrong[0];
    checkSpelling(this.node, this.path);
  }

  /** The object here, which may have these fields and no others. */
  object(...fields) {
    this.expect('object', 'rule.object');
    for (const [name, field] of this.node.fields) {
      if (!fields.includes(name)) throw new Difference(`${this.path}.${name}`, ['rule.noField'], shorten(field.raw));
    }
    if (this.order) this.noteOrder(fields);
    return this;
  }

  noteOrder(fields) {
    const found = [...this.node.fields.keys()];
    const due = this.order.sorted ? [...found].sort() : fields.filter((name) => this.node.fields.has(name));
    const at = due.findIndex((name, index) => name !== found[index]);
    if (at >= 0) this.order.wrong.push(new Difference(this.path, ['expected.order', due[at]], found[at]));
  }

  field(name) {
    const field = this.optional(name);
    if (!field) throw new Difference(`${this.path}.${name}`, ['rule.field'], ['nothing']);
    return field;
  }

  optional(name) {
    this.expect('object', 'rule.object');
    const field = this.node.fields.get(name);
    return field && new Place(field, `${this.path}.${name}`, this.order);
  }

  /** The items of a list that is left out where it would be empty. */
  someItems() {
    const items = this.items();
    if (items.length === 0) this.refuse(['rule.noEmptyList']);
    return items;
  }

  items() {
    this.expect('array', 'rule.array');
    return this.node.items.map((item, index) => new Place(item, `${this.path}[${index}]`, this.order));
  }

  /** A text; `problem` gives the rule that it breaks, as a phrase, or null. */
  text(problem = () => null) {
    this.expect('string', 'rule.text');
    if (!isUnicode(this.node.value)) this.refuse(['rule.unicode']);
    const rule = problem(this.node.value);
    if (rule) this.refuse(rule);
    return this.node.value;
  }

  digest() {
    return this.text((text) => (isHex(text, 64) ? null : ['rule.hash']));
  }

  integer(from, to) {
    const value = this.node.kind === 'number' && INTEGER.test(this.node.raw) ? Number(this.node.raw) : NaN;
    if (!Number.isSafeInteger(value) || value < from || value > to) this.refuse(['rule.integer', from, to]);
    return value;
  }

  oneOf(names) {
    return this.text((text) => (names.includes(text) ? null : ['rule.oneOf', names.join(', ')]));
  }

  /** A time in UTC of whole seconds, as its text. */
  time() {
    return this.text((text) => (TIME.test(text) && timeText(Date.parse(text) / 1000) === text ? null : ['rule.time']));
  }

  refuse(rule) {
    throw new Difference(this.path, rule, shorten(this.node.raw));
  }

  expect(kind, rule) {
    if (this.node.kind !== kind) this.refuse([rule]);
  }
}

function checkSpelling(node, path) {
  if (node.fault) throw new Difference(path, ['expected.spelling', shorten(node.fault.plain)], shorten(node.fault.raw));
  node.fields?.forEach((field, name) => checkSpelling(field, `${path}.${name}`));
  node.items?.forEach((item, at) => checkSpelling(item, `${path}[${at}]`));
}

/** Seconds since 1970 as the documents write a time. */
export function timeText(seconds) {
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : '';
}
