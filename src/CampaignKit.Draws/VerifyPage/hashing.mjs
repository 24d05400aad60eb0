import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './bytes.mjs';

const LONG = 64 * 1024;

/** SHA-256 of bytes, at once: for the many short texts of a draw, each of which WebCrypto would take longer to be asked for than to hash. */
export const hash = (bytes) => sha256(bytes);

/** SHA-256 of a text, in hex. */
export const hashText = (text) => toHex(sha256(utf8(text)));

/** SHA-256 of bytes in hex; of long ones by WebCrypto where the browser offers it (it does not on pages of plain http). */
export async function digestOf(bytes) {
  const subtle = globalThis.crypto?.subtle;
  return toHex(subtle && bytes.length >= LONG ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes));
}

/** Hashes that all begin with the same text, which is taken in once. */
export class PrefixHash {
  constructor(prefix) {
    this.begun = sha256.create().update(utf8(prefix));
    this.work = sha256.create();
  }

  /** Writes the hash of the prefix and `text` into 32 bytes. */
  into(text, bytes) {
    this.work = this.begun._cloneInto(this.work);
    this.work.update(utf8(text)).digestInto(bytes);
  }
}
