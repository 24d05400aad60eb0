import { fromBase64, toHex, utf8 } from './bytes.mjs';
import { Difference } from './difference.mjs';
import { Place } from './document.mjs';
import { digestOf } from './hashing.mjs';

export const FORMAT = 'campaignkit-signature-v1';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' };
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const COORDINATE = 32;
const INTEGER = 0x02;
const SEQUENCE = 0x30;

// What stands before the point in the one form that a key has here: named curve, uncompressed (RFC 5480, section 2).
const KEY_HEADER = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';
const KEY_BYTES = 91;

/** Reads an operator's signature of a manifest or a transcript. */
export function readSignature(bytes) {
  const place = Place.parse(bytes);
  place.object('format', 'document', 'digest', 'publicKey', 'signature');
  place.field('format').oneOf([FORMAT]);
  const base64 = (text) => (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && fromBase64(text) ? null : ['rule.base64']);
  return {
    document: place.field('document').oneOf(['manifest', 'transcript']),
    digest: place.field('digest').digest(),
    publicKey: place.field('publicKey').text((text) => (isKey(fromBase64(text)) ? null : ['rule.key'])),
    signature: place.field('signature').text(base64),
  };
}

const isKey = (bytes) => bytes?.length === KEY_BYTES && toHex(bytes).startsWith(KEY_HEADER);

/** Verifies a signature of the document with that digest: gives the key's fingerprint, and whether the browser could check it at all. */
export async function checkSignature(signed, digest) {
  if (signed.digest !== digest) throw new Difference('$.digest', digest, signed.digest);
  const key = fromBase64(signed.publicKey);
  const fingerprint = await digestOf(key);
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return { fingerprint, checked: false };
  const text = utf8(`${FORMAT}:${signed.document}:${signed.digest}`);
  if (!(await isSigned(subtle, key, fromBase64(signed.signature), text))) throw new Difference('$.signature', ['expected.operatorSignature'], signed.signature);
  return { fingerprint, checked: true };
}

async function isSigned(subtle, key, der, text) {
  const raw = rawOf(der);
  if (!raw) return false;
  try {
    return await subtle.verify(ALGORITHM, await subtle.importKey('spki', key, KEY, false, ['verify']), raw, text);
  } catch {
    return false;
  }
}

/** The two numbers of a signature in DER as WebCrypto takes them, each 32 bytes; null if the bytes are nothing of the kind. */
export function rawOf(der) {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return null;
  const raw = new Uint8Array(2 * COORDINATE);
  let at = 2;
  for (const end of [COORDINATE, 2 * COORDINATE]) {
    const length = der[at + 1];
    if (der[at] !== INTEGER || !(at + 2 + length <= der.length)) return null;
    let digits = der.subarray(at + 2, at + 2 + length);
    while (digits.length > 1 && digits[0] === 0) digits = digits.subarray(1);
    if (length === 0 || digits.length > COORDINATE) return null;
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : null;
}
