import { sha512 } from '@noble/hashes/sha2.js';
import { bigEndian, concat, fromHex, isHex, toHex, utf8 } from './bytes.mjs';
import { publicKeyOf, readPem } from './certificate.mjs';
import { Difference } from './difference.mjs';
import { hash } from './hashing.mjs';

const HASH_DIGITS = 128;
const HEX = /^(?:[0-9A-F]{2})+$/;
const EARLIER = ['previous', 'hour', 'day', 'month', 'year'];
const RSA_WITH_SHA512 = 0;
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' };

const FIELDS = [
  'uri', 'version', 'cipherSuite', 'period', 'certificateId', 'chainIndex', 'pulseIndex', 'timeStamp', 'localRandomValue', 'external',
  'listValues', 'precommitmentValue', 'statusCode', 'signatureValue', 'outputValue',
];

/** Reads a pulse of a NIST beacon (NISTIR 8213, version 2.0) and the certificate of its key. */
export function readNistRecord(place) {
  place.object('source', 'pulse', 'certificate');
  return { pulse: readPulse(place.field('pulse')), certificate: place.field('certificate').text((text) => (readPem(text) ? null : ['rule.pem'])) };
}

function readPulse(place) {
  place.object(...FIELDS);
  const hex = (at, name, digits) => at.field(name).text((text) => (HEX.test(text) && (!digits || text.length === digits) ? null : ['rule.hexUpper', digits ?? '2…']));
  const integer = (at, name, bytes) => at.field(name).integer(0, bytes === 8 ? Number.MAX_SAFE_INTEGER : 2 ** 32 - 1);
  const external = place.field('external').object('sourceId', 'statusCode', 'value');
  return {
    uri: place.field('uri').text(),
    version: place.field('version').text(),
    cipherSuite: place.field('cipherSuite').integer(RSA_WITH_SHA512, RSA_WITH_SHA512),
    period: integer(place, 'period', 4),
    certificateId: place.field('certificateId').text((text) => (isHex(text, HASH_DIGITS) ? null : ['rule.hex', HASH_DIGITS])),
    chainIndex: integer(place, 'chainIndex', 8),
    pulseIndex: integer(place, 'pulseIndex', 8),
    timeStamp: place.field('timeStamp').text(),
    localRandomValue: hex(place, 'localRandomValue', HASH_DIGITS),
    external: { sourceId: hex(external, 'sourceId', HASH_DIGITS), statusCode: integer(external, 'statusCode', 4), value: hex(external, 'value', HASH_DIGITS) },
    listValues: readEarlier(place.field('listValues'), hex),
    precommitmentValue: hex(place, 'precommitmentValue', HASH_DIGITS),
    statusCode: integer(place, 'statusCode', 4),
    signatureValue: hex(place, 'signatureValue'),
    outputValue: hex(place, 'outputValue', HASH_DIGITS),
  };
}

// The outputs of earlier pulses; that they have addresses is nothing that the beacon signs.
function readEarlier(place, hex) {
  const items = place.items();
  if (items.length !== EARLIER.length) place.refuse(['rule.earlier', EARLIER.join(', ')]);
  return items.map((item, at) => {
    item.object('type', 'value').field('type').oneOf([EARLIER[at]]);
    return hex(item, 'value', HASH_DIGITS);
  });
}

/** Compares a pulse with the minute locked, and verifies its signature where the browser can. */
export async function checkNist(locked, { pulse, certificate }) {
  const at = '$.entropy.pulse';
  const same = (name, expected, found) => {
    if (found !== expected) throw new Difference(`${at}.${name}`, JSON.stringify(expected), JSON.stringify(found));
  };
  same('chainIndex', locked.chain, pulse.chainIndex);
  same('timeStamp', locked.at.replace('Z', '.000Z'), pulse.timeStamp);
  same('certificateId', locked.certificateId, pulse.certificateId);

  const der = readPem(certificate);
  const certificateId = toHex(sha512(der));
  if (certificateId !== locked.certificateId) throw new Difference('$.entropy.certificate', ['expected.certificate', locked.certificateId], certificateId);
  const message = messageOf(pulse);
  const output = toHex(sha512(concat(message, fromHex(pulse.signatureValue))));
  if (output !== pulse.outputValue.toLowerCase()) throw new Difference(`${at}.outputValue`, ['expected.output', output], pulse.outputValue.toLowerCase());

  const randomness = toHex(hash(fromHex(pulse.outputValue)));
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return { level: 'time', why: ['level.noWebCrypto'], randomness };
  if (!(await isSigned(subtle, der, fromHex(pulse.signatureValue), message))) throw new Difference(`${at}.signatureValue`, ['expected.nistSignature'], pulse.signatureValue.toLowerCase());
  return { level: 'signature', randomness };
}

async function isSigned(subtle, der, signature, message) {
  try {
    const key = await subtle.importKey('spki', publicKeyOf(der), RSA, false, ['verify']);
    return await subtle.verify(RSA, key, signature, message);
  } catch {
    return false;
  }
}

/** What a pulse's signature is of: its fields in order, texts and values after their length in four bytes. */
function messageOf(pulse) {
  const sized = (bytes) => concat(bigEndian(bytes.length, 4), bytes);
  const text = (value) => sized(utf8(value));
  const value = (hex) => sized(fromHex(hex));
  return concat(
    text(pulse.uri),
    text(pulse.version),
    bigEndian(pulse.cipherSuite, 4),
    bigEndian(pulse.period, 4),
    value(pulse.certificateId),
    bigEndian(pulse.chainIndex, 8),
    bigEndian(pulse.pulseIndex, 8),
    text(pulse.timeStamp),
    value(pulse.localRandomValue),
    value(pulse.external.sourceId),
    bigEndian(pulse.external.statusCode, 4),
    value(pulse.external.value),
    ...pulse.listValues.map(value),
    value(pulse.precommitmentValue),
    bigEndian(pulse.statusCode, 4),
  );
}
