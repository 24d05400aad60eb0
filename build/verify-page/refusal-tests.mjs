// What is refused whatever the digests say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, checked } from './checked.mjs';
import { proofsOf, sha, writeDraw } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';

const options = { skip: reason };

const IDS = Array.from({ length: 6 }, (_, at) => `p-${at}`);
const pooled = (id, more = {}) => ({ id, rule: 'random', kind: 'ids', take: 2, alternates: 1, entries: new Map(IDS.map((each) => [each, ''])), ...more });

test('texts and names of fields have one spelling', options, async () => {
  const { transcript, files } = writeDraw({ rules: [pooled('r')] });
  const text = JSON.stringify(transcript);
  assert.equal(answer(await checked(text, files)), 'valid');
  assert.equal(answer(await checked(text.replace('"第一期"', '"\\u7b2c一期"'), files)), '$.manifest.period');
  assert.equal(answer(await checked(text.replace('"id":"p-', '"id":"\\u0070-'), files)), '$.rules[0].winners[0].id');
  assert.equal(answer(await checked(text.replace('"winners"', '"w\\u0069nners"'), files)), '$.rules[0]');
});

test('lists without items, and rules out of order, are refused', options, async () => {
  const draw = writeDraw({ rules: [pooled('r'), pooled('q')], overlap: 'allowed' });
  const { transcript, files } = draw;
  const proofs = [proofsOf(draw, 'r'), proofsOf(draw, 'q')];
  const pools = ['r', 'q'].map((rule) => ({ rule, entrants: files[`${rule}.pool.txt`] }));
  assert.equal(answer(await checked({ ...transcript, proofs, pools })), 'valid');
  for (const name of ['claims', 'proofs', 'pools']) assert.equal(answer(await checked({ ...transcript, [name]: [] }, files)), `$.${name}`);
  assert.equal(answer(await checked({ ...transcript, proofs: [...proofs].reverse() }, files)), '$.proofs[0].rule');
  assert.equal(answer(await checked({ ...transcript, proofs: [proofs[0], proofs[0]] }, files)), '$.proofs[1].rule');
  assert.equal(answer(await checked({ ...transcript, pools: [...pools].reverse() }, files)), '$.pools[0].rule');
});

test('holders and strata that the manifest does not name are refused', options, async () => {
  const { transcript, files } = writeDraw({ rules: [pooled('r')] });
  const beside = IDS.map((id) => `${id}\tx`);
  const pools = (more) => [{ rule: 'r', entrants: files['r.pool.txt'], ...more }];
  assert.equal(answer(await checked({ ...transcript, pools: pools({ holders: beside }) })), '$.manifest.rules[0].pool.holdersDigest');
  assert.equal(answer(await checked({ ...transcript, pools: pools({ strata: beside }) })), '$.manifest.rules[0].pool.strataDigest');
});

test('an index is no minus zero, a line no longer than one can be', options, async () => {
  const draw = writeDraw({ rules: [pooled('r', { take: 6, alternates: 0 })] });
  const text = JSON.stringify({ ...draw.transcript, proofs: [proofsOf(draw, 'r')] });
  assert.equal(answer(await checked(text, draw.files)), 'valid');
  assert.equal(answer(await checked(text.replace('"index":0', '"index":-0'), draw.files)), '$.proofs[0].lines[0].index');
  assert.equal(answer(await checked(text.replace('"line":"p-0"', `"line":"${'é'.repeat(257)}"`), draw.files)), '$.proofs[0].lines[0].line');
});

test('quotas that the pool cannot meet are refused, with one prize a person by persons', options, async () => {
  const strata = new Map(IDS.map((id, at) => [id, `s${at % 2}`]));
  const holders = new Map(IDS.map((id, at) => [id, `person ${at % 2}`]));
  const of = async (quotas, more = {}) => {
    const { transcript, files } = writeDraw({ rules: [pooled('r', { strata, quotas, holders: more.holders })], overlap: more.overlap, exclusions: more.exclusions });
    return answer(await checked(transcript, files));
  };
  const two = [{ stratum: 's0', min: 2, max: 2 }];
  assert.equal(await of(two), 'valid');
  assert.equal(await of(two, { holders, overlap: 'allowed' }), 'valid');
  assert.equal(await of(two, { holders }), '$.manifest.rules[0].quotas');
  assert.equal(await of(two, { exclusions: new Map([['p-0', 'x'], ['p-2', 'x']]) }), '$.manifest.rules[0].quotas');
  assert.equal(await of([{ stratum: 's2', min: 1, max: 1 }]), '$.manifest.rules[0].quotas');
  assert.equal(await of([{ stratum: 's0', min: 2, max: 2 }, { stratum: 's1', min: 1, max: 1 }]), '$.manifest.rules[0].quotas');
  assert.equal(await of([{ stratum: 's0', min: 0, max: 1 }, { stratum: 's1', min: 0, max: 0 }]), '$.manifest.rules[0].quotas');
});

test('a result is not published before its randomness decides', options, async () => {
  const due = '2021-04-05T02:00:00Z';
  const numbers = [1, 2];
  const late = { after: 60, entropy: { source: 'operator-commitment', commitment: sha(sha('secret')) } };
  const entropy = { source: 'announced-numbers', event: 'an evening', count: 2, from: 0, to: 9, due };
  const first = writeDraw({ rules: [pooled('r')], entropy, record: { source: 'announced-numbers', numbers }, randomness: sha(numbers.join(' ')) });
  const second = writeDraw({ rules: [pooled('r')], entropy, late, lateReason: 'nothing was announced' });
  const publishedAt = async ({ transcript, files }, at) => {
    const item = { at, what: 'published' };
    return answer(await checked({ ...transcript, claims: [{ ...item, digest: sha(`${transcript.digest}:${JSON.stringify(item)}`) }] }, files));
  };
  assert.equal(await publishedAt(first, due), 'valid');
  assert.equal(await publishedAt(first, '2021-04-05T01:59:59Z'), '$.claims[0].at');
  assert.equal(await publishedAt(second, '2021-04-05T02:01:00Z'), 'valid');
  assert.equal(await publishedAt(second, '2021-04-05T02:00:59Z'), '$.claims[0].at');
  assert.equal(await publishedAt(first, '0000-04-05T02:00:00Z'), '$.claims[0].at');
});

test('a file is what its published name says, or else what its format says', options, () => {
  const kindOf = (name, text) => modules.publishedFiles.kindOf(name, new TextEncoder().encode(text));
  assert.equal(kindOf('r.pool.txt', '{"format":"campaignkit-proof-v1"}'), 'lines');
  assert.equal(kindOf('exclusions.txt', '{\n'), 'lines');
  assert.equal(kindOf('transcript.json', '{'), 'transcript');
  assert.equal(kindOf('manifest.json', '{}'), 'manifest');
  assert.equal(kindOf('transcript.signature.json', '{}'), 'signature');
  assert.equal(kindOf('pool (1).txt', '{\n{"a":1}\n'), 'lines');
  assert.equal(kindOf('transcript (1).json', ' {"format": "campaignkit-transcript-v1"}\n'), 'transcript');
  assert.equal(kindOf('mine.json', '{"format":"campaignkit-proof-v1"}'), 'proof');
  assert.equal(kindOf('other.json', '{"format":"another"}'), 'lines');
});
