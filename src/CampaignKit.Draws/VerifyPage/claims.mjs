import { canonicalWithout } from './canonical-json.mjs';
import { Difference } from './difference.mjs';
import { hashText } from './hashing.mjs';
import { idProblem, statedProblem } from './lines.mjs';
import { decidedAt } from './manifest.mjs';
import { Quotas } from './quotas.mjs';

const FIELDS = {
  published: ['at', 'what', 'digest'],
  claimed: ['rule', 'id', 'at', 'what', 'digest'],
  forfeited: ['rule', 'id', 'at', 'what', 'reason', 'by', 'promoted', 'digest'],
};

/** Reads what happened to the prizes, the publication first. */
export function readClaims(place, manifest) {
  if (!place) return [];
  const items = place.items();
  if (items.length === 0) place.refuse(['rule.claimsBegin']);
  return items.map((item, index) => {
    const what = item.field('what').oneOf(Object.keys(FIELDS));
    if ((index === 0) !== (what === 'published')) item.field('what').refuse(['rule.claimsBegin']);
    item.object(...FIELDS[what]);
    const claim = { what, at: item.field('at').time(), digest: item.field('digest').digest(), text: canonicalWithout(item.node, ['digest']) };
    if (what !== 'published') {
      claim.rule = item.field('rule').oneOf(manifest.rules.map((rule) => rule.id));
      claim.id = item.field('id').text(idProblem);
    }
    if (what === 'forfeited') {
      claim.reason = item.field('reason').text(statedProblem);
      claim.by = item.field('by').text(statedProblem);
      claim.promoted = item.optional('promoted')?.text(idProblem);
    }
    return claim;
  });
}

/**
 * Follows the prizes from hand to hand: who claims must hold one and be in time, and who follows is the alternate whose turn it is. The
 * digests chain what happened to the transcript, so that it cannot be told otherwise later.
 */
export function checkClaims({ claims, manifest, rules: outcomes, lateReason }, transcriptDigest) {
  if (claims.length === 0) return;
  const decided = decidedAt(manifest, lateReason !== undefined);
  if (decided && claims[0].at < decided) throw new Difference('$.claims[0].at', ['expected.notBeforeDecided', decided], claims[0].at);
  checkChain(claims, transcriptDigest);
  const prizes = new Prizes(manifest, outcomes, claims[0].at);
  for (let index = 1; index < claims.length; index++) {
    const [claim, path] = [claims[index], `$.claims[${index}]`];
    const before = claims[index - 1].at;
    if (!prizes.isOpen(claim)) throw new Difference(`${path}.id`, ['expected.holder', claim.rule], JSON.stringify(claim.id));
    if (claim.at < before) throw new Difference(`${path}.at`, ['expected.notBefore', before], claim.at);
    if (claim.what === 'claimed') {
      const until = prizes.until(claim);
      if (until !== undefined && Date.parse(claim.at) > until) throw new Difference(`${path}.at`, ['expected.notAfter', new Date(until).toISOString().replace('.000Z', 'Z')], claim.at);
      prizes.close(claim);
    } else {
      const next = prizes.forfeit(claim);
      if (next !== claim.promoted) throw new Difference(`${path}.promoted`, shown(next), shown(claim.promoted));
    }
  }
}

function checkChain(claims, transcriptDigest) {
  claims.reduce((before, claim, index) => {
    const digest = hashText(`${before}:${claim.text}`);
    if (claim.digest !== digest) throw new Difference(`$.claims[${index}].digest`, digest, claim.digest);
    return digest;
  }, transcriptDigest);
}

const shown = (id) => (id === undefined ? ['nothing'] : JSON.stringify(id));

/** Who holds a prize that is neither claimed nor forfeited, and since when. */
class Prizes {
  constructor(manifest, outcomes, publishedAt) {
    this.claimWithin = manifest.claimWithin;
    this.persons = manifest.onePerPerson ? new Set() : null;
    this.rules = new Map(manifest.rules.map((rule, index) => [rule.id, { rule, ...this.opened(rule, outcomes[index], publishedAt) }]));
  }

  opened(rule, outcome, at) {
    const quotas = new Quotas(rule.quotas ?? []);
    for (const winner of outcome.winners) {
      quotas.count(winner.stratum, 1);
      this.persons?.add(personOf(winner));
    }
    return { open: new Map(outcome.winners.map((entry) => [entry.id, { entry, since: at }])), waiting: [...outcome.alternates], winners: outcome.winners.length, quotas };
  }

  isOpen(claim) {
    return this.rules.get(claim.rule).open.has(claim.id);
  }

  /** The last moment at which a prize can be claimed, in milliseconds; undefined if there is none. */
  until({ rule, id }) {
    return this.claimWithin && Date.parse(this.rules.get(rule).open.get(id).since) + this.claimWithin * 1000;
  }

  close({ rule, id }) {
    this.rules.get(rule).open.delete(id);
  }

  /** Takes a prize from its holder and gives the id of the alternate who follows, if there is one. */
  forfeit({ rule: ruleId, id, at }) {
    const prizes = this.rules.get(ruleId);
    const { entry } = prizes.open.get(id);
    prizes.open.delete(id);
    prizes.quotas.count(entry.stratum, -1);
    prizes.winners--;
    if (entry.share !== undefined) return undefined;
    const next = prizes.waiting.findIndex((alternate) => this.mayFollow(alternate, prizes));
    if (next < 0) return undefined;
    const [promoted] = prizes.waiting.splice(next, 1);
    prizes.open.set(promoted.id, { entry: promoted, since: at });
    prizes.quotas.count(promoted.stratum, 1);
    prizes.winners++;
    this.persons?.add(personOf(promoted));
    return promoted.id;
  }

  mayFollow(alternate, { rule, quotas, winners }) {
    if (this.persons?.has(personOf(alternate))) return false;
    return !rule.quotas || quotas.allow(alternate.stratum, rule.take - winners);
  }
}

const personOf = (entry) => entry.holder ?? entry.id;
