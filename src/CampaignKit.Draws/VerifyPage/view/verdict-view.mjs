import { byId, element, fill } from './elements.mjs';

const LOOKS = { valid: 'good', partly: 'part', invalid: 'bad', failed: 'bad', cancelled: 'part' };

/** The answer, large: a word, a sentence, and the first difference if there is one. `state` is a status or a step on the way to it. */
export function showVerdict(say, state, verification, failure) {
  const verdict = byId('verdict');
  verdict.className = LOOKS[state] ?? '';
  verdict.dataset.state = state;
  const difference = state === 'invalid' ? verification.difference : null;
  fill(
    verdict,
    element('strong', {}, say([`verdict.${state}`])),
    element('p', {}, failure ?? say([`verdict.${state}.text`])),
    difference && element('dl', {}, ...row(say, 'path', difference.path), ...row(say, 'expected', difference.expected), ...row(say, 'found', difference.found)),
  );
  byId('draw-name').textContent = verification?.transcript?.manifest.name ?? '';
}

function row(say, name, phrase) {
  const said = name === 'path' ? element('code', {}, phrase) : element('span', { className: 'mono' }, say(phrase));
  return [element('dt', {}, say([`difference.${name}`])), element('dd', { 'data-difference': name }, said)];
}
