import { compareBytes } from './bytes.mjs';
import { Difference } from './difference.mjs';
import { Lines } from './lines.mjs';
import { entriesOf } from './outcome.mjs';
import { MAX_TOTAL_WEIGHT, Pool, VALUE_FIELDS } from './pool.mjs';

/**
 * The entries that an outcome names, as a pool. The others of the true pool had no turn while a seat was open to them, so drawing from
 * this one gives the same outcome: what the outcome alone disproves is found by drawing it again.
 * `pool` is the true one, if it is at hand and the exclusions alone are missing.
 */
export function statedPool(rule, outcome, pool) {
  const path = `$.rules[${rule.index}]`;
  const stated = [...entriesOf(outcome, path)];
  const ids = new Set();
  let weight = 0;
  for (const { entry, path: place } of stated) {
    if (ids.has(entry.id)) throw new Difference(`${place}.id`, ['rule.idTwice'], JSON.stringify(entry.id));
    ids.add(entry.id);
    if (entry.weight === '0') throw new Difference(`${place}.weight`, ['expected.weight'], JSON.stringify(entry.weight));
    weight += Number(entry.weight ?? 0);
    if (weight > MAX_TOTAL_WEIGHT) throw new Difference(`${place}.weight`, ['rule.totalWeight', MAX_TOTAL_WEIGHT], JSON.stringify(entry.weight));
  }
  const { size } = rule.pool;
  if (ids.size > size) throw new Difference(path, ['expected.atMost', size], ['found.entries', ids.size]);
  if (ids.size < size && leavesSeats(rule, outcome)) throw new Difference(path, ['expected.everyEntry', size], ['found.entries', ids.size]);
  if (pool) stated.forEach(({ entry, path: place }) => checkLocked(entry, pool, place));
  return poolOf(rule, stated.map(({ entry }) => entry).sort((x, y) => compareBytes(x.id, y.id)));
}

/** The persons who are passed over as excluded, with the reasons: as many of the exclusions as the outcomes name. */
export function statedExclusions({ rules, manifest }) {
  const reasons = new Map();
  for (const [index, outcome] of rules.entries()) {
    for (const { list, entry, path } of entriesOf(outcome, `$.rules[${index}]`)) {
      if (list !== 'skipped' || entry.reason !== 'excluded') continue;
      const person = entry.holder ?? entry.id;
      const before = reasons.get(person) ?? entry.why;
      if (before !== entry.why) throw new Difference(`${path}.why`, JSON.stringify(before), JSON.stringify(entry.why));
      reasons.set(person, entry.why);
    }
  }
  const { size } = manifest.exclusions;
  if (reasons.size > size) throw new Difference('$.manifest.exclusions.size', ['expected.atLeast', reasons.size], String(size));
  return linesOf([...reasons.keys()].sort(compareBytes), (person) => reasons.get(person));
}

function checkLocked(entry, pool, place) {
  const at = pool.entries.indexOf(entry.id);
  if (at < 0) throw new Difference(`${place}.id`, ['expected.inPool'], JSON.stringify(entry.id));
  for (const [field, value] of Object.entries(pool.describe(at))) {
    if (value !== undefined && entry[field] !== value) throw new Difference(`${place}.${field}`, JSON.stringify(value), JSON.stringify(entry[field]));
  }
}

// Whether a seat is left that any entry could have taken: one of weight 0 could not, and under quotas a seat can be closed to some strata.
function leavesSeats(rule, { winners, alternates }) {
  if (rule.take === undefined || rule.quotas || rule.pool.kind === 'weights') return false;
  return winners.length < rule.take || alternates.length < rule.alternates;
}

function poolOf(rule, entries) {
  const { kind, holdersDigest, strataDigest } = rule.pool;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const lines = (valueOf) => linesOf([...byId.keys()], (id) => valueOf(byId.get(id)));
  const pool = new Pool(kind, lines((entry) => VALUE_FIELDS[kind].map((field) => entry[field]).join('\t')));
  if (holdersDigest) pool.holders = lines((entry) => entry.holder);
  if (strataDigest) pool.strata = lines((entry) => entry.stratum);
  return pool;
}

const linesOf = (ids, valueOf) => new Lines(ids.map((id) => ({ id, value: valueOf(id), line: id })));
