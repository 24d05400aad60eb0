import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { answer, checked } from './checked.mjs';
import { canonical, merkle, proofsOf, sha, writeDraw } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';

const options = { skip: reason };
const PUBLISHED = '2021-04-05T10:00:00Z';

const ids = Array.from({ length: 12 }, (_, at) => `p-${at}`);
const entries = new Map(ids.map((id) => [id, '']));
const strata = new Map(ids.map((id, at) => [id, at % 2 ? 'odd' : 'even']));

const plainRule = { id: 'r', rule: 'random', take: 3, alternates: 3, kind: 'ids', entries };

const draw = (change = {}) => writeDraw({ claimWithin: 3600, rules: [{ ...plainRule, ...change }] });

function withClaims(transcript, ...steps) {
  let before = transcript.digest;
  const claims = [{ at: PUBLISHED, what: 'published' }, ...steps].map((step) => {
    const plain = JSON.parse(JSON.stringify(step));
    before = sha(`${before}:${canonical(plain)}`);
    return { ...plain, digest: before };
  });
  const { pools, exclusions, ...rest } = transcript;
  return { ...rest, claims };
}

const claimed = (id, at = PUBLISHED, rule = 'r') => ({ rule, id, at, what: 'claimed' });
const forfeited = (id, promoted, at = PUBLISHED, rule = 'r') => ({ rule, id, at, what: 'forfeited', reason: 'not reached', by: 'key-1', promoted });

test('claims follow the prizes from hand to hand', options, async () => {
  const { transcript, files } = draw();
  const [winners, alternates] = [transcript.rules[0].winners.map(({ id }) => id), transcript.rules[0].alternates.map(({ id }) => id)];
  const say = async (...steps) => answer(await checked(withClaims(transcript, ...steps), files));

  assert.equal(await say(claimed(winners[0]), forfeited(winners[1], alternates[0]), claimed(alternates[0]), forfeited(winners[2], alternates[1])), 'valid');
  assert.equal(await say(claimed(winners[0], '2021-04-05T11:00:00Z')), 'valid');
  assert.equal(await say(claimed(winners[0], '2021-04-05T11:00:01Z')), '$.claims[1].at');
  assert.equal(await say(forfeited(winners[0], alternates[0], '2021-04-06T00:00:00Z'), claimed(alternates[0], '2021-04-06T01:00:00Z')), 'valid');
  assert.equal(await say(claimed('nobody')), '$.claims[1].id');
  assert.equal(await say(claimed(alternates[0])), '$.claims[1].id');
  assert.equal(await say(claimed(winners[0]), claimed(winners[0])), '$.claims[2].id');
  assert.equal(await say(claimed(winners[0], '2021-04-05T10:30:00Z'), claimed(winners[1], '2021-04-05T10:29:59Z')), '$.claims[2].at');
  assert.equal(await say(forfeited(winners[0], alternates[1])), '$.claims[1].promoted');
  assert.equal(await say(forfeited(winners[0])), '$.claims[1].promoted');
  assert.equal(await say(...winners.map((id, at) => forfeited(id, alternates[at])), forfeited(alternates[0])), 'valid');

  const chained = withClaims(transcript, claimed(winners[0]));
  chained.claims[1].at = '2021-04-05T10:00:01Z';
  assert.equal(answer(await checked(chained, files)), '$.claims[1].digest');
  assert.equal(answer(await checked({ ...chained, claims: [] }, files)), '$.claims');
  assert.equal(answer(await checked({ ...chained, claims: chained.claims.slice(1) }, files)), '$.claims[0].what');
});

test('an alternate follows only within the quotas, and nobody whose person has won', options, async () => {
  const quotas = [{ stratum: 'odd', min: 2, max: 2 }, { stratum: 'even', min: 1, max: 1 }];
  const { transcript, files } = draw({ strata, quotas, alternates: 2 });
  const outcome = transcript.rules[0];
  const even = outcome.winners.find((winner) => winner.stratum === 'even');
  const next = outcome.alternates.find((alternate) => alternate.stratum === 'even');
  const wrong = outcome.alternates.find((alternate) => alternate.stratum === 'odd');
  assert.equal(answer(await checked(withClaims(transcript, forfeited(even.id, next.id)), files)), 'valid');
  assert.equal(answer(await checked(withClaims(transcript, forfeited(even.id, wrong.id)), files)), '$.claims[1].promoted');

  const two = writeDraw({ rules: [{ ...plainRule, id: 'one', take: 1, alternates: 2 }, { ...plainRule, id: 'two', take: 6, alternates: 0 }] });
  const [first, second] = two.transcript.rules;
  const won = new Set(second.winners.map(({ id }) => id));
  const follower = first.alternates.find(({ id }) => !won.has(id))?.id;
  assert.equal(answer(await checked(withClaims(two.transcript, forfeited(first.winners[0].id, follower, PUBLISHED, 'one')), two.files)), 'valid');
});

test('a shared prize is followed by nobody', options, async () => {
  const scores = new Map(ids.map((id) => [id, '1']));
  const { transcript, files } = draw({ rule: 'top-by', kind: 'scores', entries: scores, ties: 'share', alternates: 1 });
  assert.equal(transcript.rules[0].winners[0].share, '3/12');
  assert.equal(answer(await checked(withClaims(transcript, forfeited(transcript.rules[0].winners[0].id)), files)), 'valid');
});

test('proofs show the entries named without the pool', options, async () => {
  const made = draw();
  const proofs = [proofsOf(made, 'r')];
  const found = await checked({ ...made.transcript, proofs });
  assert.deepEqual([answer(found), found.rules[0].evidence], ['partly', 'proved']);
  assert.equal((await checked(made.transcript)).rules[0].evidence, 'tickets');

  const changed = async (change) => {
    const copy = structuredClone(proofs);
    change(copy[0].lines);
    return answer(await checked({ ...made.transcript, proofs: copy }));
  };
  assert.equal(await changed((lines) => lines.pop()), '$.proofs[0].lines');
  assert.equal(await changed((lines) => { lines[1].path[0] = sha('x'); }), '$.proofs[0].lines[1].path');
  assert.equal(await changed((lines) => { lines[1].path.pop(); }), '$.proofs[0].lines[1].path');
  assert.equal(await changed((lines) => { lines[1].line = 'p-x'; }), '$.proofs[0].lines[1].line');
  assert.equal(await changed((lines) => lines.reverse()), '$.proofs[0].lines[1].index');
  assert.equal(await changed((lines) => lines.push(lines[0])), `$.proofs[0].lines[${proofs[0].lines.length}].line`);
});

test('a proof alone shows who was in a pool and who was not', options, () => {
  const lines = ['a', 'c', 'e', 'é', '😀'];
  const tree = merkle(lines);
  const line = (at) => ({ line: lines[at], index: at, path: tree.path(at) });
  const proof = (rest) => ({ format: 'campaignkit-proof-v1', root: tree.root, size: lines.length, ...rest });
  const say = (value) => {
    try {
      modules.proofs.checkProof(modules.proofs.readProof(Buffer.from(JSON.stringify(value))), tree.root);
      return 'good';
    } catch (found) {
      return found.path;
    }
  };
  for (let at = 0; at < lines.length; at++) assert.equal(say(proof({ id: lines[at], found: line(at) })), 'good');
  assert.equal(say(proof({ id: 'b', before: line(0), after: line(1) })), 'good');
  assert.equal(say(proof({ id: 'A', after: line(0) })), 'good');
  assert.equal(say(proof({ id: '😁', before: line(4) })), 'good');
  assert.equal(say(proof({ id: 'b', before: line(0), after: line(2) })), '$');
  assert.equal(say(proof({ id: 'b', before: line(1), after: line(2) })), '$.before.line');
  assert.equal(say(proof({ id: 'd', before: line(0), after: line(1) })), '$.after.line');
  assert.equal(say(proof({ id: 'b', after: line(1) })), '$');
  assert.equal(say(proof({ id: 'c', found: line(0) })), '$.found.line');
  assert.equal(say(proof({ id: 'a', found: { ...line(0), index: 1 } })), '$.found.path');
  assert.equal(say(proof({ id: 'a', found: line(0), before: line(0) })), '$');
  assert.equal(say({ ...proof({ id: 'a', found: line(0) }), root: sha('x') }), '$.root');
});

test('the operator signs manifest and transcript', options, async () => {
  const { transcript, files } = draw();
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (document, digest, { privateKey, publicKey } = keys) => ({
    format: 'campaignkit-signature-v1',
    document,
    digest,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign('sha256', Buffer.from(`campaignkit-signature-v1:${document}:${digest}`), privateKey).toString('base64'),
  });
  const manifest = signed('manifest', transcript.manifestDigest);
  const whole = signed('transcript', transcript.digest);
  const say = async (first, second) => answer(await checked(transcript, { ...files, 'manifest.signature.json': first, 'transcript.signature.json': second }));

  const found = await checked(transcript, { ...files, 'm.json': manifest, 't.json': whole });
  assert.equal(answer(found), 'valid');
  const fingerprint = createHash('sha256').update(Buffer.from(manifest.publicKey, 'base64')).digest('hex');
  assert.deepEqual(found.signatures.map((each) => [each.document, each.fingerprint, each.checked]), [['manifest', fingerprint, true], ['transcript', fingerprint, true]]);

  // DER drops leading zeros: many signatures meet all lengths.
  for (let at = 0; at < 200; at++) assert.equal(modules.signature.rawOf(Buffer.from(signed('manifest', sha(`${at}`)).signature, 'base64')).length, 64);
  assert.equal(await say(manifest, { ...whole, digest: sha('x') }), 'transcript.signature.json: $.digest');
  assert.equal(await say({ ...manifest, document: 'transcript' }, whole), 'manifest.signature.json: $.digest');
  assert.equal(await say({ ...manifest, signature: whole.signature }, whole), 'manifest.signature.json: $.signature');
  assert.equal(await say(manifest, { ...whole, extra: 1 }), 'transcript.signature.json: $.extra');
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  assert.equal(await say(manifest, signed('transcript', whole.digest, other)), 'transcript.signature.json: $.publicKey');
  const rsa = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  assert.equal(await say(signed('manifest', manifest.digest, rsa), whole), 'manifest.signature.json: $.publicKey');
  for (const broken of ['MAA=', 'MAYCAQECAQE=', 'AAAA']) assert.equal(await say({ ...manifest, signature: broken }, whole), 'manifest.signature.json: $.signature');
});

test('a pseudonym is the hash of salt and id', options, () => {
  assert.equal(modules.pseudonym.pseudonymOf('ab'.repeat(32), 'p-1'), sha(`${'ab'.repeat(32)}:p-1`));
});
