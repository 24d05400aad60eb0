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
