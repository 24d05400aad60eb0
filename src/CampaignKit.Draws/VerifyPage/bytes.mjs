const encoder = new TextEncoder();

export const utf8 = (text) => encoder.encode(text);

/** The text of bytes, or null if they are no valid UTF-8; a byte-order mark stays. */
export function decodeUtf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a text has no half of a surrogate pair. */
export const isUnicode = (text) => !/\p{Surrogate}/u.test(text);

export function concat(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A number as bytes, the highest first. */
export function bigEndian(number, size) {
  const bytes = new Uint8Array(size);
  for (let at = size - 1, left = number; at >= 0; at--, left = Math.floor(left / 256)) bytes[at] = left % 256;
  return bytes;
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes) {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}

export function fromHex(text) {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

/** Whether a text is lower-case hex, two digits a byte, and of that many digits if a number is given. */
export const isHex = (text, digits = text.length) => text.length === digits && text.length % 2 === 0 && /^[0-9a-f]+$/.test(text);

/** The bytes of a base64 text, or null if it is none, or not the one text that these bytes have. */
export function fromBase64(text) {
  try {
    const bytes = atob(text);
    return btoa(bytes) === text ? Uint8Array.from(bytes, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

/** Orders texts as their UTF-8 bytes. Code units agree with that but for surrogates, which stand for characters beyond all others. */
export function compareBytes(left, right) {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (x !== y) return beyondSurrogates(x) - beyondSurrogates(y);
  }
  return left.length - right.length;
}

const beyondSurrogates = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
