import { Quotas } from './quotas.mjs';
import { scoresOf } from './turns.mjs';

/** Who has won so far in a draw, and by what, as rules follow one another. */
export class PrizeBook {
  constructor(onePerPerson, exclusions) {
    this.onePerPerson = onePerPerson;
    this.exclusions = exclusions;
    this.prizes = new Map();
  }

  enter(outcome) {
    for (const winner of outcome.winners) {
      const person = winner.holder ?? winner.id;
      if (!this.prizes.has(person)) this.prizes.set(person, { byRule: outcome.id, byEntry: winner.id });
    }
  }

  /** Why a person is passed over by a rule that has seated these persons; null if not. */
  passesOver(person, ruleId, seated) {
    const excluded = this.exclusions?.indexOf(person) ?? -1;
    if (excluded >= 0) return { reason: 'excluded', why: this.exclusions.values[excluded] };
    if (!this.onePerPerson) return null;
    if (this.prizes.has(person)) return { reason: 'won-by-earlier-rule', ...this.prizes.get(person) };
    return seated.has(person) ? { reason: 'drawn-by-this-rule', byRule: ruleId, byEntry: seated.get(person) } : null;
  }
}

/**
 * Seats the entries of a pool in the order of their turns: gives the outcome as a transcript writes it. An entry is passed over, and
 * listed, only if a seat was open to it.
 */
export async function seat(rule, pool, turns, tickets, ruleSeed, prizes, pace) {
  const seats = seatsOf(rule, pool);
  const outcome = { id: rule.id, seed: ruleSeed, winners: [], alternates: [], skipped: [] };
  const seated = new Map();
  for (let turn = 0; turn < turns.length; turn++) {
    const at = turns[turn];
    const list = seats.openTo(at);
    if (!list && seats.closed) break;
    if (list) {
      const person = pool.personOf(at);
      const passed = prizes.passesOver(person, rule.id, seated);
      outcome[passed ? 'skipped' : list].push({ ...pool.describe(at), ticket: tickets?.hex(at), ...passed });
      if (!passed) {
        seats.take(list, at);
        seated.set(person, pool.entries.ids[at]);
      }
    }
    if ((turn & 63) === 63 && pace.due) await pace.rest(['doing.seating'], turn, turns.length);
  }
  seats.share?.(outcome.winners);
  return outcome;
}

function seatsOf(rule, pool) {
  if (rule.take === undefined) return { openTo: () => 'winners', take() {} };
  if (rule.quotas) return new QuotaSeats(rule, pool);
  return rule.ties === 'share' || rule.ties === 'extend' ? new TiedSeats(rule, pool) : new Seats(rule);
}

/** So many winners, then so many alternates. */
class Seats {
  constructor(rule) {
    this.rule = rule;
    this.taken = { winners: 0, alternates: 0 };
  }

  /** Whether nobody can be seated after one who could not. */
  get closed() {
    return true;
  }

  /** The list in which an entry would be seated now; null if none. */
  openTo() {
    if (this.taken.winners < this.rule.take) return 'winners';
    return this.taken.alternates < this.rule.alternates ? 'alternates' : null;
  }

  take(list) {
    this.taken[list]++;
  }
}

/** The same, where all who have the score of the last place win. */
class TiedSeats extends Seats {
  constructor(rule, pool) {
    super(rule);
    this.scores = scoresOf(pool);
    this.before = 0;
  }

  openTo(at) {
    const tied = this.taken.winners >= this.rule.take && this.scores[at] === this.last;
    return tied ? 'winners' : super.openTo();
  }

  take(list, at) {
    if (list === 'winners' && this.scores[at] !== this.last) {
      this.before = this.taken.winners;
      this.last = this.scores[at];
    }
    super.take(list);
  }

  share(winners) {
    if (this.rule.ties !== 'share' || winners.length <= this.rule.take) return;
    const share = `${this.rule.take - this.before}/${winners.length - this.before}`;
    for (const winner of winners.slice(this.before)) winner.share = share;
  }
}

/** Winners as the quotas allow, and so many alternates of each stratum. */
class QuotaSeats {
  constructor(rule, pool) {
    this.rule = rule;
    this.strata = pool.strata.values;
    this.quotas = new Quotas(rule.quotas);
    this.winners = 0;
    this.alternates = new Map();
  }

  // What is closed to one stratum may be open to another.
  get closed() {
    return false;
  }

  openTo(at) {
    const stratum = this.strata[at];
    if (this.quotas.allow(stratum, this.rule.take - this.winners)) return 'winners';
    return this.reserved(stratum) < this.rule.alternates ? 'alternates' : null;
  }

  take(list, at) {
    const stratum = this.strata[at];
    if (list === 'winners') {
      this.winners++;
      this.quotas.count(stratum, 1);
    } else {
      this.alternates.set(stratum, this.reserved(stratum) + 1);
    }
  }

  reserved(stratum) {
    return this.alternates.get(stratum) ?? 0;
  }
}
