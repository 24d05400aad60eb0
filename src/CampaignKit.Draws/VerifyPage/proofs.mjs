import { compareBytes } from './bytes.mjs';
import { Difference, shorten } from './difference.mjs';
import { MAX_INT32, Place } from './document.mjs';
import { idProblem, lineProblem } from './lines.mjs';
import { readRuleNames } from './manifest.mjs';
import { emptyRoot, leafOf, rootOf, topOf } from './merkle.mjs';
import { entriesOf } from './outcome.mjs';

export const FORMAT = 'campaignkit-proof-v1';

const LONGEST_PATH = 64;

const idOf = (line) => line.split('\t', 1)[0];

function readLine(place, size) {
  place.object('line', 'index', 'path');
  const path = place.field('path').items();
  if (path.length > LONGEST_PATH) place.field('path').refuse(['rule.pathLength', LONGEST_PATH]);
  return { line: place.field('line').text(lineProblem), index: place.field('index').integer(0, Math.max(0, size - 1)), path: path.map((hash) => hash.digest()) };
}

function checkLine({ line, index, path }, size, root, place) {
  const top = topOf(leafOf(line), index, size, path);
  if (!top) throw new Difference(`${place}.path`, ['expected.path', index, size], ['found.hashes', path.length]);
  const follows = rootOf(size, top);
  if (follows !== root) throw new Difference(`${place}.path`, ['expected.leadsTo', root], ['found.leadsTo', follows]);
}

/** Reads the proofs of a transcript: for some rules, the lines of the entries that they name. */
export function readProofs(place, manifest) {
  const items = place?.someItems() ?? [];
  const rules = readRuleNames(items, manifest);
  return items.map((item, at) => {
    item.object('rule', 'lines');
    return { rule: rules[at], path: item.path, lines: item.field('lines').items().map((line) => readLine(line, rules[at].pool.size)) };
  });
}

/** Each line leads to the root that was locked, and the lines are those of the entries that the rule names, each once, in byte order. */
export function checkProofs(proofs, outcomes) {
  for (const { rule, path, lines } of proofs) {
    const named = new Set([...entriesOf(outcomes[rule.index], '')].map(({ entry }) => lineOf(entry)));
    lines.forEach((line, at) => {
      const place = `${path}.lines[${at}]`;
      if (!named.delete(line.line)) throw new Difference(`${place}.line`, ['expected.proven', rule.id], JSON.stringify(line.line));
      if (at > 0 && line.index <= lines[at - 1].index) throw new Difference(`${place}.index`, ['expected.above', lines[at - 1].index], String(line.index));
      checkLine(line, rule.pool.size, rule.pool.merkleRoot, place);
      if (at > 0 && compareBytes(idOf(lines[at - 1].line), idOf(line.line)) >= 0) throw new Difference(`${place}.line`, ['expected.after', idOf(lines[at - 1].line)], JSON.stringify(line.line));
    });
    for (const line of named) throw new Difference(`${path}.lines`, ['expected.proofOf', JSON.stringify(line), rule.id], ['nothing']);
  }
}

const lineOf = (entry) => [entry.id, entry.weight ?? entry.score ?? entry.number, entry.reached].filter((part) => part !== undefined).join('\t');

/** Reads a proof that stands alone: that one entrant was in a pool, or was not. */
export function readProof(bytes) {
  const place = Place.parse(bytes);
  place.object('format', 'id', 'root', 'size', 'found', 'before', 'after');
  place.field('format').oneOf([FORMAT]);
  const size = place.field('size').integer(0, MAX_INT32);
  const line = (name) => (place.optional(name) ? readLine(place.field(name), size) : undefined);
  const proof = { id: place.field('id').text(idProblem), root: place.field('root').digest(), size, found: line('found'), before: line('before'), after: line('after') };
  if (proof.found && (proof.before || proof.after)) throw new Difference('$', ['rule.proofSides'], shorten(place.node.raw));
  return proof;
}

/** Throws what keeps a proof from showing its claim against a published root. */
export function checkProof(proof, root) {
  const { id, size, found, before, after } = proof;
  if (proof.root !== root) throw new Difference('$.root', root, proof.root);
  if (found) {
    if (idOf(found.line) !== id) throw new Difference('$.found.line', JSON.stringify(id), JSON.stringify(found.line));
    checkLine(found, size, root, '$.found');
    return;
  }
  if (before) checkLine(before, size, root, '$.before');
  if (after) checkLine(after, size, root, '$.after');
  const [left, right] = [before?.index ?? -1, after?.index ?? size];
  if (right !== left + 1) throw new Difference('$', ['expected.neighbours'], ['found.lines', left, right, size]);
  if (size === 0 && root !== emptyRoot()) throw new Difference('$.root', emptyRoot(), root);
  if (before && compareBytes(idOf(before.line), id) >= 0) throw new Difference('$.before.line', ['expected.before', id], JSON.stringify(before.line));
  if (after && compareBytes(id, idOf(after.line)) >= 0) throw new Difference('$.after.line', ['expected.after', id], JSON.stringify(after.line));
}
