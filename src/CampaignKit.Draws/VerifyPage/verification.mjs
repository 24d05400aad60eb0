import { canonicalJson } from './canonical-json.mjs';
import { checkClaims } from './claims.mjs';
import { compare, Difference } from './difference.mjs';
import { Place } from './document.mjs';
import { checkEntropy } from './entropy.mjs';
import { digestOf, hashText } from './hashing.mjs';
import { checkTickets } from './outcome.mjs';
import { findExclusions, findPools } from './pool-search.mjs';
import { checkProofs } from './proofs.mjs';
import { hasTickets } from './rule.mjs';
import { PrizeBook, seat } from './seating.mjs';
import { checkSignature, readSignature } from './signature.mjs';
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
  await drawAgain(done, transcript, pace);
  transcript.place.checkOrder();
  const digest = transcriptDigestOf(transcript);
  compare(digest, transcript.place.field('digest').node, '$.digest');
  checkProofs(transcript.proofs, transcript.rules);
  checkClaims(transcript.claims, transcript.manifest, transcript.rules, digest);
  done.claimsChecked = true;
  await checkSignatures(done, files, digest);
}

async function checkManifest(done, transcript, files) {
  const digest = manifestDigestOf(transcript);
  if (transcript.manifestDigest !== digest) throw new Difference('$.manifestDigest', ['expected.manifestDigest', digest], transcript.manifestDigest);
  done.manifestDigest = digest;
  if (!files.manifest) return;
  const published = await digestOf(files.manifest.bytes);
  if (published !== digest) {
    // Whoever saved the manifest before the draw may have a copy with other white space.
    const parsed = Place.parse(files.manifest.bytes).node;
    const canonical = hashText(canonicalJson(parsed));
    if (canonical !== digest) throw new Difference(files.manifest.name, ['expected.manifestFile', digest], canonical);
  }
}

async function drawAgain(done, transcript, pace) {
  const { manifest } = transcript;
  const seed = hashText(done.manifestDigest + done.entropy.randomness);
  compare(seed, transcript.place.field('seed').node, '$.seed');
  const prizes = new PrizeBook(manifest.onePerPerson, done.exclusions);
  for (const rule of manifest.rules) {
    const result = await drawRule(rule, done, transcript, seed, prizes, pace);
    done.rules.push(result);
    prizes.enter(result.outcome);
  }
}

async function drawRule(rule, done, transcript, drawSeed, prizes, pace) {
  const [stated, path] = [transcript.rules[rule.index], `$.rules[${rule.index}]`];
  const node = transcript.place.field('rules').node.items[rule.index];
  const pool = done.exclusions === null ? null : done.pools.get(rule.id);
  const seed = Tickets.seedOf(drawSeed, rule.id);
  compare(seed, node.fields.get('seed'), `${path}.seed`);
  const tickets = hasTickets(rule) ? new Tickets(seed) : null;
  if (!pool) {
    await checkTickets(stated, tickets, path, pace);
    const proved = transcript.proofs.some((proof) => proof.rule === rule);
    return { rule, seed, tickets, pool: null, outcome: stated, evidence: proved ? 'proved' : tickets ? 'tickets' : 'stated' };
  }
  const poolTickets = tickets ? await tickets.ofPool(pool, pace) : null;
  const turns = await turnsOf(rule, pool, poolTickets, pace);
  const outcome = await seat(rule, pool, turns, poolTickets, seed, prizes, pace);
  compare(outcome, node, path);
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
