import { decodeUtf8 } from './bytes.mjs';
import { digestOf } from './hashing.mjs';
import { FORMAT as MANIFEST } from './manifest.mjs';
import { FORMAT as PROOF } from './proofs.mjs';
import { FORMAT as SIGNATURE } from './signature.mjs';
import { parseJson } from './strict-json.mjs';
import { FORMAT as TRANSCRIPT } from './transcript.mjs';

const KINDS = { [MANIFEST]: 'manifest', [PROOF]: 'proof', [SIGNATURE]: 'signature', [TRANSCRIPT]: 'transcript' };
const EXCLUSIONS = 'exclusions.txt';
const NAMES = [
  [/^transcript\.json$/, 'transcript'],
  [/^manifest\.json$/, 'manifest'],
  [/^(?:manifest|transcript)\.signature\.json$/, 'signature'],
  [/\.(?:pool|holders|strata)\.txt$/, 'lines'],
  [/^exclusions\.txt$/, 'lines'],
];

/** The parts of a pool and the files that hold them. */
export const PARTS = [
  { part: 'entrants', ending: '.pool.txt', digest: 'digest' },
  { part: 'holders', ending: '.holders.txt', digest: 'holdersDigest' },
  { part: 'strata', ending: '.strata.txt', digest: 'strataDigest' },
];

/** What a file holds: what its published name says; under another name, the document that it says it is, else lines. */
export function kindOf(name, bytes) {
  return NAMES.find(([published]) => published.test(name))?.[1] ?? KINDS[formatOf(bytes)] ?? 'lines';
}

// A list may begin like a document, as ids may; only a document has a format.
function formatOf(bytes) {
  const text = decodeUtf8(bytes);
  if (text === null || !/^\s*\{/.test(text)) return undefined;
  try {
    return parseJson(text).fields.get('format')?.value;
  } catch (broken) {
    if (!(broken instanceof SyntaxError)) throw broken;
    return undefined;
  }
}

/** The files of a draw that are at hand. A file is known by its name; one that was renamed, by its hash. */
export class PublishedFiles {
  constructor() {
    this.lines = new Map();
    this.byDigest = new Map();
    this.transcript = null;
    this.transcriptName = null;
    this.manifest = null;
    this.signatures = new Map();
    this.proofs = new Map();
  }

  /** Takes a file in and says of what kind it is. */
  async add(name, bytes) {
    const kind = kindOf(name, bytes);
    if (kind === 'transcript') {
      this.transcript = bytes;
      this.transcriptName = name;
    } else if (kind === 'manifest') {
      this.manifest = { name, bytes };
    } else if (kind === 'signature') {
      this.signatures.set(name, bytes);
    } else if (kind === 'proof') {
      this.proofs.set(name, bytes);
    } else {
      this.lines.set(name, bytes);
      this.byDigest.set(await digestOf(bytes), name);
    }
    return kind;
  }

  /** The name of the file with a part of a rule's pool; undefined if it is not at hand. */
  nameOf(rule, { ending, digest }) {
    return this.find(`${rule.id}${ending}`, rule.pool[digest]);
  }

  nameOfExclusions(exclusions) {
    return this.find(EXCLUSIONS, exclusions.digest);
  }

  /** All names, for the visitor to see. */
  get names() {
    return [this.transcriptName, this.manifest?.name, ...this.lines.keys(), ...this.signatures.keys(), ...this.proofs.keys()].filter((name) => name);
  }

  /** The names of files that the draw speaks of and that are not here. */
  missing(manifest) {
    const names = manifest.rules.flatMap((rule) =>
      PARTS.filter((part) => rule.pool[part.digest] && !this.nameOf(rule, part)).map((part) => `${rule.id}${part.ending}`));
    return manifest.exclusions && !this.nameOfExclusions(manifest.exclusions) ? [...names, EXCLUSIONS] : names;
  }

  find(name, digest) {
    return this.lines.has(name) ? name : this.byDigest.get(digest);
  }
}
