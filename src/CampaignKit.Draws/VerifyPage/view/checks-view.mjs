import { byId, element, fill, withCode } from './elements.mjs';

const PARTS = [['$.manifest.exclusions', 'exclusions'], ['$.manifest', 'manifest'], ['$.entropy', 'randomness'], ['$.lateReason', 'randomness'], ['$.claims', 'claims']];

/** What was checked and how far, a line each. */
export function showChecks(say, verification) {
  byId('checks').hidden = !verification?.transcript;
  if (!verification?.transcript) return;
  fill(byId('checks-list'), ...linesOf(verification).map((line) => lineView(say, line)));
}

function linesOf(verification) {
  const { transcript, entropy, exclusions, difference } = verification;
  const { manifest } = transcript;
  const reached = (value, line) => (value ? line : { ...line, mark: 'open', texts: [] });
  const lines = [
    reached(verification.manifestDigest, {
      id: 'manifest',
      title: ['check.manifest'],
      mark: 'good',
      texts: [['check.manifest.text', verification.manifestDigest], manifest.sequence && ['check.sequence', String(manifest.sequence), manifest.campaign]],
    }),
    reached(entropy, { id: 'randomness', title: ['check.randomness'], mark: 'good', texts: entropy ? randomnessTexts(entropy, transcript) : [] }),
  ];
  if (manifest.exclusions) {
    lines.push(reached(exclusions !== undefined, {
      id: 'exclusions',
      title: ['check.exclusions'],
      mark: exclusions ? 'good' : 'part',
      texts: [exclusions ? ['exclusions.checked', exclusions.size] : ['exclusions.missing']],
    }));
  }
  for (const rule of manifest.rules) lines.push(ruleLine(rule, verification));
  if (transcript.claims.length > 0) {
    lines.push(reached(verification.claimsChecked, { id: 'claims', title: ['check.claims'], mark: 'good', texts: [['claims.checked', transcript.claims.length - 1]] }));
  }
  for (const signature of verification.signatures) {
    lines.push({
      id: `${signature.document}-signature`,
      title: ['check.signature', [signature.document]],
      mark: signature.checked ? 'good' : 'part',
      texts: [[signature.checked ? 'signature.good' : 'signature.unchecked', signature.fingerprint]],
    });
  }
  if (difference) markDifference(lines, difference.path, manifest);
  return lines;
}

function ruleLine(rule, verification) {
  const done = verification.rules.find((each) => each.rule === rule);
  const line = { id: `rule-${rule.id}`, title: ['check.rule', rule.id] };
  if (!done) return { ...line, mark: 'open', texts: [] };
  return { ...line, mark: done.evidence === 'drawn' ? 'good' : 'part', texts: [[`evidence.${done.evidence}`, rule.pool.size]] };
}

// Where the path does not tell, what was being checked is the first that was not reached.
function markDifference(lines, path, manifest) {
  const file = /^(.*): \$/.exec(path)?.[1];
  if (file) lines.push({ id: 'signature', title: file, mark: 'bad', texts: [] });
  const index = /^\$\.(?:manifest\.)?rules\[(\d+)\]/.exec(path)?.[1];
  const id = index !== undefined ? `rule-${manifest.rules[index].id}` : PARTS.find(([start]) => path.startsWith(start))?.[1];
  const line = file ? null : (lines.find((each) => each.id === id) ?? lines.find((each) => each.mark === 'open'));
  if (line) Object.assign(line, { mark: 'bad', texts: [] });
}

function randomnessTexts({ locked, level, why }, transcript) {
  const source = {
    drand: () => ['entropy.drand', locked.chain.name, String(locked.round), locked.due],
    'nist-beacon-2.0': () => ['entropy.nist', String(locked.chain), locked.at],
    'operator-commitment': () => ['entropy.commitment', locked.commitment],
    'announced-numbers': () => ['entropy.numbers', locked.event, transcript.entropy.numbers.join(' '), locked.due],
  }[locked.source]();
  return [[`level.${level}`], why, source, transcript.lateReason !== undefined && ['entropy.late', transcript.lateReason]];
}

function lineView(say, { id, title, mark, texts }) {
  return element(
    'li',
    { 'data-check': id, 'data-mark': mark },
    element('span', { className: `mark ${mark}` }, say([`mark.${mark}`])),
    element('div', {}, element('span', {}, say(title)), ...texts.filter((text) => text).map((text) => element('p', {}, ...withCode(say(text))))),
  );
}
