import { Difference } from './difference.mjs';
import { idProblem, VALUE_PROBLEMS } from './lines.mjs';
import { VALUE_FIELDS } from './pool.mjs';
import { ruleIdProblem } from './rule.mjs';

const SHARE = /^(?:0|[1-9]\d{0,6})\/(?:0|[1-9]\d{0,9})$/;

const REASONS = {
  excluded: ['why'],
  'won-by-earlier-rule': ['byRule', 'byEntry'],
  'drawn-by-this-rule': ['byRule', 'byEntry'],
};

/** Reads what a transcript states of one rule. */
export function readOutcome(place, rule) {
  place.object('id', 'seed', 'winners', 'alternates', 'skipped');
  place.field('id').text((id) => (id === rule.id ? null : ['rule.outcomeOrder', rule.id]));
  return {
    id: rule.id,
    seed: place.field('seed').digest(),
    winners: place.field('winners').items().map((entry) => readEntry(entry, rule, ['share'])),
    alternates: place.field('alternates').items().map((entry) => readEntry(entry, rule)),
    skipped: place.field('skipped').items().map((entry) => readSkipped(entry, rule)),
  };
}

function readEntry(place, rule, more = []) {
  const fields = VALUE_FIELDS[rule.pool.kind];
  const beside = [rule.pool.strataDigest && 'stratum', rule.pool.holdersDigest && 'holder'].filter((field) => field);
  place.object('id', ...fields, ...beside, 'ticket', ...more);
  const entry = { id: place.field('id').text(idProblem) };
  for (const field of fields) entry[field] = place.field(field).text(VALUE_PROBLEMS[rule.pool.kind === 'timed-scores' ? 'scores' : rule.pool.kind]);
  for (const field of beside) entry[field] = place.field(field).text(idProblem);
  entry.ticket = place.optional('ticket')?.digest();
  if (more.includes('share')) entry.share = place.optional('share')?.text((share) => (SHARE.test(share) ? null : ['rule.share']));
  return entry;
}

function readSkipped(place, rule) {
  const reason = place.field('reason').oneOf(Object.keys(REASONS));
  const entry = readEntry(place, rule, ['reason', ...REASONS[reason]]);
  const problems = { why: idProblem, byRule: ruleIdProblem, byEntry: idProblem };
  entry.reason = reason;
  for (const field of REASONS[reason]) entry[field] = place.field(field).text(problems[field]);
  return entry;
}

/** All entries that an outcome names, with the path of each. */
export function* entriesOf(outcome, path) {
  for (const list of ['winners', 'alternates', 'skipped']) {
    for (let at = 0; at < outcome[list].length; at++) yield { list, at, entry: outcome[list][at], path: `${path}.${list}[${at}]` };
  }
}
