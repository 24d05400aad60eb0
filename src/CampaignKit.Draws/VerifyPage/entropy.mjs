import { isHex } from './bytes.mjs';
import { Difference } from './difference.mjs';
import { chainOf, CHAINS, checkDrand, dueOf, MAX_ROUND } from './drand.mjs';
import { hashText } from './hashing.mjs';
import { statedProblem } from './lines.mjs';
import { checkNist, readNistRecord } from './nist.mjs';

/** How far randomness was checked, each including those before it. */
export const LEVELS = ['recorded', 'hash', 'time', 'signature'];

const MAX_NUMBERS = 1000;

/** The sources: how a manifest names what nobody can know yet, how a transcript records what came, and how the two are compared. */
const SOURCES = {
  drand: {
    future(place) {
      place.object('source', 'chain', 'round', 'due');
      const chain = chainOf(place.field('chain').oneOf(CHAINS.map((known) => known.hash)));
      const round = place.field('round').integer(1, MAX_ROUND);
      const due = place.field('due').text((text) => (text === dueOf(chain, round) ? null : ['rule.due', round, chain.name, dueOf(chain, round)]));
      return { chain, round, due };
    },
    record(place) {
      place.object('source', 'round', 'signature', 'previousSignature', 'randomness');
      return {
        round: place.field('round').integer(1, MAX_ROUND),
        signature: place.field('signature').text(hexProblem),
        previousSignature: place.optional('previousSignature')?.text(hexProblem),
        randomness: place.field('randomness').digest(),
      };
    },
    check: checkDrand,
  },
  'nist-beacon-2.0': {
    future(place) {
      place.object('source', 'chain', 'at', 'certificateId');
      const at = place.field('at').time();
      if (!at.endsWith(':00Z')) place.field('at').refuse(['rule.minute']);
      return {
        chain: place.field('chain').integer(1, Number.MAX_SAFE_INTEGER),
        at,
        certificateId: place.field('certificateId').text((text) => (isHex(text, 128) ? null : ['rule.hex', 128])),
        due: at,
      };
    },
    record: readNistRecord,
    check: checkNist,
  },
  'operator-commitment': {
    future(place) {
      place.object('source', 'commitment');
      return { commitment: place.field('commitment').digest() };
    },
    record(place) {
      place.object('source', 'secret');
      return { secret: place.field('secret').digest() };
    },
    check(locked, { secret }) {
      const hash = hashText(secret);
      if (hash !== locked.commitment) throw new Difference('$.entropy.secret', ['expected.secret', locked.commitment], ['found.secret', secret, hash]);
      return { level: 'hash', randomness: secret };
    },
  },
  'announced-numbers': {
    future(place) {
      place.object('source', 'event', 'count', 'from', 'to', 'due');
      const from = place.field('from').integer(0, Number.MAX_SAFE_INTEGER - 1);
      return {
        event: place.field('event').text(statedProblem),
        count: place.field('count').integer(1, MAX_NUMBERS),
        from,
        to: place.field('to').integer(from + 1, Number.MAX_SAFE_INTEGER),
        due: place.field('due').time(),
      };
    },
    record(place) {
      place.object('source', 'numbers');
      return { numbers: place.field('numbers').items().map((item) => item.integer(0, Number.MAX_SAFE_INTEGER)) };
    },
    check(locked, { numbers }) {
      const { count, from, to } = locked;
      if (numbers.length !== count) throw new Difference('$.entropy.numbers', ['expected.numbers', count, from, to], ['found.numbers', numbers.length]);
      const outside = numbers.findIndex((number) => number < from || number > to);
      if (outside >= 0) throw new Difference(`$.entropy.numbers[${outside}]`, ['rule.integer', from, to], String(numbers[outside]));
      return { level: 'recorded', randomness: hashText(numbers.join(' ')) };
    },
  },
};

/** Reads a source as a manifest names it. */
export function readFuture(place) {
  const source = sourceOf(place);
  return { source, ...SOURCES[source].future(place) };
}

/** Reads a record as a transcript has it. */
export function readRecord(place) {
  const source = sourceOf(place);
  return { source, ...SOURCES[source].record(place) };
}

/**
 * Compares what came with what was locked: gives the randomness and how far it was checked. Which of two sources decided is for the
 * stated reason to say, not for the record: it must not depend on which of them happens to fit.
 */
export async function checkEntropy(manifest, { entropy, lateReason }) {
  const late = manifest.late?.entropy;
  if (lateReason !== undefined && !late) throw new Difference('$.lateReason', ['nothing'], JSON.stringify(lateReason));
  const [locked, other] = lateReason === undefined ? [manifest.entropy, late] : [late, manifest.entropy];
  try {
    return await checkSource(locked, entropy);
  } catch (found) {
    if (!(found instanceof Difference) || !other || !(await fits(other, entropy))) throw found;
    if (lateReason === undefined) throw new Difference('$.lateReason', ['expected.lateReason'], ['nothing']);
    throw new Difference('$.lateReason', ['nothing'], JSON.stringify(lateReason));
  }
}

async function checkSource(locked, record) {
  if (record.source !== locked.source) throw new Difference('$.entropy.source', JSON.stringify(locked.source), JSON.stringify(record.source));
  return { locked, ...(await SOURCES[locked.source].check(locked, record)) };
}

async function fits(locked, record) {
  try {
    await checkSource(locked, record);
    return true;
  } catch (found) {
    if (found instanceof Difference) return false;
    throw found;
  }
}

function sourceOf(place) {
  return place.field('source').oneOf(Object.keys(SOURCES));
}

const hexProblem = (text) => (isHex(text) ? null : ['rule.hexPairs']);
