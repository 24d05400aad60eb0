import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { answer, checked } from './checked.mjs';
import { sha, writeDraw } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';
import { vector } from './vectors.mjs';

const options = { skip: reason };
const rules = [{ id: 'r', rule: 'random', take: 1, alternates: 0, kind: 'ids', entries: new Map([['a', ''], ['b', '']]) }];

const DEFAULT = vector('drand-beacons.json').cases.filter((beacon) => beacon.public_key.startsWith('868f'));
const NIST = vector('nist-beacon-v2-pulse-54610.json');

function drand(change = {}, round = 1) {
  const beacon = DEFAULT.find((each) => each.round === round);
  const due = new Date((1595431050 + (round - 1) * 30) * 1000).toISOString().replace('.000Z', 'Z');
  const entropy = { source: 'drand', chain: modules.drand.CHAINS[1].hash, round, due };
  const record = { source: 'drand', round, signature: beacon.signature, previousSignature: beacon.previous_signature, randomness: beacon.randomness ?? sha(Buffer.from(beacon.signature, 'hex')), ...change };
  return writeDraw({ rules, entropy, record, randomness: record.randomness });
}

function nist(change = {}) {
  const { pulse } = NIST.cases[0];
  const signed = { ...pulse, listValues: pulse.listValues.map(({ type, value }) => ({ type, value })), ...change };
  const record = { source: 'nist-beacon-2.0', pulse: signed, certificate: NIST.certificate_pem.trim() };
  const entropy = { source: 'nist-beacon-2.0', chain: 1, at: '2018-08-30T17:44:00Z', certificateId: pulse.certificateId };
  return writeDraw({ rules, entropy, record, randomness: sha(Buffer.from(signed.outputValue, 'hex')) });
}

function numbers(change = {}) {
  const entropy = { source: 'announced-numbers', event: 'Lotto, 5 April 2021', count: 3, from: 1, to: 49, due: '2021-04-05T18:00:00Z' };
  const record = { source: 'announced-numbers', numbers: [4, 49, 15], ...change };
  return writeDraw({ rules, entropy, record, randomness: sha(record.numbers.join(' ')) });
}

const levelOf = async ({ transcript, files }) => {
  const found = await checked(transcript, files);
  return found.difference?.path ?? found.entropy.level;
};

test('published rounds of drand are good or bad as their source says', options, () => {
  const { isSignedBy, SCHEMES } = modules.drand;
  const known = vector('drand-beacons.json').cases.filter((beacon) => SCHEMES[beacon.scheme]);
  assert.equal(known.length, 6);
  for (const beacon of known) {
    const chain = { scheme: beacon.scheme, publicKey: beacon.public_key };
    const record = { round: beacon.round, signature: beacon.signature, previousSignature: beacon.previous_signature };
    assert.equal(isSignedBy(chain, record), beacon.valid, `${beacon.scheme} ${beacon.round}`);
    assert.equal(isSignedBy(chain, { ...record, round: beacon.round + 1 }), false);
    assert.equal(isSignedBy(chain, { ...record, signature: record.signature.replace(/^../, 'ff') }), false);
    if (beacon.randomness) assert.equal(modules.drand.randomnessOf(beacon.signature), beacon.randomness);
  }
});

test('the chains known are those whose hash their parameters give', options, () => {
  for (const chain of vector('drand-chain-info.json').cases) {
    const known = modules.drand.chainOf(chain.hash);
    assert.deepEqual([known.publicKey, known.period, known.genesis, known.scheme], [chain.public_key, chain.period, chain.genesis_time, chain.schemeID]);
  }
});

test('a round of drand is checked to its signature, where the previous one is there', options, async () => {
  assert.equal(await levelOf(drand()), 'signature');
  assert.equal(await levelOf(drand({}, 2634945)), 'signature');
  assert.equal(await levelOf(drand({ previousSignature: undefined })), 'time');
  assert.equal(await levelOf(drand({ previousSignature: 'ab' })), '$.entropy.previousSignature');
  assert.equal(await levelOf(drand({ previousSignature: DEFAULT[1].previous_signature }, 1)), '$.entropy.previousSignature');
  assert.equal(await levelOf(drand({ previousSignature: DEFAULT[1].signature }, 2634945)), '$.entropy.signature');
  assert.equal(await levelOf(drand({ round: 2 })), '$.entropy.round');
  assert.equal(await levelOf(drand({ signature: 'abcd' })), '$.entropy.signature');
  assert.equal(await levelOf(drand({ randomness: sha('other') })), '$.entropy.randomness');
});

test('a NIST pulse is checked to its signature', options, async () => {
  assert.equal(await levelOf(nist()), 'signature');
  const flipped = (hex) => (hex[9] === '0' ? hex.replace(/^(.{9})./, '$11') : hex.replace(/^(.{9})./, '$10'));
  const { pulse } = NIST.cases[0];
  assert.equal(await levelOf(nist({ outputValue: flipped(pulse.outputValue) })), '$.entropy.pulse.outputValue');
  assert.equal(await levelOf(nist({ timeStamp: '2018-08-30T17:45:00.000Z' })), '$.entropy.pulse.timeStamp');
  assert.equal(await levelOf(nist({ chainIndex: 2 })), '$.entropy.pulse.chainIndex');
  assert.equal(await levelOf(nist({ outputValue: pulse.outputValue.toLowerCase() })), '$.entropy.pulse.outputValue');

  // A pulse that hashes well, with a signature that nobody made.
  const signatureValue = flipped(pulse.signatureValue);
  const outputValue = outputOf({ ...pulse, signatureValue });
  assert.equal(outputOf(pulse), pulse.outputValue);
  assert.equal(await levelOf(nist({ signatureValue, outputValue })), '$.entropy.pulse.signatureValue');
});

test('announced numbers are counted and held to their range', options, async () => {
  assert.equal(await levelOf(numbers()), 'recorded');
  assert.equal(await levelOf(numbers({ numbers: [4, 49] })), '$.entropy.numbers');
  assert.equal(await levelOf(numbers({ numbers: [4, 50, 15] })), '$.entropy.numbers[1]');
});

test('a late source decides only with a reason', options, async () => {
  const { transcript, files } = numbers();
  const entropy = transcript.manifest.entropy;
  const late = { after: 3600, entropy: { source: 'operator-commitment', commitment: sha(sha('late')) } };
  const draw = (change) => {
    const drawn = writeDraw({ rules, entropy, late, secret: sha('late'), ...change });
    return levelOf(drawn);
  };
  assert.equal(await draw({ lateReason: 'not announced' }), 'hash');
  assert.equal(await draw({}), '$.lateReason');
  assert.equal(await draw({ lateReason: 'not announced', record: transcript.entropy, randomness: sha('4 49 15') }), '$.lateReason');
  assert.equal(await draw({ record: transcript.entropy, randomness: sha('4 49 15') }), 'recorded');
  assert.equal(answer(await checked({ ...transcript, lateReason: 'x' }, files)), '$.lateReason');
  const early = { after: 3600, entropy: { ...entropy, due: '2021-04-05T18:30:00Z' } };
  assert.equal(await levelOf(writeDraw({ rules, entropy, late: early, record: transcript.entropy, randomness: sha('4 49 15') })), '$.manifest.late');
});

function outputOf(pulse) {
  const hex = (text) => Buffer.from(text, 'hex');
  const number = (value, size) => Buffer.from(BigInt(value).toString(16).padStart(size * 2, '0'), 'hex');
  const sized = (data) => Buffer.concat([number(data.length, 4), data]);
  const signed = [
    sized(Buffer.from(pulse.uri)), sized(Buffer.from(pulse.version)), number(pulse.cipherSuite, 4), number(pulse.period, 4), sized(hex(pulse.certificateId)), number(pulse.chainIndex, 8),
    number(pulse.pulseIndex, 8), sized(Buffer.from(pulse.timeStamp)), sized(hex(pulse.localRandomValue)), sized(hex(pulse.external.sourceId)), number(pulse.external.statusCode, 4),
    sized(hex(pulse.external.value)), ...pulse.listValues.map(({ value }) => sized(hex(value))), sized(hex(pulse.precommitmentValue)), number(pulse.statusCode, 4), hex(pulse.signatureValue),
  ];
  return createHash('sha512').update(Buffer.concat(signed)).digest('hex').toUpperCase();
}
