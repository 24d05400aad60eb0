import { toHex } from './bytes.mjs';
import { hashText, PrefixHash } from './hashing.mjs';

const SIZE = 32;
const KEY_BYTES = 6;
const DOING = ['doing.tickets'];

/** The tickets of one rule. Smaller is better. */
export class Tickets {
  constructor(ruleSeed) {
    this.prefix = new PrefixHash(ruleSeed);
    this.work = new Uint8Array(SIZE);
  }

  static seedOf(drawSeed, ruleId) {
    return hashText(`${drawSeed}:${ruleId}`);
  }

  /** The ticket of an id in hex; of a weight, the smallest of so many, and undefined for a weight of 0. */
  async of(id, weight, pace) {
    const ticket = new Uint8Array(SIZE);
    if (weight === undefined) this.prefix.into(id, ticket);
    else await this.smallest(id, Number(weight), ticket, pace, 0, 1);
    return weight === '0' ? undefined : toHex(ticket);
  }

  /** The tickets of a whole pool. */
  async ofPool(pool, pace) {
    const bytes = new Uint8Array(pool.size * SIZE);
    const { ids, values } = pool.entries;
    for (let at = 0; at < pool.size; at++) {
      const ticket = bytes.subarray(at * SIZE, (at + 1) * SIZE);
      if (pool.kind === 'weights') await this.smallest(ids[at], Number(values[at]), ticket, pace, at, pool.size);
      else this.prefix.into(ids[at], ticket);
      if ((at & 63) === 63 && pace.due) await pace.rest(DOING, at, pool.size);
    }
    return new PoolTickets(bytes);
  }

  // One weight alone can stand for a hundred million hashes, so it rests among them.
  async smallest(id, weight, ticket, pace, at, of) {
    ticket.fill(0xff);
    for (let j = 1; j <= weight; j++) {
      this.prefix.into(`${id}#${j}`, this.work);
      if (isBefore(this.work, ticket)) ticket.set(this.work);
      if ((j & 1023) === 0 && pace.due) await pace.rest(DOING, at + j / weight, of);
    }
  }
}

/** The tickets of a pool's entries, by place. */
export class PoolTickets {
  constructor(bytes) {
    this.bytes = bytes;
    const view = new DataView(bytes.buffer);
    this.keys = Float64Array.from({ length: bytes.length / SIZE }, (_, at) => view.getUint32(at * SIZE) * 2 ** 16 + view.getUint16(at * SIZE + 4));
  }

  hex(at) {
    return toHex(this.bytes.subarray(at * SIZE, (at + 1) * SIZE));
  }

  compare(left, right) {
    const order = this.keys[left] - this.keys[right];
    if (order !== 0) return order;
    for (let byte = KEY_BYTES; byte < SIZE; byte++) {
      const rest = this.bytes[left * SIZE + byte] - this.bytes[right * SIZE + byte];
      if (rest !== 0) return rest;
    }
    return left - right;
  }
}

function isBefore(left, right) {
  for (let at = 0; at < SIZE; at++) {
    if (left[at] !== right[at]) return left[at] < right[at];
  }
  return false;
}
