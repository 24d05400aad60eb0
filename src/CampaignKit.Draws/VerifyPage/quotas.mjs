import { Difference } from './difference.mjs';

/** How many winners of each stratum there are, against the least and the most that there may be. */
export class Quotas {
  constructor(quotas) {
    this.min = new Map(quotas.map((quota) => [quota.stratum, quota.min]));
    this.max = new Map(quotas.map((quota) => [quota.stratum, quota.max]));
    this.seated = new Map();
  }

  count(stratum, by) {
    this.seated.set(stratum, this.of(stratum) + by);
  }

  of(stratum) {
    return this.seated.get(stratum) ?? 0;
  }

  /** Whether one more winner of a stratum keeps its maximum, and leaves as many of `places` as the minima still lack. */
  allow(stratum, places) {
    if (this.of(stratum) >= (this.max.get(stratum) ?? Infinity)) return false;
    let lacking = 0;
    for (const [name, least] of this.min) lacking += Math.max(0, least - this.of(name) - (name === stratum ? 1 : 0));
    return places - 1 >= lacking;
  }
}

/** Throws a quota of a rule that its pool, if it is at hand, cannot meet; `exclusions` as far as they are known. */
export function checkFeasible(rule, pool, manifest, exclusions) {
  if (!rule.quotas || !pool) return;
  const able = eligibleOf(pool, manifest, exclusions);
  const path = `${rule.path}.quotas`;
  for (const { stratum, min } of rule.quotas) {
    const count = able.get(stratum)?.size ?? 0;
    if (min > count) throw new Difference(path, ['expected.eligible', min, stratum], ['found.eligible', count]);
  }
  const named = new Set(rule.quotas.map((quota) => quota.stratum));
  const most = rule.quotas.reduce((sum, quota) => sum + quota.max, 0);
  if (most < rule.take && pool.strata.values.every((stratum) => named.has(stratum))) throw new Difference(path, ['expected.maxima', rule.take], ['found.maxima', most]);
}

// Who could win, by stratum: with one prize a person, persons.
function eligibleOf(pool, { onePerPerson }, exclusions) {
  const able = new Map();
  for (let at = 0; at < pool.size; at++) {
    const stratum = pool.strata.values[at];
    const person = pool.personOf(at);
    if (!able.has(stratum)) able.set(stratum, new Set());
    const weightless = pool.kind === 'weights' && pool.entries.values[at] === '0';
    if (!weightless && !(exclusions?.indexOf(person) >= 0)) able.get(stratum).add(onePerPerson ? person : at);
  }
  return able;
}
