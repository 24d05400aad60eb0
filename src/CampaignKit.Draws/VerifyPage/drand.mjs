import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bigEndian, concat, fromHex, isHex, toHex } from './bytes.mjs';
import { Difference } from './difference.mjs';
import { timeText } from './document.mjs';
import { hash } from './hashing.mjs';

export const MAX_ROUND = 8_000_000_000;

/** The signature schemes: where signatures lie, what is signed, and the tag by which a message becomes a point of the curve. */
export const SCHEMES = {
  'pedersen-bls-chained': { signatures: bls12_381.longSignatures, chained: true, tag: 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_' },
  'pedersen-bls-unchained': { signatures: bls12_381.longSignatures, chained: false, tag: 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_' },
  'bls-unchained-g1-rfc9380': { signatures: bls12_381.shortSignatures, chained: false, tag: 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_' },
};

/** The chains that a draw can be locked to. */
export const CHAINS = [
  {
    name: 'quicknet',
    hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    publicKey: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
    scheme: 'bls-unchained-g1-rfc9380',
    genesis: 1692803367,
    period: 3,
    signatureBytes: 48,
  },
  {
    name: 'default',
    hash: '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce',
    publicKey: '868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31',
    scheme: 'pedersen-bls-chained',
    groupHash: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
    genesis: 1595431050,
    period: 30,
    signatureBytes: 96,
  },
];

export const chainOf = (chainHash) => CHAINS.find((chain) => chain.hash === chainHash);

/** When a round is due. */
export const dueOf = (chain, round) => timeText(chain.genesis + (round - 1) * chain.period);

/** The randomness of a round: the hash of its signature. */
export const randomnessOf = (signature) => toHex(hash(fromHex(signature)));

/** Compares a round with the one locked, and verifies its signature where all that was signed is known. */
export function checkDrand({ chain, round }, record) {
  const at = '$.entropy';
  if (record.round !== round) throw new Difference(`${at}.round`, ['expected.round', round], String(record.round));
  if (record.signature.length !== 2 * chain.signatureBytes) {
    throw new Difference(`${at}.signature`, ['expected.signatureBytes', chain.signatureBytes], ['found.bytes', record.signature.length / 2]);
  }
  if (record.previousSignature !== undefined) checkPrevious(chain, record);
  const randomness = randomnessOf(record.signature);
  if (record.randomness !== randomness) throw new Difference(`${at}.randomness`, ['expected.randomness', randomness], record.randomness);
  if (SCHEMES[chain.scheme].chained && record.previousSignature === undefined) return { level: 'time', why: ['level.noPrevious'], randomness };
  if (!isKnownGood(chain, record) && !isSignedBy(chain, record)) throw new Difference(`${at}.signature`, ['expected.drandSignature', chain.name], record.signature);
  knownGood = keyOf(chain, record);
  return { level: 'signature', randomness };
}

// A draw is checked again with each file that a visitor adds, and a pairing takes longer than the rest of a small one.
let knownGood;

const keyOf = (chain, { round, signature, previousSignature }) => [chain.hash, round, signature, previousSignature].join(' ');

const isKnownGood = (chain, record) => keyOf(chain, record) === knownGood;

// The first round signs the hash of the group that began the chain.
function checkPrevious(chain, { round, previousSignature }) {
  const at = '$.entropy.previousSignature';
  if (!SCHEMES[chain.scheme].chained) throw new Difference(at, ['nothing'], previousSignature);
  if (round === 1) {
    if (previousSignature !== chain.groupHash) throw new Difference(at, chain.groupHash, previousSignature);
  } else if (previousSignature.length !== 2 * chain.signatureBytes) {
    throw new Difference(at, ['expected.signatureBytes', chain.signatureBytes], ['found.bytes', previousSignature.length / 2]);
  }
}

/** Whether a round bears the signature of its beacon. What is no point of the curve is no signature. */
export function isSignedBy({ scheme, publicKey }, { round, signature, previousSignature = '' }) {
  const { signatures, chained, tag } = SCHEMES[scheme];
  if (![signature, publicKey, ...(chained ? [previousSignature] : [])].every((text) => isHex(text))) return false;
  const number = bigEndian(round, 8);
  const message = hash(chained ? concat(fromHex(previousSignature), number) : number);
  try {
    return signatures.verify(fromHex(signature), signatures.hash(message, tag), fromHex(publicKey));
  } catch {
    return false;
  }
}
