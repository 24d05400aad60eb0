import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BUILT, page, SOURCES } from './build.mjs';
import { modules, reason } from './restored.mjs';

const options = { skip: reason };
const sources = () => ['', 'view/'].flatMap((folder) => readdirSync(SOURCES + folder).filter((name) => name.endsWith('.mjs')).map((name) => readFileSync(SOURCES + folder + name, 'utf8')));

test('the committed page is the one that its sources give', options, async () => {
  assert.ok((await page()) === readFileSync(BUILT, 'utf8'), 'verify.html is older than its sources: cd build/verify-page && npm run build');
});

test('the page allows no connection and names no address to load from', () => {
  const built = readFileSync(BUILT, 'utf8');
  assert.match(built, /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src data:/);
  assert.doesNotMatch(built, /(?:src|href)="(?!data:|#)/);
  assert.doesNotMatch(built, /\b(?:fetch|XMLHttpRequest|WebSocket|importScripts|sendBeacon|EventSource)\s*\(/);
  assert.match(built, /MIT License/);
});

test('both languages have the same words, with the same parts', options, () => {
  const [english, chinese] = [modules.wordsEn.english, modules.wordsZh.chinese];
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  for (const key of Object.keys(english)) assert.equal(chinese[key].length > 0 && typeof chinese[key] === 'function' ? chinese[key].length : typeof chinese[key], typeof english[key] === 'function' ? english[key].length : typeof english[key], key);
});

test('every word is used, and every word used is there', options, () => {
  const text = `${sources().filter((source) => !/^export const (?:english|chinese)/.test(source)).join('\n')}\n${readFileSync(`${SOURCES}page.html`, 'utf8')}`;
  const made = ['verdict.', 'mark.', 'level.', 'evidence.', 'ties.', 'why.', 'fate.', 'difference.', 'rule.', 'winners', 'alternates', 'skipped', 'manifest', 'transcript', 'sentences'];
  const keys = Object.keys(modules.wordsEn.english);
  for (const key of keys) assert.ok(text.includes(`'${key}'`) || text.includes(`"${key}"`) || made.some((start) => key.startsWith(start)), `${key} is not used`);
  for (const [, key] of text.matchAll(/\[\s*'((?:rule|expected|found|doing|check|lookup|fate|proof|beacon|pseudonym|entropy|level|why|claim|claims|files|signature|exclusions)\.[\w.-]+)'/g)) assert.ok(keys.includes(key), `${key} has no word`);
});
