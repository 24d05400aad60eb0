// Draws written by the format's page alone, plainly and without the code of the page: what that code is compared with.
import { createHash } from 'node:crypto';

export const sha = (data) => createHash('sha256').update(data).digest('hex');

const bytes = (text) => Buffer.from(text, 'utf8');

const byBytes = (left, right) => Buffer.compare(bytes(left), bytes(right));

const order = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

export function merkle(lines) {
  const raw = (data) => createHash('sha256').update(data).digest();
  const top = (part) => {
    if (part.length === 0) return raw('');
    if (part.length === 1) return raw(Buffer.concat([Buffer.of(0), bytes(part[0])]));
    let split = 1;
    while (split * 2 < part.length) split *= 2;
    return raw(Buffer.concat([Buffer.of(1), top(part.slice(0, split)), top(part.slice(split))]));
  };
  const path = (at, part) => {
    if (part.length <= 1) return [];
    let split = 1;
    while (split * 2 < part.length) split *= 2;
    return at < split
      ? [...path(at, part.slice(0, split)), top(part.slice(split)).toString('hex')]
      : [...path(at - split, part.slice(split)), top(part.slice(0, split)).toString('hex')];
  };
  return { root: sha(`${lines.length}:${top(lines).toString('hex')}`), path: (at) => path(at, lines) };
}

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).filter((key) => value[key] !== undefined).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const linesOf = (map) => [...map.keys()].sort(byBytes).map((id) => (map.get(id) === '' ? id : `${id}\t${map.get(id)}`));

const digestOf = (lines) => sha(lines.map((line) => `${line}\n`).join(''));

/**
 * Writes a draw: `rules` each with `kind` of its pool, `entries` (id to value), and `holders` and `strata` (id to text) if it has any.
 * Gives the transcript, and the files beside it by name.
 */
export function writeDraw({ rules, overlap = 'one-prize-per-person', exclusions, secret = sha('secret'), entropy, record, randomness, late, lateReason, claimWithin, sequence }) {
  const files = {};
  const manifest = {
    format: 'campaignkit-ticket-v1', campaign: 'c', draw: 'd', period: '第一期', overlap,
    ...sequence, late, claimWithin,
    entropy: entropy ?? { source: 'operator-commitment', commitment: sha(secret) },
    rules: rules.map(({ kind, entries, holders, strata, ...rule }) => {
      const lines = linesOf(entries);
      files[`${rule.id}.pool.txt`] = lines;
      if (holders) files[`${rule.id}.holders.txt`] = linesOf(holders);
      if (strata) files[`${rule.id}.strata.txt`] = linesOf(strata);
      const pool = { kind, digest: digestOf(lines), size: lines.length, merkleRoot: merkle(lines).root };
      if (holders) pool.holdersDigest = digestOf(linesOf(holders));
      if (strata) pool.strataDigest = digestOf(linesOf(strata));
      return { ...rule, pool };
    }),
  };
  if (exclusions) {
    files['exclusions.txt'] = linesOf(exclusions);
    manifest.exclusions = { digest: digestOf(files['exclusions.txt']), size: exclusions.size };
  }
  const plain = JSON.parse(canonical(manifest));
  const manifestDigest = sha(canonical(plain));
  const seed = sha(manifestDigest + (randomness ?? secret));
  const won = new Map();
  const outcomes = rules.map((rule) => {
    const outcome = drawRule(rule, sha(`${seed}:${rule.id}`), won, overlap === 'one-prize-per-person', exclusions ?? new Map());
    for (const winner of outcome.winners) if (!won.has(winner.holder ?? winner.id)) won.set(winner.holder ?? winner.id, [rule.id, winner.id]);
    return outcome;
  });
  const transcript = {
    format: 'campaignkit-transcript-v1', manifest: plain, manifestDigest, entropy: record ?? { source: 'operator-commitment', secret }, lateReason, seed, rules: outcomes,
  };
  const written = JSON.parse(JSON.stringify(transcript));
  return { transcript: { ...written, digest: sha(canonical(written)) }, files, manifest: canonical(plain) };
}

function drawRule(rule, seed, won, onePerPerson, exclusions) {
  const value = (id) => rule.entries.get(id);
  const score = (id) => BigInt(value(id).split('\t')[0]);
  const ticket = (id) => (rule.kind === 'weights'
    ? Array.from({ length: Number(value(id)) }, (_, at) => sha(`${seed}${id}#${at + 1}`)).sort()[0]
    : sha(seed + id));
  const tickets = ['random', 'top-by', 'first'].includes(rule.rule) ? new Map([...rule.entries.keys()].map((id) => [id, ticket(id)])) : null;
  const ids = [...rule.entries.keys()].sort(byBytes);
  const number = (id) => BigInt(value(id));
  const turns = {
    random: () => ids.filter((id) => tickets.get(id) !== undefined).sort((x, y) => order(tickets.get(x), tickets.get(y))),
    'top-by': () => ids.sort((x, y) => order(score(y), score(x))
      || (rule.ties === 'earliest' ? order(BigInt(value(x).split('\t')[1]), BigInt(value(y).split('\t')[1])) : 0)
      || order(tickets.get(x), tickets.get(y))),
    first: () => ids.sort((x, y) => order(score(x), score(y)) || order(tickets.get(x), tickets.get(y))),
    'number-ends-with': () => byNumber(ids.filter((id) => rule.suffixes.some((suffix) => value(id).slice(-suffix.length) === suffix))),
    'every-nth': () => byNumber(ids.filter((id) => number(id) % BigInt(rule.n) === BigInt(rule.offset))),
    threshold: () => ids.filter((id) => score(id) >= BigInt(rule.atLeast)).sort((x, y) => order(score(y), score(x)) || byBytes(x, y)),
  }[rule.rule]();

  function byNumber(some) {
    return some.sort((x, y) => order(number(x), number(y)) || order(value(x), value(y)) || byBytes(x, y));
  }

  const describe = (id) => {
    const [first, reached] = (value(id) ?? '').split('\t');
    const name = { weights: 'weight', scores: 'score', 'timed-scores': 'score', numbers: 'number' }[rule.kind];
    return { id, ...(name ? { [name]: first } : {}), reached, stratum: rule.strata?.get(id), holder: rule.holders?.get(id), ticket: tickets?.get(id) };
  };

  const met = [];
  const drawn = new Map();
  const count = (list, stratum) => met.filter((each) => each.list === list && (stratum === undefined || rule.strata.get(each.id) === stratum)).length;
  const quota = (stratum) => rule.quotas.find((each) => each.stratum === stratum);
  const mayWin = (id) => {
    if (rule.take === undefined) return true;
    const winners = count('winners');
    if (rule.quotas) {
      const own = rule.strata.get(id);
      const lacking = rule.quotas.reduce((sum, { stratum, min }) => sum + Math.max(0, min - count('winners', stratum) - (stratum === own ? 1 : 0)), 0);
      return count('winners', own) < (quota(own)?.max ?? Infinity) && rule.take - winners - 1 >= lacking;
    }
    if (winners < rule.take) return true;
    const last = met.filter((each) => each.list === 'winners')[rule.take - 1];
    return ['share', 'extend'].includes(rule.ties) && score(last.id) === score(id);
  };
  const mayWait = (id) => rule.take !== undefined && (rule.alternates ?? 0) > (rule.quotas ? count('alternates', rule.strata.get(id)) : count('alternates'));
  for (const id of turns) {
    const person = rule.holders?.get(id) ?? id;
    const seat = mayWin(id) ? 'winners' : mayWait(id) ? 'alternates' : null;
    if (!seat) continue;
    if (exclusions.has(person)) met.push({ id, list: 'skipped', more: { reason: 'excluded', why: exclusions.get(person) } });
    else if (onePerPerson && won.has(person)) met.push({ id, list: 'skipped', more: { reason: 'won-by-earlier-rule', byRule: won.get(person)[0], byEntry: won.get(person)[1] } });
    else if (onePerPerson && drawn.has(person)) met.push({ id, list: 'skipped', more: { reason: 'drawn-by-this-rule', byRule: rule.id, byEntry: drawn.get(person) } });
    else {
      met.push({ id, list: seat });
      drawn.set(person, id);
    }
  }
  const list = (name) => met.filter((each) => each.list === name).map((each) => ({ ...describe(each.id), ...each.more }));
  const winners = list('winners');
  if (rule.ties === 'share' && winners.length > rule.take) {
    const tied = winners.filter((winner) => winner.score === winners.at(-1).score);
    for (const winner of tied) winner.share = `${rule.take - (winners.length - tied.length)}/${tied.length}`;
  }
  return { id: rule.id, seed, winners, alternates: list('alternates'), skipped: list('skipped') };
}

/** The proofs of a transcript, of all entries that a rule names. */
export function proofsOf({ transcript, files }, ruleId) {
  const lines = files[`${ruleId}.pool.txt`];
  const tree = merkle(lines);
  const outcome = transcript.rules.find((rule) => rule.id === ruleId);
  const named = new Set([...outcome.winners, ...outcome.alternates, ...outcome.skipped].map((entry) => entry.id));
  const proven = lines.map((line, index) => ({ line, index })).filter(({ line }) => named.has(line.split('\t')[0]));
  return { rule: ruleId, lines: proven.map(({ line, index }) => ({ line, index, path: tree.path(index) })) };
}
