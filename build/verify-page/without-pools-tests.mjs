// What a transcript alone disproves: its digest is put right after each change, as whoever tampers with it would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, checked } from './checked.mjs';
import { canonical, sha, writeDraw } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';

const options = { skip: reason };

const IDS = Array.from({ length: 12 }, (_, at) => `p-${at}`);
const entries = (value) => new Map(IDS.map((id, at) => [id, value(at)]));
const random = { id: 'r', rule: 'random', kind: 'ids', take: 3, alternates: 3, entries: entries(() => '') };
const numbers = { id: 'n', kind: 'numbers', entries: entries((at) => `${100 + at}`) };

function changed(transcript, change) {
  const copy = structuredClone(transcript);
  change(copy, copy.rules.at(-1));
  delete copy.digest;
  return { ...copy, digest: sha(canonical(copy)) };
}

const found = async (draw, change) => answer(await checked(changed(writeDraw(draw).transcript, change)));

const plain = ({ id, number, ticket }) => ({ id, number, ticket });

function swap(left, at, right, other) {
  [left[at], right[other]] = [right[other], left[at]];
}

const draws = {
  plain: { rules: [random] },
  ranked: { rules: [{ ...random, rule: 'top-by', kind: 'scores', ties: 'ticket', entries: entries((at) => `${at % 5}`) }] },
  shared: { rules: [{ ...random, rule: 'top-by', kind: 'scores', ties: 'share', take: 3, alternates: 0, entries: entries((at) => `${at % 3}`) }] },
  ending: { rules: [{ ...numbers, rule: 'number-ends-with', suffixes: ['1', '05'] }] },
  nth: { rules: [{ ...numbers, rule: 'every-nth', n: 4, offset: 1 }] },
  threshold: { rules: [{ id: 't', rule: 'threshold', kind: 'scores', atLeast: 6, entries: entries((at) => `${at}`) }] },
  twoRules: { rules: [{ ...numbers, rule: 'number-ends-with', suffixes: ['0', '1', '2', '3', '4'] }, random] },
  excluded: { rules: [{ ...random, take: 6, alternates: 6 }], exclusions: new Map([['p-1', 'staff'], ['p-2', 'staff'], ['p-3', 'family']]) },
  excludedTwice: { rules: [{ ...random, id: 'q', take: 6, alternates: 6 }, { ...random, take: 6, alternates: 6 }], overlap: 'allowed', exclusions: new Map([['p-1', 'staff']]) },
  held: { rules: [{ ...random, holders: entries((at) => `person ${at}`), strata: entries((at) => `s${at % 2}`) }] },
  quotas: { rules: [{ ...random, alternates: 0, strata: entries((at) => `s${at % 2}`), quotas: [{ stratum: 's0', min: 1, max: 1 }] }] },
  weights: { rules: [{ ...random, kind: 'weights', entries: entries((at) => `${at + 1}`) }] },
};

const changes = [
  ['plain', 'a winner twice', (_, rule) => rule.winners.push(rule.winners[0]), '$.rules[0].winners[3].id'],
  ['plain', 'more winners than places', (_, rule) => rule.winners.push(rule.alternates.shift()), '$.rules[0]'],
  ['plain', 'a winner less', (_, rule) => rule.winners.pop(), '$.rules[0]'],
  ['plain', 'winners in another order', (_, rule) => swap(rule.winners, 0, rule.winners, 1), '$.rules[0].winners[0].id'],
  ['plain', 'a winner and an alternate swapped', (_, rule) => swap(rule.winners, 2, rule.alternates, 0), '$.rules[0].winners[2].id'],
  ['plain', 'alternates left out though there are others', (_, rule) => rule.alternates.pop(), '$.rules[0]'],
  ['plain', 'a person not said to be in the pool', (_, rule) => { rule.winners[0].holder = 'x'; }, '$.rules[0].winners[0].holder'],
  ['plain', 'a stratum not said to be in the pool', (_, rule) => { rule.winners[0].stratum = 'x'; }, '$.rules[0].winners[0].stratum'],
  ['ranked', 'scores in another order', (_, rule) => swap(rule.winners, 0, rule.winners, 2), '$.rules[0].winners[0].id'],
  ['shared', 'another share', (_, rule) => { rule.winners.at(-1).share = '1/1'; }, '$.rules[0].winners[3].share'],
  ['shared', 'a share where there is none', (_, rule) => { rule.winners.forEach((winner) => delete winner.share); }, '$.rules[0].winners[0].share'],
  ['ending', 'another number', (_, rule) => { rule.winners[0].number = '102'; }, '$.rules[0].winners[0].id'],
  ['ending', 'numbers in another order', (_, rule) => swap(rule.winners, 0, rule.winners, 1), '$.rules[0].winners[0].id'],
  ['nth', 'a number that leaves another remainder', (_, rule) => { rule.winners[1].number = '106'; }, '$.rules[0].winners[1].id'],
  ['threshold', 'a score below', (_, rule) => { rule.winners.at(-1).score = '5'; }, '$.rules[0].winners[5]'],
  ['twoRules', 'one person by two rules', (_, rule) => { rule.alternates.unshift(rule.winners.pop()); rule.winners.unshift(plain(rule.skipped.shift())); }, '$.rules[1].winners[0].id'],
  ['excluded', 'one who is excluded moved to the winners', (_, rule) => { rule.alternates.push(plain(rule.skipped.shift())); }, '$.rules[0].winners[0].id'],
  ['excludedTwice', 'two reasons for one person', (_, rule) => { rule.skipped[0].why = 'other'; }, '$.rules[1].skipped[0].why'],
  ['held', 'a person left out', (_, rule) => { delete rule.winners[0].holder; }, '$.rules[0].winners[0].holder'],
  ['held', 'a stratum left out', (_, rule) => { delete rule.winners[0].stratum; }, '$.rules[0].winners[0].stratum'],
  ['held', 'one person twice', (_, rule) => { rule.winners[1].holder = rule.winners[0].holder; }, '$.rules[0].winners[1].id'],
  ['quotas', 'more of a stratum than its maximum', (_, rule) => { rule.winners.forEach((winner) => { winner.stratum = 's0'; }); }, '$.rules[0].winners[1]'],
  ['weights', 'a weight of none', (_, rule) => { rule.winners[0].weight = '0'; }, '$.rules[0].winners[0].weight'],
  ['weights', 'weights beyond the limit', (_, rule) => { rule.winners.forEach((winner) => { winner.weight = '50000000'; }); }, '$.rules[0].winners[2].weight'],
];

for (const [draw, what, change, path] of changes) {
  test(`without the pool, found: ${what} (${draw})`, options, async () => {
    assert.equal(await found(draws[draw], () => {}), 'partly');
    assert.match(await found(draws[draw], change), new RegExp(`^${path.replace(/[$.[\]]/g, '\\$&')}`));
  });
}

test('a heavy entry without its pool can be cancelled', options, async () => {
  const { transcript } = writeDraw(draws.weights);
  const heavy = changed(transcript, (_, rule) => { rule.winners[0].weight = '90000000'; });
  const published = new modules.publishedFiles.PublishedFiles();
  await published.add('transcript.json', Buffer.from(JSON.stringify(heavy)));
  const pace = new modules.pace.Pace(() => pace.cancel());
  await assert.rejects(modules.verification.verify(published, pace), modules.pace.Cancelled);
});
