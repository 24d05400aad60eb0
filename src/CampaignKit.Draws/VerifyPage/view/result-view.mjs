import { byId, element, fill } from './elements.mjs';

const MOST_SHOWN = 200;

/** Who won, by rule: as drawn again, or as stated where that was not possible. */
export function showResult(say, verification) {
  const transcript = verification?.transcript;
  byId('result').hidden = !transcript;
  if (!transcript) return;
  const stated = verification.status === 'valid' ? null : element('p', { className: 'aside' }, say(['result.stated']));
  fill(byId('result-rules'), stated, ...transcript.manifest.rules.map((rule, index) => ruleView(say, rule, transcript.rules[index])));
}

function ruleView(say, rule, outcome) {
  return element(
    'article',
    { 'data-rule': rule.id },
    element('h3', {}, say(['check.rule', rule.id])),
    element('p', { className: 'aside' }, describeRule(say, rule)),
    listView(say, 'winners', outcome.winners, true),
    outcome.alternates.length > 0 ? listView(say, 'alternates', outcome.alternates, false) : null,
    outcome.skipped.length > 0 ? listView(say, 'skipped', outcome.skipped, false) : null,
  );
}

export function describeRule(say, rule) {
  const sentence = {
    'top-by': () => ['rule.top-by', rule.take],
    first: () => ['rule.first', rule.take],
    random: () => [rule.quotas ? 'rule.random-quotas' : 'rule.random', rule.take],
    'number-ends-with': () => ['rule.number-ends-with', rule.suffixes.join(', ')],
    'every-nth': () => ['rule.every-nth', rule.n, rule.offset],
    threshold: () => ['rule.threshold', rule.atLeast],
  }[rule.kind]();
  return say(rule.ties ? ['sentences', sentence, [`ties.${rule.ties}`]] : sentence);
}

function listView(say, name, entries, open) {
  const shown = entries.slice(0, MOST_SHOWN).map((entry, at) => entryView(say, entry, at + 1));
  const rest = entries.length > MOST_SHOWN ? element('p', { className: 'aside' }, say(['more', entries.length - MOST_SHOWN])) : null;
  const body = entries.length === 0 ? [element('p', {}, say(['nobody']))] : [element('ol', { className: 'entries' }, ...shown), rest];
  return element('details', { 'data-list': name, open: open ? '' : undefined }, element('summary', {}, say([name, entries.length])), ...body.filter((part) => part));
}

function entryView(say, entry, place) {
  const value = [entry.weight ?? entry.score ?? entry.number, entry.reached].filter((part) => part !== undefined).join(' · ');
  return element(
    'li',
    {},
    element('span', { className: 'place' }, String(place)),
    element(
      'div',
      {},
      element('span', { className: 'id' }, entry.id),
      value && element('span', {}, `  ${value}`),
      element('div', { className: 'aside' }, ...besides(say, entry).map((text) => element('div', {}, text))),
      entry.ticket && element('code', {}, entry.ticket),
    ),
  );
}

/** What else is known of an entry: who holds it, its stratum, its share, why it was passed over. */
export function besides(say, entry) {
  return [
    entry.holder !== undefined && say(['holder', entry.holder]),
    entry.stratum !== undefined && say(['stratum', entry.stratum]),
    entry.share !== undefined && say(['share', entry.share]),
    entry.reason !== undefined && say(whyOf(entry)),
  ].filter((text) => text);
}

export const whyOf = ({ reason, why, byRule, byEntry }) => (reason === 'excluded' ? ['why.excluded', why] : [`why.${reason}`, byRule, byEntry]);
