import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from './draw-writer.mjs';
import { modules, reason } from './restored.mjs';

const options = { skip: reason };

test('JSON is read as it stands, each field once', options, () => {
  const { parseJson } = modules.strictJson;
  const text = ' {"a":[1,-0.5e3,"x\\u0041\\n",true,null,{}],"ä":"\\ud83d\\ude00"} ';
  const node = parseJson(text);
  assert.equal(node.fields.get('a').items[2].value, 'xA\n');
  assert.equal(node.fields.get('a').items[1].raw, '-0.5e3');
  assert.equal(node.fields.get('ä').value, '😀');
  const broken = ['', '{', '{"a":1,"a":2}', '{"a":1,}', '[1 2]', '01', '1.', '+1', '"\t"', '"\\x"', '"\\u12"', 'nul', '{"a" 1}', '"a', '[]]', '\ufeff{}', "{'a':1}", '"\\ud800":1', `${'['.repeat(70)}${']'.repeat(70)}`];
  for (const each of broken) assert.throws(() => parseJson(each), SyntaxError, each);
  assert.throws(() => parseJson('{"\\u0061":1,"a":2}'), SyntaxError);
});

test('the canonical form sorts by code units and escapes as little as it may', options, () => {
  const { canonicalJson } = modules.canonicalJson;
  const value = { '\ufb01': 1, '😀': 2, b: ['\u2028', '"\\\n\u0007', { z: -3, y: 0 }], a: 'ö' };
  assert.equal(canonicalJson(modules.strictJson.parseJson(JSON.stringify(value, null, 3))), canonical(value));
  for (const number of ['1.0', '1e3', '-0', '9007199254740992']) assert.throws(() => canonicalJson(modules.strictJson.parseJson(number)), modules.difference.Difference);
});

test('ids are ordered as their bytes', options, () => {
  const ids = ['a', 'B', '\ufb01', '😀', '\ue000', 'à', 'ab', '', '\ud7ff', '𝟘x', 'é'];
  const expected = [...ids].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
  assert.deepEqual([...ids].sort(modules.bytes.compareBytes), expected);
});

test('lines of a pool are read or refused with the number of the line', options, async () => {
  const { Pool } = modules.pool;
  const pace = new modules.pace.Pace();
  const read = (kind, text) => Pool.read(kind, modules.lines.linesOf(new TextEncoder().encode(text)), pace);
  const pool = await read('scores', '\ufeffb\t-3\r\na\t9223372036854775807\r\n');
  assert.deepEqual(pool.entries.ids, ['a', 'b']);
  assert.deepEqual([pool.entries.indexOf('b'), pool.entries.indexOf('c')], [1, -1]);
  const wrong = [
    ['ids', 'a\na\n', 2], ['ids', 'a\n\nb\n', 2], ['ids', 'a\tb\n', 1], ['ids', '\u0085\n', 1], ['ids', `${'ä'.repeat(129)}\n`, 1],
    ['scores', 'a\t01\n', 1], ['scores', 'a\t-0\n', 1], ['scores', 'a\t+1\n', 1], ['scores', 'a\t9223372036854775808\n', 1], ['scores', 'a\n', 1],
    ['weights', 'a\t-1\n', 1], ['weights', 'a\t100000001\n', 1], ['weights', 'a\t60000000\nb\t60000000\n', 2], ['numbers', 'a\t1x\n', 1], ['timed-scores', 'a\t1\n', 1], ['timed-scores', 'a\t1\t2\t3\n', 1],
  ];
  for (const [kind, text, line] of wrong) {
    await assert.rejects(read(kind, text), (problem) => problem instanceof modules.lines.LineProblem && problem.phrase[1] === line, `${kind} ${text}`);
  }
  assert.equal(modules.lines.linesOf(Uint8Array.of(0xc3)), null);
});
