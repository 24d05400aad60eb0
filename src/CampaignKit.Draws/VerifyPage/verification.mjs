import { checkClaims } from './claims.mjs';
import { compare, Difference } from './difference.mjs';
import { Place } from './document.mjs';
import { checkEntropy } from './entropy.mjs';
import { digestOf, hashText } from './hashing.mjs';
import { findExclusions, findPools } from './pool-search.mjs';
import { checkProofs } from './proofs.mjs';
import { checkFeasible } from './quotas.mjs';
import { hasTickets } from './rule.mjs';
import { PrizeBook, seat } from './seating.mjs';
import { checkSignature, readSignature } from './signature.mjs';
import { statedExclusions, statedPool } from './stated-pool.mjs';
import { Tickets } from './tickets.mjs';
import { manifestDigestOf, readTranscript, transcriptDigestOf } from './transcript.mjs';
import { turnsOf } from './turns.mjs';

/** What was checked of a draw, as far as it went: everything that agreed, and the first difference. */
export class Verification {
  constructor() {
    this.transcript = null;
    this.manifestDigest = null;
    this.entropy = null;
    this.pools = new Map();
    this.exclusions = undefined;
    this.rules = [];
    this.claimsChecked = false;
    this.signatures = [];
    this.difference = null;
  }

  /** The pool of a rule if the rule can be drawn again: without the exclusions none can. */
  poolToDraw(rule) {
    return this.exclusions === null ? null : this.pools.get(rule.id);
  }

  get status() {
    if (this.difference) return 'invalid';
    return this.rules.every((rule) => rule.evidence === 'drawn') ? 'valid' : 'partly';
  }
}

/**
 * Recomputes a draw in this order: is the transcript well formed, has the manifest its digest, is the randomness what was locked, have
 * the pools their digests; then everything is drawn again and compared; then claims, proofs and signatures.
 */
export async function verify(files, pace) {
  const done = new Verification();
  try {
    await steps(done, files, pace);
  } catch (found) {
    if (!(found instanceof Difference)) throw found;
    done.difference = found;
  }
  return done;
}

async function steps(done, files, pace) {
  const transcript = readTranscript(Place.parse(files.transcript));
  done.transcript = transcript;
  await checkManifest(done, transcript, files);
  done.entropy = await checkEntropy(transcript.manifest, transcript);
  done.exclusions = await findExclusions(transcript, files, pace);
  done.pools = await findPools(transcript, files, pace);
  for (const rule of transcript.manifest.rules) checkFeasible(rule, done.pools.get(rule.id), transcript.manifest, done.exclusions);
  await drawAgain(done, transcript, pace);
  transcript.place.checkForm();
  const digest = transcriptDigestOf(transcript);
  compare(digest, transcript.place.field('digest').node, '$.digest');
  checkProofs(transcript.proofs, transcript.rules);
  checkClaims(transcript, digest);
  done.claimsChecked = true;
  await checkSignatures(done, files, digest);
}

async function checkManifest(done, transcript, files) {
  const digest = manifestDigestOf(transcript);
  if (transcript.manifestDigest !== digest) throw new Difference('$.manifestDigest', ['expected.manifestDigest', digest], transcript.manifestDigest);
  done.manifestDigest = digest;
  if (!files.manifest) return;
  const published = await digestOf(files.manifest.bytes);
  if (published !== digest) throw new Difference(files.manifest.name, ['expected.manifestFile', digest], ['found.file', published]);
}

async function drawAgain(done, transcript, pace) {
  const { manifest } = transcript;
  const exclusions = done.exclusions === null ? statedExclusions(transcript) : done.exclusions;
  const drawn = manifest.rules.map((rule) => done.poolToDraw(rule) ?? statedPool(rule, transcript.rules[rule.index], done.pools.get(rule.id)));
  const seed = hashText(done.manifestDigest + done.entropy.randomness);
  compare(seed, transcript.place.field('seed').node, '$.seed');
  const prizes = new PrizeBook(manifest.onePerPerson, exclusions);
  for (const rule of manifest.rules) {
    const result = await drawRule(rule, drawn[rule.index], done.poolToDraw(rule), transcript, seed, prizes, pace);
    done.rules.push(result);
    prizes.enter(result.outcome);
  }
}

// From its pool, or from the entries that its outcome names.
async function drawRule(rule, drawn, pool, transcript, drawSeed, prizes, pace) {
  const path = `$.rules[${rule.index}]`;
  const node = transcript.place.field('rules').node.items[rule.index];
  const seed = Tickets.seedOf(drawSeed, rule.id);
  compare(seed, node.fields.get('seed'), `${path}.seed`);
  const tickets = hasTickets(rule) ? new Tickets(seed) : null;
  const poolTickets = tickets ? await tickets.ofPool(drawn, pace) : null;
  const turns = await turnsOf(rule, drawn, poolTickets, pace);
  const outcome = await seat(rule, drawn, turns, poolTickets, seed, prizes, pace);
  compare(outcome, node, path);
  if (!pool) {
    const proved = transcript.proofs.some((proof) => proof.rule === rule);
    return { rule, seed, tickets, pool: null, outcome, evidence: proved ? 'proved' : tickets ? 'tickets' : 'stated' };
  }
  return { rule, seed, tickets, pool, poolTickets, turns, outcome, evidence: 'drawn' };
}

async function checkSignatures(done, files, transcriptDigest) {
  const digests = { manifest: done.manifestDigest, transcript: transcriptDigest };
  let key;
  for (const [name, bytes] of files.signatures) {
    try {
      const signed = readSignature(bytes);
      const checked = await checkSignature(signed, digests[signed.document]);
      if (key !== undefined && signed.publicKey !== key) throw new Difference('$.publicKey', key, signed.publicKey);
      key = signed.publicKey;
      done.signatures.push({ name, document: signed.document, ...checked });
    } catch (found) {
      if (!(found instanceof Difference)) throw found;
      throw new Difference(`${name}: ${found.path}`, found.expected, found.found);
    }
  }
}
