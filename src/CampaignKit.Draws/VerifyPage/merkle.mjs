import { concat, fromHex, toHex, utf8 } from './bytes.mjs';
import { hash, hashText } from './hashing.mjs';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafOf = (line) => hash(concat(LEAF, utf8(line)));

const nodeOf = (left, right) => hash(concat(NODE, left, right));

/** The root binds the top of the tree to the number of its leaves. */
export const rootOf = (size, top) => hashText(`${size}:${toHex(top)}`);

export const emptyRoot = () => rootOf(0, hash(new Uint8Array()));

/** The root over lines in byte order, by RFC 9162, section 2.1. */
export async function merkleRoot(lines, pace) {
  if (lines.length === 0) return emptyRoot();
  let level = new Array(lines.length);
  await pace.each(['doing.root'], lines.length, (at) => {
    level[at] = leafOf(lines[at]);
  });
  while (level.length > 1) {
    const above = new Array(Math.ceil(level.length / 2));
    const below = level;
    await pace.each(['doing.root'], above.length, (at) => {
      above[at] = 2 * at + 1 < below.length ? nodeOf(below[2 * at], below[2 * at + 1]) : below[2 * at];
    });
    level = above;
  }
  return rootOf(lines.length, level[0]);
}

/** The top that follows from a leaf, its index and the path beside it (RFC 9162, 2.1.3.2); null if the path has not the tree's shape. */
export function topOf(leaf, index, size, path) {
  let [node, last, top] = [index, size - 1, leaf];
  for (const beside of path.map(fromHex)) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      top = nodeOf(beside, top);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      top = nodeOf(top, beside);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? top : null;
}
