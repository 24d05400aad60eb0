import { byId, element, fill } from './elements.mjs';
import { besides, whyOf } from './result-view.mjs';

/** What the draw says of the id that the visitor has typed. */
export function showLookup(say, found) {
  const answer = byId('lookup-answer');
  if (!found) {
    fill(answer);
    return;
  }
  if (found.problem) {
    fill(answer, element('p', { className: 'answer' }, say(found.problem)));
    return;
  }
  const nowhere = found.rules.every((rule) => rule.entries.length === 0);
  fill(
    answer,
    nowhere ? element('p', { className: 'answer' }, say(['lookup.nowhere', found.id])) : null,
    ...(nowhere ? [] : found.rules.map((rule) => ruleAnswer(say, rule))),
  );
}

function ruleAnswer(say, { rule, drawn, entries }) {
  const none = drawn ? element('p', {}, say(['lookup.notIn'])) : element('p', {}, say(['fate.unnamed']));
  return element(
    'article',
    { className: 'answer', 'data-lookup': rule.id },
    element('h3', {}, say(['check.rule', rule.id])),
    ...(entries.length === 0 ? [none] : entries.map((entry) => element('div', { className: 'entry' }, ...entryAnswer(say, rule, entry)))),
  );
}

function entryAnswer(say, rule, entry) {
  const { fate } = entry;
  const value = [entry.weight ?? entry.score ?? entry.number, entry.reached].filter((part) => part !== undefined).join(' · ');
  const outcome = entry.ifInPool && fate.what === 'unnamed' ? ['fate.ifInPool'] : [`fate.${fate.what}`, ...(fate.place && fate.what !== 'skipped' ? [fate.place, fate.of] : [])];
  const place = entry.turn === undefined ? null : [rule.kind === 'random' ? 'lookup.placeTickets' : 'lookup.place', entry.turn + 1, entry.of];
  const aside = besides(say, { ...entry, share: fate.entry?.share });
  return [
    element('p', {}, element('strong', {}, entry.id), value && ` ${value}`),
    element('p', { 'data-fate': fate.what }, say(fate.what === 'skipped' ? ['sentences', outcome, whyOf(fate.entry)] : outcome)),
    place && element('p', { 'data-place': String(entry.turn + 1) }, say(place)),
    ...aside.map((text) => element('p', { className: 'aside' }, text)),
    ...fate.claims.map((claim) => element('p', {}, sayClaim(say, claim, entry.id))),
    entry.ticket && element('p', {}, `${say(['lookup.ticket'])} `, element('code', { 'data-ticket': '' }, entry.ticket)),
  ].filter((part) => part);
}

function sayClaim(say, claim, id) {
  if (claim.promoted === id) return say(['claim.promoted', claim.at, claim.id]);
  return say(claim.what === 'claimed' ? ['claim.claimed', claim.at] : ['claim.forfeited', claim.at, claim.reason, claim.by]);
}
