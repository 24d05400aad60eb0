import { isUnicode } from './bytes.mjs';
import { MAX_INT32, timeText } from './document.mjs';
import { readFuture } from './entropy.mjs';
import { readRule } from './rule.mjs';

export const FORMAT = 'campaignkit-ticket-v1';

const MAX_SEQUENCE = 1_000_000_000;
const MAX_SECONDS = 366 * 24 * 60 * 60;

const FIELDS = ['format', 'campaign', 'draw', 'period', 'sequence', 'previous', 'overlap', 'exclusions', 'entropy', 'late', 'claimWithin', 'rules'];

/** Reads what was locked. */
export function readManifest(place) {
  place.object(...FIELDS);
  place.field('format').oneOf([FORMAT]);
  const rules = readRules(place.field('rules'));
  const entropy = readFuture(place.field('entropy'));
  return {
    name: ['campaign', 'draw', 'period'].map((part) => place.field(part).text(namePartProblem)).join('/'),
    campaign: place.field('campaign').text(),
    sequence: readSequence(place),
    onePerPerson: place.field('overlap').oneOf(['one-prize-per-person', 'allowed']) === 'one-prize-per-person',
    exclusions: readExclusions(place.optional('exclusions')),
    entropy,
    late: readLate(place.optional('late'), entropy),
    claimWithin: place.optional('claimWithin')?.integer(1, MAX_SECONDS),
    rules,
  };
}

function readRules(place) {
  const items = place.items();
  if (items.length === 0) place.refuse(['rule.noRules']);
  const ids = new Set();
  return items.map((item, index) => {
    const rule = readRule(item, index);
    if (ids.has(rule.id.toLowerCase())) item.field('id').refuse(['rule.ruleIdTwice']);
    ids.add(rule.id.toLowerCase());
    return rule;
  });
}

/** The rules that items of a list name, in the order of the manifest, each once. */
export function readRuleNames(items, manifest) {
  const ids = manifest.rules.map((rule) => rule.id);
  const rules = items.map((item) => manifest.rules[ids.indexOf(item.field('rule').oneOf(ids))]);
  const due = [...new Set(rules)].sort((x, y) => x.index - y.index);
  const at = rules.findIndex((rule, index) => rule !== due[index]);
  if (at >= 0) items[at].field('rule').refuse(['rule.rulesInOrder']);
  return rules;
}

function readSequence(place) {
  const previous = place.optional('previous')?.digest();
  const sequence = place.optional('sequence');
  if (!sequence) {
    if (previous) place.field('previous').refuse(['rule.previous']);
    return null;
  }
  const number = sequence.integer(1, MAX_SEQUENCE);
  if ((number === 1) !== (previous === undefined)) sequence.refuse(['rule.previous']);
  return number;
}

function readExclusions(place) {
  place?.object('digest', 'size');
  return place ? { digest: place.field('digest').digest(), size: place.field('size').integer(1, MAX_INT32) } : null;
}

function readLate(place, first) {
  if (!place) return null;
  place.object('after', 'entropy');
  const after = place.field('after').integer(1, MAX_SECONDS);
  const entropy = readFuture(place.field('entropy'));
  if (first.due === undefined) place.refuse(['rule.lateFirst']);
  const from = Date.parse(first.due) / 1000 + after;
  if (Date.parse(entropy.due) / 1000 < from) place.refuse(['rule.lateDue', timeText(from)]);
  return { after, entropy, from: timeText(from) };
}

/** The time before which nobody could know the randomness; undefined if there is none. */
export const decidedAt = ({ entropy, late }, byLate) => (byLate ? (late.entropy.due ?? late.from) : entropy.due);

function namePartProblem(part) {
  const sound = part.length >= 1 && part.length <= 100 && isUnicode(part) && !/[/\u0000-\u001f\u007f-\u009f]/.test(part);
  return sound ? null : ['rule.name'];
}
