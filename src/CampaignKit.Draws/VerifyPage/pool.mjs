import { idProblem, LineProblem, Lines, VALUE_PROBLEMS } from './lines.mjs';
import { merkleRoot } from './merkle.mjs';

export const MAX_TOTAL_WEIGHT = 100_000_000;

/** The entries of a rule in byte order, with who holds each and the stratum of each, if there are such. */
export class Pool {
  static async read(kind, lines, pace) {
    const pool = new Pool(kind, await Lines.read(lines, VALUE_PROBLEMS[kind], pace, ['doing.reading']));
    if (kind === 'weights' && pool.entries.values.reduce((sum, weight) => sum + Number(weight), 0) > MAX_TOTAL_WEIGHT) {
      throw new LineProblem(pool.size, kind, ['rule.totalWeight', MAX_TOTAL_WEIGHT]);
    }
    return pool;
  }

  constructor(kind, entries) {
    this.kind = kind;
    this.entries = entries;
    this.holders = null;
    this.strata = null;
  }

  get size() {
    return this.entries.size;
  }

  /** Reads who holds each entry, or the stratum of each: lines that name every id of the pool and no other. */
  async readBeside(lines, pace) {
    const beside = await Lines.read(lines, idProblem, pace, ['doing.reading']);
    const ids = new Set(this.entries.ids);
    for (let at = 0; at < beside.size; at++) {
      if (!ids.delete(beside.ids[at])) throw new LineProblem(at + 1, beside.ids[at], ['rule.besideUnknown']);
    }
    for (const id of ids) throw new LineProblem(beside.size, id, ['rule.besideMissing']);
    return beside;
  }

  root(pace) {
    return merkleRoot(this.entries.lines, pace);
  }

  personOf(at) {
    return this.holders ? this.holders.values[at] : this.entries.ids[at];
  }

  /** An entry as a transcript writes it, without its ticket. */
  describe(at) {
    return {
      id: this.entries.ids[at],
      ...describeValue(this.kind, this.entries.values[at]),
      stratum: this.strata?.values[at],
      holder: this.holders?.values[at],
    };
  }
}

/** The fields of a value, by the kind of the pool. */
export function describeValue(kind, value) {
  if (kind === 'timed-scores') {
    const [score, reached] = value.split('\t');
    return { score, reached };
  }
  const name = { weights: 'weight', scores: 'score', numbers: 'number' }[kind];
  return name ? { [name]: value } : {};
}

/** The fields that stand for the value of an entry in a transcript. */
export const VALUE_FIELDS = { ids: [], weights: ['weight'], scores: ['score'], 'timed-scores': ['score', 'reached'], numbers: ['number'] };
