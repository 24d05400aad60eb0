import { Difference, shorten } from './difference.mjs';
import { idProblem, LineProblem, Lines, linesOf } from './lines.mjs';
import { Pool } from './pool.mjs';
import { PARTS } from './published-files.mjs';

/**
 * The pools at hand, standing in the transcript or in files beside it, each compared with what was locked. A rule whose pool, or part of
 * it, is not at hand has null; a pool that is another one throws the Difference.
 */
export async function findPools(transcript, files, pace) {
  const pools = new Map();
  for (const rule of transcript.manifest.rules) {
    refuseOthers(rule, transcript.pools.get(rule.id));
    const found = PARTS.filter(({ digest }) => rule.pool[digest]).map((part) => sourceOf(rule, part, transcript, files));
    const entrants = found[0] && (await checked(rule, `${rule.path}.pool`, found[0], () => readEntrants(rule, found[0], pace)));
    if (!entrants) {
      pools.set(rule.id, null);
      continue;
    }
    for (const source of found.slice(1).filter((each) => each)) {
      entrants[source.part.part] = await checked(rule, `${rule.path}.pool.${source.part.digest}`, source, () => readBeside(entrants, rule, source, pace));
    }
    pools.set(rule.id, found.every((source) => source) ? entrants : null);
  }
  return pools;
}

/** The persons who cannot win, or null if the draw has such and they are not at hand. */
export async function findExclusions(transcript, files, pace) {
  const { exclusions } = transcript.manifest;
  const inline = transcript.exclusions;
  if (!exclusions) {
    if (inline) throw new Difference('$.exclusions', ['nothing'], shorten(inline.node.raw));
    return undefined;
  }
  const name = files.nameOfExclusions(exclusions);
  const source = inline ? inlineSource(inline) : name === undefined ? null : fileSource(name, files);
  if (!source) return null;
  return checked(null, '$.manifest.exclusions', source, async () => {
    const lines = await Lines.read(source.lines(), idProblem, pace, ['doing.reading']);
    const digest = await lines.digest();
    if (digest !== exclusions.digest) throw new Difference('$.manifest.exclusions.digest', exclusions.digest, digest);
    if (lines.size !== exclusions.size) throw new Difference('$.manifest.exclusions.size', String(exclusions.size), String(lines.size));
    inOrder(inline, lines);
    return lines;
  });
}

// Holders and strata of which the manifest knows nothing.
function refuseOthers(rule, inline) {
  for (const { part, digest } of PARTS) {
    if (inline?.[part] && !rule.pool[digest]) throw new Difference(`${rule.path}.pool.${digest}`, ['nothing'], shorten(inline[part].node.raw));
  }
}

function sourceOf(rule, part, transcript, files) {
  const inline = transcript.pools.get(rule.id)?.[part.part];
  const name = files.nameOf(rule, part);
  const source = inline ? inlineSource(inline) : name === undefined ? null : fileSource(name, files);
  return source && { ...source, part };
}

const inlineSource = (place) => ({ name: place.path, place, lines: () => place.items().map((item) => item.text()) });

function fileSource(name, files) {
  return {
    name,
    lines() {
      const lines = linesOf(files.lines.get(name));
      if (!lines) throw new LineProblem(1, name, ['rule.utf8']);
      return lines;
    },
  };
}

async function checked(rule, path, source, read) {
  try {
    return await read();
  } catch (wrong) {
    if (!(wrong instanceof LineProblem)) throw wrong;
    throw new Difference(source.place?.path ?? path, ['expected.lines', source.name], wrong.phrase);
  }
}

async function readEntrants(rule, source, pace) {
  const { pool: locked, path } = rule;
  const pool = await Pool.read(locked.kind, source.lines(), pace);
  const digest = await pool.entries.digest();
  if (digest !== locked.digest) throw new Difference(`${path}.pool.digest`, ['expected.pool', rule.id, locked.digest, locked.size], ['found.pool', digest, pool.size]);
  if (pool.size !== locked.size) throw new Difference(`${path}.pool.size`, String(locked.size), String(pool.size));
  const root = await pool.root(pace);
  if (root !== locked.merkleRoot) throw new Difference(`${path}.pool.merkleRoot`, root, locked.merkleRoot);
  inOrder(source.place, pool.entries);
  return pool;
}

async function readBeside(pool, rule, source, pace) {
  const beside = await pool.readBeside(source.lines(), pace);
  const digest = await beside.digest();
  const locked = rule.pool[source.part.digest];
  if (digest !== locked) throw new Difference(`${rule.path}.pool.${source.part.digest}`, locked, digest);
  inOrder(source.place, beside);
  return beside;
}

// A transcript's own lines stand in order; those of a file are sorted by whoever hashes it.
function inOrder(place, lines) {
  place?.items().forEach((item, at) => {
    if (item.node.value !== lines.lines[at]) throw new Difference(item.path, JSON.stringify(lines.lines[at]), shorten(item.node.raw));
  });
}
