// A sort cannot rest; fewer entries than that take no time that anyone would notice.
const SORTED_AT_ONCE = 1000;

/**
 * The order in which a rule meets the entries of its pool: places in the pool, best first. Those that cannot win by the rule have no turn.
 * `tickets` is null for a rule without.
 */
export async function turnsOf(rule, pool, tickets, pace) {
  const all = Array.from({ length: pool.size }, (_, at) => at);
  if (pool.size > SORTED_AT_ONCE) await pace.rest(['doing.sorting'], 0, 1);
  switch (rule.kind) {
    case 'random':
      return all.filter((at) => pool.kind !== 'weights' || pool.entries.values[at] !== '0').sort((x, y) => tickets.compare(x, y));
    case 'top-by':
      return byScore(all, pool, rule, -1, tickets);
    case 'first':
      return byScore(all, pool, rule, 1, tickets);
    case 'threshold': {
      const least = BigInt(rule.atLeast);
      const scores = scoresOf(pool);
      return all.filter((at) => scores[at] >= least).sort((x, y) => order(scores[y], scores[x]) || x - y);
    }
    case 'number-ends-with':
      return byNumber(all, pool, (number) => rule.suffixes.some((suffix) => number.endsWith(suffix)));
    case 'every-nth': {
      const [n, offset] = [BigInt(rule.n), BigInt(rule.offset)];
      return byNumber(all, pool, (number) => BigInt(number) % n === offset);
    }
    default:
      throw new Error(`No rule ${rule.kind}.`);
  }
}

/** The score of an entry as a number of any size. */
export const scoresOf = (pool) => pool.entries.values.map((value) => BigInt(value.split('\t', 1)[0]));

function byScore(all, pool, rule, direction, tickets) {
  const scores = scoresOf(pool);
  const reached = rule.ties === 'earliest' ? pool.entries.values.map((value) => BigInt(value.split('\t')[1])) : null;
  return all.sort((x, y) => direction * order(scores[x], scores[y]) || (reached ? order(reached[x], reached[y]) : 0) || tickets.compare(x, y));
}

function byNumber(all, pool, wins) {
  const numbers = pool.entries.values;
  const plain = (at) => numbers[at].replace(/^0+/, '');
  return all
    .filter((at) => wins(numbers[at]))
    .map((at) => ({ at, value: plain(at) }))
    .sort((x, y) => x.value.length - y.value.length || order(x.value, y.value) || order(numbers[x.at], numbers[y.at]) || x.at - y.at)
    .map(({ at }) => at);
}

const order = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
