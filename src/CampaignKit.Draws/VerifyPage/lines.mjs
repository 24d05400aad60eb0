import { compareBytes, decodeUtf8, isUnicode, utf8 } from './bytes.mjs';
import { digestOf } from './hashing.mjs';

const MAX_BYTES = 256;
const MAX_LINE = 2 * MAX_BYTES + 1;
const MAX_WEIGHT = 100_000_000;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const DECIMAL = /^(?:0|-?[1-9]\d*)$/;
const DIGITS = /^\d+$/;
const BYTE_ORDER_MARK = '\ufeff';

/** What is wrong with a line of a pool, holders, strata or exclusions. */
export class LineProblem extends Error {
  constructor(line, shown, rule) {
    super(`${line}: ${shown}`);
    this.phrase = ['badLine', line, shown, rule];
  }
}

/** The rule that an id breaks, as a phrase; null if it is one. */
export function idProblem(id) {
  if (id === '') return ['rule.idEmpty'];
  if (!isUnicode(id)) return ['rule.unicode'];
  if (CONTROL.test(id)) return ['rule.idControl'];
  return id.length > MAX_BYTES / 3 && utf8(id).length > MAX_BYTES ? ['rule.idLong', MAX_BYTES] : null;
}

/** The rule that a text breaks that people state for others to read, such as a reason; it has the form of an id. */
export const statedProblem = idProblem;

/** The rule that a text breaks which is longer than a line of any pool: an id, a tab and a number. */
export const lineProblem = (text) => (text.length > MAX_LINE / 3 && utf8(text).length > MAX_LINE ? ['rule.lineLong', MAX_LINE] : null);

const is64Bit = (text) => DECIMAL.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

const scoreProblem = (text) => (is64Bit(text) ? null : ['rule.score']);

function timedScoreProblem(text) {
  const parts = text.split('\t');
  return parts.length === 2 && parts.every(is64Bit) ? null : ['rule.timedScore'];
}

const weightProblem = (text) => (DECIMAL.test(text) && Number(text) >= 0 && Number(text) <= MAX_WEIGHT ? null : ['rule.weight', MAX_WEIGHT]);

const numberProblem = (text) => (DIGITS.test(text) && text.length <= MAX_BYTES ? null : ['rule.number', MAX_BYTES]);

/** What stands behind an id, by kind: the rule that a value breaks. Ids have no value. */
export const VALUE_PROBLEMS = {
  ids: null,
  weights: weightProblem,
  scores: scoreProblem,
  'timed-scores': timedScoreProblem,
  numbers: numberProblem,
};

/** The lines of a file: LF or CRLF, the last ending optional, a byte-order mark at the start skipped. Null if it is no UTF-8. */
export function linesOf(bytes) {
  let text = decodeUtf8(bytes);
  if (text === null) return null;
  if (text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/**
 * Lines of one shape in the order of their ids' bytes: `ids`, `values` (empty texts where there are none), and `lines` as they are hashed.
 * `valueProblem` is null where an id stands alone.
 */
export class Lines {
  static async read(lines, valueProblem, pace, phrase) {
    const read = new Array(lines.length);
    await pace.each(phrase, lines.length, (at) => {
      read[at] = entryOf(lines[at], at + 1, valueProblem);
    });
    if (!isSorted(read)) read.sort((x, y) => compareBytes(x.id, y.id));
    for (let at = 1; at < read.length; at++) {
      if (read[at].id === read[at - 1].id) throw new LineProblem(Math.max(read[at].number, read[at - 1].number), quoted(read[at].id), ['rule.idTwice']);
    }
    return new Lines(read);
  }

  constructor(entries) {
    this.ids = entries.map((entry) => entry.id);
    this.values = entries.map((entry) => entry.value);
    this.lines = entries.map((entry) => entry.line);
  }

  get size() {
    return this.ids.length;
  }

  digest() {
    return digestOf(utf8(this.lines.map((line) => `${line}\n`).join('')));
  }

  /** The place of an id, or -1. */
  indexOf(id) {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareBytes(this.ids[middle], id);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function entryOf(line, number, valueProblem) {
  const tab = valueProblem ? line.indexOf('\t') : -1;
  const id = tab < 0 ? line : line.slice(0, tab);
  const value = tab < 0 ? '' : line.slice(tab + 1);
  const rule = idProblem(id) ?? (valueProblem ? (tab < 0 ? ['rule.valueMissing'] : valueProblem(value)) : null);
  if (rule) throw new LineProblem(number, quoted(line), rule);
  return { id, value, line, number };
}

function isSorted(entries) {
  for (let at = 1; at < entries.length; at++) {
    if (compareBytes(entries[at - 1].id, entries[at].id) > 0) return false;
  }
  return true;
}

function quoted(text) {
  const shown = JSON.stringify(text);
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}
