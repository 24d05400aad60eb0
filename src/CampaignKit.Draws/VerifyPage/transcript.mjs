import { canonicalJson, canonicalWithout } from './canonical-json.mjs';
import { readClaims } from './claims.mjs';
import { readRecord } from './entropy.mjs';
import { hashText } from './hashing.mjs';
import { statedProblem } from './lines.mjs';
import { readManifest, readRuleNames } from './manifest.mjs';
import { readOutcome } from './outcome.mjs';
import { readProofs } from './proofs.mjs';

export const FORMAT = 'campaignkit-transcript-v1';

const FIELDS = ['format', 'manifest', 'manifestDigest', 'entropy', 'lateReason', 'seed', 'rules', 'digest', 'claims', 'proofs', 'pools', 'exclusions'];
const NOT_SIGNED = ['digest', 'claims', 'proofs', 'pools', 'exclusions'];

/** Reads the record of a draw that was held. It says what its writer claims. */
export function readTranscript(document) {
  const place = document.ordered(false);
  place.object(...FIELDS);
  place.field('format').oneOf([FORMAT]);
  const manifest = readManifest(place.field('manifest').ordered(true));
  const rules = place.field('rules').items();
  if (rules.length !== manifest.rules.length) place.field('rules').refuse(['rule.outcomeCount', manifest.rules.length]);
  return {
    place,
    manifest,
    manifestDigest: place.field('manifestDigest').digest(),
    entropy: readRecord(place.field('entropy')),
    lateReason: place.optional('lateReason')?.text(statedProblem),
    seed: place.field('seed').digest(),
    rules: rules.map((rule, index) => readOutcome(rule, manifest.rules[index])),
    digest: place.field('digest').digest(),
    claims: readClaims(place.optional('claims'), manifest),
    proofs: readProofs(place.optional('proofs'), manifest),
    pools: readPools(place.optional('pools'), manifest),
    exclusions: place.optional('exclusions'),
  };
}

/** The hash of the manifest as it stands in the transcript. */
export const manifestDigestOf = (transcript) => hashText(canonicalJson(transcript.place.field('manifest').node, '$.manifest'));

/** The hash of what an operator signs of a transcript. */
export const transcriptDigestOf = (transcript) => hashText(canonicalWithout(transcript.place.node, NOT_SIGNED));

function readPools(place, manifest) {
  const items = place?.someItems() ?? [];
  const rules = readRuleNames(items, manifest);
  return new Map(items.map((item, at) => {
    item.object('rule', 'entrants', 'holders', 'strata');
    return [rules[at].id, { entrants: item.field('entrants'), holders: item.optional('holders'), strata: item.optional('strata') }];
  }));
}
