import { idProblem } from './lines.mjs';

/**
 * What a draw says of one id: for each rule the entries that are this id or that this person holds, with ticket, place and outcome.
 * Where the pool is not at hand, what the transcript names, and the ticket that the id would have.
 */
export async function lookUp(verification, id, pace) {
  const problem = idProblem(id);
  if (problem) return { id, problem, rules: [] };
  const rules = [];
  for (const result of verification.rules) rules.push({ rule: result.rule, drawn: Boolean(result.pool), entries: await entriesFor(result, id, verification, pace) });
  return { id, rules };
}

async function entriesFor(result, id, verification, pace) {
  const { pool } = result;
  if (!pool) return namedEntries(result, id, verification, pace);
  const places = new Set();
  const own = pool.entries.indexOf(id);
  if (own >= 0) places.add(own);
  pool.holders?.values.forEach((person, at) => {
    if (person === id) places.add(at);
  });
  result.rank ??= new Map(result.turns.map((at, turn) => [at, turn]));
  return [...places].map((at) => {
    const turn = result.rank.get(at);
    const hasTicket = result.poolTickets && !(pool.kind === 'weights' && turn === undefined);
    const entry = { ...pool.describe(at), ticket: hasTicket ? result.poolTickets.hex(at) : undefined, turn, of: result.turns.length };
    return { ...entry, fate: fateOf(result, entry, verification) };
  });
}

async function namedEntries(result, id, verification, pace) {
  const named = [...result.outcome.winners, ...result.outcome.alternates, ...result.outcome.skipped];
  const entries = named.filter((entry) => entry.id === id || entry.holder === id);
  const canCompute = result.tickets && result.rule.pool.kind !== 'weights';
  if (!entries.some((entry) => entry.id === id) && canCompute) entries.push({ id, ticket: await result.tickets.of(id, undefined, pace), ifInPool: true });
  return entries.map((entry) => ({ ...entry, fate: fateOf(result, entry, verification) }));
}

/** What became of an entry: `what`, its place in its list, and why it was passed over. */
function fateOf({ rule, outcome, pool }, entry, verification) {
  const claims = verification.transcript.claims.filter((claim) => claim.rule === rule.id && (claim.id === entry.id || claim.promoted === entry.id));
  for (const [what, list] of [['winner', outcome.winners], ['alternate', outcome.alternates], ['skipped', outcome.skipped]]) {
    const at = list.findIndex((each) => each.id === entry.id);
    if (at >= 0) return { what, place: at + 1, of: list.length, entry: list[at], claims };
  }
  if (!pool) return { what: 'unnamed', claims };
  const excluded = verification.exclusions?.indexOf(entry.holder ?? entry.id) ?? -1;
  if (excluded >= 0) return { what: 'skipped', entry: { reason: 'excluded', why: verification.exclusions.values[excluded] }, claims };
  return { what: entry.turn === undefined ? 'noTurn' : 'notDrawn', claims };
}
