import { MAX_INT32 } from './document.mjs';
import { idProblem } from './lines.mjs';

const MAX_TAKE = 1_000_000;
const MAX_SUFFIXES = 100;
const MAX_DIGITS = 256;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What each rule says of itself, and the pools that it draws from. */
const RULES = {
  'top-by': { pools: ['scores', 'timed-scores'], fields: { take: readTake, ties: (place) => place.oneOf(['ticket', 'earliest', 'share', 'extend']), alternates: readAlternates } },
  first: { pools: ['scores'], fields: { take: readTake, ties: (place) => place.oneOf(['ticket', 'share', 'extend']), alternates: readAlternates } },
  random: { pools: ['ids', 'weights'], fields: { take: readTake, alternates: readAlternates, quotas: readQuotas } },
  'number-ends-with': { pools: ['numbers'], fields: { suffixes: readSuffixes } },
  'every-nth': { pools: ['numbers'], fields: { n: (place) => place.integer(1, Number.MAX_SAFE_INTEGER), offset: (place) => place.integer(0, Number.MAX_SAFE_INTEGER) } },
  threshold: { pools: ['scores'], fields: { atLeast: (place) => place.integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) } },
};

/** Reads a rule of a manifest: `kind`, its own fields, and what the manifest says of its pool. */
export function readRule(place, index) {
  const id = place.field('id').text(ruleIdProblem);
  const kind = place.field('rule').oneOf(Object.keys(RULES));
  const { pools, fields } = RULES[kind];
  place.object('id', 'rule', ...Object.keys(fields), 'pool');
  const rule = { id, kind, index, path: `$.manifest.rules[${index}]`, pool: readPool(place.field('pool'), pools) };
  for (const [name, read] of Object.entries(fields)) {
    const field = name === 'quotas' ? place.optional(name) : place.field(name);
    if (field) rule[name] = read(field);
  }
  if (rule.offset >= rule.n) place.field('offset').refuse(['rule.integer', 0, rule.n - 1]);
  if ((rule.ties === 'earliest') !== (rule.pool.kind === 'timed-scores')) place.field('ties').refuse(['rule.earliest']);
  if (rule.quotas) checkQuotas(place, rule);
  return rule;
}

export const ruleIdProblem = (id) => (ID.test(id) ? null : ['rule.ruleId']);

/** Whether tickets have a part in a rule. */
export const hasTickets = (rule) => ['random', 'top-by', 'first'].includes(rule.kind);

function readTake(place) {
  return place.integer(1, MAX_TAKE);
}

function readAlternates(place) {
  return place.integer(0, MAX_TAKE);
}

function readSuffixes(place) {
  const suffixes = place.items().map((item) => item.text());
  const sound = suffixes.every((suffix) => /^\d+$/.test(suffix) && suffix.length <= MAX_DIGITS);
  if (!sound || suffixes.length < 1 || suffixes.length > MAX_SUFFIXES || new Set(suffixes).size < suffixes.length) place.refuse(['rule.suffixes']);
  return suffixes;
}

function readQuotas(place) {
  const items = place.items();
  if (items.length === 0) place.refuse(['rule.noQuotas']);
  return items.map((item) => {
    item.object('stratum', 'min', 'max');
    return { stratum: item.field('stratum').text(idProblem), min: item.field('min').integer(0, MAX_TAKE), max: item.field('max').integer(0, MAX_TAKE) };
  });
}

function checkQuotas(place, rule) {
  const { quotas } = rule;
  const field = place.field('quotas');
  if (!rule.pool.strataDigest) field.refuse(['rule.quotasNeedStrata']);
  if (new Set(quotas.map((quota) => quota.stratum)).size < quotas.length) field.refuse(['rule.stratumTwice']);
  const impossible = quotas.some((quota) => quota.min > quota.max) || quotas.reduce((sum, quota) => sum + quota.min, 0) > rule.take;
  if (impossible) field.refuse(['rule.quotasImpossible']);
}

function readPool(place, kinds) {
  place.object('kind', 'digest', 'size', 'merkleRoot', 'holdersDigest', 'strataDigest');
  return {
    kind: place.field('kind').oneOf(kinds),
    digest: place.field('digest').digest(),
    size: place.field('size').integer(0, MAX_INT32),
    merkleRoot: place.field('merkleRoot').digest(),
    holdersDigest: place.optional('holdersDigest')?.digest(),
    strataDigest: place.optional('strataDigest')?.digest(),
  };
}
