import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, checked } from './checked.mjs';
import { merkle, sha, writeDraw } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';
import { vector } from './vectors.mjs';

const options = { skip: reason };

const IDS = ['p-1', '007', "it's", ' lead', 'trail ', 'back\\slash', '1e3', '$HOME', '参与者', '😀', '\ufb01', '100%', 'à', 'A', 'a', '-n', '"q"', '</script>', 'u', 'v', 'w', 'x', 'y', 'z'];
const STRATA = ['airport', "it's", '1', '01'];

/** A draw made from a number, by a small generator so that a failure can be met again (Park and Miller, 1988). */
function anyDraw(number) {
  let state = number * 48271 % 2147483647 || 1;
  const below = (limit) => {
    state = state * 48271 % 2147483647;
    return state % limit;
  };
  const some = (list) => list.filter(() => below(3) > 0);
  const pick = (list) => list[below(list.length)];
  const rules = Array.from({ length: 1 + below(5) }, (_, at) => {
    const rule = pick(['top-by', 'first', 'random', 'random', 'number-ends-with', 'every-nth', 'threshold']);
    const ties = pick(rule === 'first' ? ['ticket', 'share', 'extend'] : ['ticket', 'earliest', 'share', 'extend']);
    const kind = { random: pick(['ids', 'weights']), 'top-by': ties === 'earliest' ? 'timed-scores' : 'scores', first: 'scores', threshold: 'scores' }[rule] ?? 'numbers';
    const value = { ids: () => '', weights: () => `${below(5)}`, scores: () => `${below(7) - 3}`, 'timed-scores': () => `${below(4)}\t${below(9)}`, numbers: () => `${'0'.repeat(below(3))}${below(150)}` }[kind];
    const entries = new Map(some(IDS).map((id) => [id, value()]));
    const spread = (list) => new Map([...entries.keys()].map((id) => [id, pick(list)]));
    const made = { id: `r${at}`, rule, kind, entries, holders: below(2) ? spread(IDS.slice(0, 14)) : undefined, strata: below(2) ? spread(STRATA) : undefined };
    if (['top-by', 'first', 'random'].includes(rule)) Object.assign(made, { take: 1 + below(7), alternates: below(4) });
    if (['top-by', 'first'].includes(rule)) made.ties = ties;
    if (rule === 'number-ends-with') made.suffixes = ['1', '07', '3', '00', '12'].slice(0, 1 + below(5));
    if (rule === 'every-nth') made.n = 1 + below(5);
    if (rule === 'every-nth') made.offset = below(made.n);
    if (rule === 'threshold') made.atLeast = below(7) - 3;
    if (rule === 'random' && made.strata && below(3) > 0) {
      let left = made.take;
      made.quotas = STRATA.slice(0, 1 + below(4)).map((stratum) => {
        const min = Math.min(left, below(3));
        left -= min;
        return { stratum, min, max: min + below(3) };
      });
    }
    return made;
  });
  const overlap = pick(['one-prize-per-person', 'one-prize-per-person', 'allowed']);
  const exclusions = below(2) ? new Map(IDS.filter(() => below(6) === 0).concat('nobody').map((id, at) => [id, `reason ${at}`])) : undefined;
  for (const rule of rules.filter(({ quotas }) => quotas)) makeFeasible(rule, exclusions);
  return { rules, overlap, exclusions };
}

// No more is asked for than the persons of a stratum who can win, and the places can be filled.
function makeFeasible({ entries, holders, strata, quotas, take }, exclusions) {
  for (const quota of quotas) {
    const able = [...entries].filter(([id, value]) => strata.get(id) === quota.stratum && value !== '0').map(([id]) => holders?.get(id) ?? id);
    quota.min = Math.min(quota.min, new Set(able.filter((person) => !exclusions?.has(person))).size);
  }
  quotas.at(-1).max += Math.max(0, take - quotas.reduce((sum, { max }) => sum + max, 0));
}

test('the published ticket vectors hold', options, async () => {
  const pace = new modules.pace.Pace();
  for (const given of vector('ticket-v1.json').cases) {
    const [kind, lines] = poolOf(given);
    const pool = await modules.pool.Pool.read(kind, lines, pace);
    assert.equal(modules.hashing.hashText(given.manifestDigest + given.beaconRandomness), given.seed);
    assert.equal(modules.tickets.Tickets.seedOf(given.seed, given.ruleId), given.ruleSeed);
    assert.equal(await pool.entries.digest(), given.poolDigest);
    const rule = { id: given.ruleId, kind: 'random', take: given.take, alternates: given.alternates ?? 0 };
    const tickets = await new modules.tickets.Tickets(given.ruleSeed).ofPool(pool, pace);
    const turns = await modules.turns.turnsOf(rule, pool, tickets, pace);
    const drawn = await modules.seating.seat(rule, pool, turns, tickets, given.ruleSeed, new modules.seating.PrizeBook(false), pace);
    const short = (entries) => entries.map(({ id, ticket }) => `${id} ${ticket}`);
    assert.deepEqual([short(drawn.winners), short(drawn.alternates)], [short(given.winners), short(given.alternatesDrawn ?? [])], given.name);
  }
});

function poolOf({ pool }) {
  if (typeof pool === 'string') return ['ids', Array.from({ length: 200_000 }, (_, at) => String(at + 1).padStart(7, '0'))];
  return typeof pool[0] === 'string' ? ['ids', pool] : ['weights', pool.map(({ id, weight }) => `${id}\t${weight}`)];
}

test('any draw of any rules, written plainly, is valid with its pools and partly checked without', options, async () => {
  for (let number = 1; number <= 400; number++) {
    const { transcript, files } = writeDraw(anyDraw(number));
    assert.equal(answer(await checked(transcript, files)), 'valid', `draw ${number}`);
    assert.equal(answer(await checked(transcript)), 'partly', `draw ${number} without pools`);
  }
});

test('pools within the transcript are as good as files', options, async () => {
  for (let number = 1; number <= 40; number++) {
    const { transcript, files } = writeDraw(anyDraw(number));
    const pools = transcript.manifest.rules.map(({ id }) => ({ rule: id, entrants: files[`${id}.pool.txt`], holders: files[`${id}.holders.txt`], strata: files[`${id}.strata.txt`] }));
    assert.equal(answer(await checked({ ...transcript, pools, exclusions: files['exclusions.txt'] })), 'valid', `draw ${number}`);
  }
});

test('any change of any value in a transcript is found', options, async () => {
  const { transcript, files } = writeDraw(anyDraw(13));
  const text = JSON.stringify(transcript);
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+/g)];
  for (const { 0: value, index } of values) {
    const changed = value.startsWith('"') ? `"${value.slice(1, -1)}x"` : `${value}1`;
    const found = await checked(text.slice(0, index) + changed + text.slice(index + value.length), files).catch((error) => ({ difference: { path: String(error) } }));
    assert.equal(found.status ?? 'broken', 'invalid', `${value} at ${index}: ${found.difference?.path}`);
  }
});

test('fields in another order, twice, or cut off are found', options, async () => {
  const { transcript, files } = writeDraw(anyDraw(13));
  const { format, ...others } = transcript;
  assert.equal(answer(await checked({ ...others, format }, files)), '$');
  const [first, ...rest] = Object.entries(transcript.manifest).reverse();
  assert.equal(answer(await checked({ ...transcript, manifest: Object.fromEntries([first, ...rest]) }, files)), '$.manifest');
  const text = JSON.stringify(transcript);
  assert.equal(answer(await checked(text.replace('"seed"', '"seed":"","seed"'), files)), '$');
  for (let length = 1; length < text.length; length += 97) assert.equal(answer(await checked(text.slice(0, length), files)), '$');
});

test('a changed file is named with what it should be', options, async () => {
  const { transcript, files, manifest } = writeDraw(anyDraw(31));
  assert.equal(answer(await checked(transcript, { ...files, 'manifest.json': manifest })), 'valid');
  assert.equal(answer(await checked(transcript, { ...files, 'manifest.json': manifest.replace('"period":"', '"period":"x') })), 'manifest.json');
  for (const [name, lines] of Object.entries(files)) {
    if (lines.length === 0) continue;
    const found = await checked(transcript, { ...files, [name]: lines.map((line, at) => (at === 0 ? `${line}0` : line)) });
    assert.match(answer(found), name === 'exclusions.txt' ? /^\$\.manifest\.exclusions/ : /^\$\.manifest\.rules\[\d\]\.pool/, name);
  }
});

test('a file that was renamed is known by its hash', options, async () => {
  const { transcript, files } = writeDraw(anyDraw(31));
  const renamed = Object.fromEntries(Object.entries(files).map(([name, lines]) => [`${name} (1)`, lines]));
  assert.equal(answer(await checked(transcript, renamed)), 'valid');
});

test('the root of a pool is that of the plain tree, and each path leads to it', options, async () => {
  const pace = new modules.pace.Pace();
  for (const size of [0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 33]) {
    const lines = Array.from({ length: size }, (_, at) => `line ${at}`);
    const tree = merkle(lines);
    assert.equal(await modules.merkle.merkleRoot(lines, pace), tree.root);
    for (let at = 0; at < size; at++) assert.equal(modules.merkle.rootOf(size, modules.merkle.topOf(modules.merkle.leafOf(lines[at]), at, size, tree.path(at))), tree.root);
  }
});

test('an id is looked up with ticket, place and fate', options, async () => {
  for (let number = 1; number <= 60; number++) {
    const { transcript, files } = writeDraw(anyDraw(number));
    const verification = await checked(transcript, files);
    for (const id of IDS.slice(0, 8)) {
      const found = await modules.lookup.lookUp(verification, id, new modules.pace.Pace());
      found.rules.forEach(({ rule, entries }, at) => {
        const outcome = transcript.rules[at];
        for (const entry of entries) {
          const winner = outcome.winners.findIndex((each) => each.id === entry.id);
          const named = [...outcome.winners, ...outcome.alternates, ...outcome.skipped].find((each) => each.id === entry.id);
          assert.equal(entry.fate.what === 'winner', winner >= 0);
          if (winner >= 0) assert.equal(entry.fate.place, winner + 1);
          if (named) assert.equal(entry.ticket, named.ticket);
          if (rule.kind === 'random' && rule.pool.kind === 'ids') {
            const tickets = files[`${rule.id}.pool.txt`].map((each) => sha(outcome.seed + each)).sort();
            assert.equal(tickets[entry.turn], entry.ticket);
          }
        }
      });
    }
  }
});

test('a long check rests, says how far it is and can be cancelled', options, async () => {
  const entries = new Map(Array.from({ length: 60000 }, (_, at) => [`p-${at}`, '']));
  const { transcript, files } = writeDraw({ rules: [{ id: 'r', rule: 'random', take: 1, alternates: 0, kind: 'ids', entries }] });
  const published = new modules.publishedFiles.PublishedFiles();
  await published.add('transcript.json', Buffer.from(JSON.stringify(transcript)));
  await published.add('r.pool.txt', Buffer.from(files['r.pool.txt'].map((line) => `${line}\n`).join('')));
  const said = new Set();
  const pace = new modules.pace.Pace((phrase) => {
    said.add(phrase[0]);
    if (phrase[0] === 'doing.tickets') pace.cancel();
  });
  await assert.rejects(modules.verification.verify(published, pace), modules.pace.Cancelled);
  assert.ok(said.has('doing.root'));
});
