const STRETCH = 24;

/** Thrown at the next rest after the visitor has cancelled. */
export class Cancelled extends Error {}

/** Keeps the page alive during long work: every few milliseconds the browser gets a turn, the visitor sees how far it is, and can cancel. */
export class Pace {
  constructor(report = () => {}) {
    this.report = report;
    this.cancelled = false;
    this.rested = performance.now();
  }

  cancel() {
    this.cancelled = true;
  }

  /** True if it is time to rest: cheap enough to be asked for every entry. */
  get due() {
    return performance.now() - this.rested > STRETCH;
  }

  async rest(phrase, done, of) {
    this.report(phrase, done, of);
    await new Promise((resume) => setTimeout(resume));
    if (this.cancelled) throw new Cancelled();
    this.rested = performance.now();
  }

  /** Does `work` for 0 to `count` - 1. */
  async each(phrase, count, work) {
    for (let at = 0; at < count; at++) {
      work(at);
      if ((at & 63) === 63 && this.due) await this.rest(phrase, at, count);
    }
  }
}
