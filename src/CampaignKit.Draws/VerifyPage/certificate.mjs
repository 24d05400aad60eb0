import { fromBase64 } from './bytes.mjs';

const PEM = /^-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/=]{64}\n)*[A-Za-z0-9+/=]{1,64}\n)-----END CERTIFICATE-----$/;
const VERSION = 0xa0;
const FIELDS_BEFORE_KEY = 5;

/** The DER bytes of a certificate in PEM of the one form that transcripts hold, lines of 64 without a last line feed; else null. */
export function readPem(text) {
  const match = PEM.exec(text);
  return match && fromBase64(match[1].replaceAll('\n', ''));
}

/**
 * The SubjectPublicKeyInfo of an X.509 certificate (RFC 5280, 4.1): in its first part it follows serial number, algorithm, issuer,
 * validity and subject, before which a version may stand.
 */
export function publicKeyOf(der) {
  const certificate = element(der, 0);
  const signedPart = element(der, certificate.content);
  let next = element(der, signedPart.content);
  if (der[next.start] === VERSION) next = element(der, next.end);
  for (let field = 0; field < FIELDS_BEFORE_KEY; field++) next = element(der, next.end);
  return der.slice(next.start, next.end);
}

/** Where an element of DER starts, where its content does, and where it ends. */
function element(der, start) {
  let length = der[start + 1];
  let content = start + 2;
  if (length & 0x80) {
    const bytes = length & 0x7f;
    length = 0;
    for (let at = 0; at < bytes; at++) length = length * 256 + der[content++];
  }
  const end = content + length;
  if (!(end <= der.length)) throw new RangeError('The certificate is cut off.');
  return { start, content, end };
}
