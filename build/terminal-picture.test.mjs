import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { picture, Screen } from './terminal-picture.mjs';

const script = fileURLToPath(new URL('terminal-picture.mjs', import.meta.url));

function lines(text, columns) {
  return new Screen(columns).write(text).lines().map((cells) => cells.map((cell) => cell.char).join(''));
}

function styleOf(text) {
  return new Screen().write(text).lines()[0][0].style;
}

test('plain lines stay as they are, without what is empty at the end', () => {
  assert.deepEqual(lines('one\n  two  \n\n\n'), ['one', '  two']);
  assert.deepEqual(lines('one\r\ntwo\r\n'), ['one', 'two']);
  assert.deepEqual(lines(''), []);
});

test('a carriage return writes over the line', () => {
  assert.deepEqual(lines('10 %\r100 %\rdone\x1b[K\n'), ['done']);
  assert.deepEqual(lines('abc\rX'), ['Xbc']);
});

test('a progress bar that moves up leaves its last state alone', () => {
  assert.deepEqual(lines('a 10%\nb  0%\n\x1b[2Aa 99%\nb 50%\n\x1b[2F\x1b[Ja 100%\nb 100%\nend'), ['a 100%', 'b 100%', 'end']);
  assert.deepEqual(lines('one\ntwo\x1b[1A\x1b[2K\rthree'), ['three', 'two']);
});

test('other movements put the cursor where a terminal does', () => {
  assert.deepEqual(lines('ab\x1b[1DX\x1b[3CY\x1b[2GZ'), ['aZ   Y']);
  assert.deepEqual(lines('a\tb\bc'), ['a       c']);
  assert.deepEqual(lines('abc\x1b7\nxyz\x1b8!'), ['abc!', 'xyz']);
  assert.deepEqual(lines('old\n\x1b[2J\x1b[Hnew'), ['new']);
  assert.deepEqual(lines('ab\x1b[3Ecd'), ['ab', '', '', 'cd']);
});

test('erasing takes the part asked for', () => {
  assert.deepEqual(lines('abcdef\x1b[3D\x1b[1K'), ['    ef']);
  assert.deepEqual(lines('abcdef\x1b[3D\x1b[K'), ['abc']);
  assert.deepEqual(lines('one\ntwo\nthree\x1b[1A\x1b[4D\x1b[J'), ['one', 't']);
});

test('wide characters take two cells, combining marks none', () => {
  const [cells] = new Screen().write('长宁e\u0301x').lines();

  assert.deepEqual(cells.map((cell) => cell.char), ['长', '', '宁', '', 'e\u0301', 'x']);
  assert.equal(new Screen().write('🎉').lines()[0].length, 2);
  assert.equal(new Screen().write('┃█→').lines()[0].length, 3);
});

test('writing over one half of a wide character removes the other', () => {
  assert.deepEqual(lines('长宁\r\x1b[1Cx'), [' x宁']);
  assert.deepEqual(lines('长宁\rx'), ['x 宁']);
});

test('lines wrap at the width of the terminal, wide characters whole', () => {
  assert.deepEqual(lines('abcdef', 4), ['abcd', 'ef']);
  assert.deepEqual(lines('abc长', 4), ['abc', '长']);
});

test('colours of 16, 256 and all are understood', () => {
  assert.equal(styleOf('\x1b[31mx').fg, '#f0616d');
  assert.equal(styleOf('\x1b[92mx').fg, '#a5ebb0');
  assert.equal(styleOf('\x1b[104mx').bg, '#9ccbff');
  assert.equal(styleOf('\x1b[38;5;9mx').fg, '#ff8a93');
  assert.equal(styleOf('\x1b[38;5;16mx').fg, '#000000');
  assert.equal(styleOf('\x1b[48;5;208mx').bg, '#ff8700');
  assert.equal(styleOf('\x1b[38;5;255mx').fg, '#eeeeee');
  assert.equal(styleOf('\x1b[1;38;2;1;20;255;4mx').fg, '#0114ff');
  assert.equal(styleOf('\x1b[1;38;2;1;20;255;4mx').underline, true);
  assert.equal(styleOf('\x1b[31;39mx').fg, null);
});

test('attributes are set and reset', () => {
  assert.equal(styleOf('\x1b[1mx').bold, true);
  assert.equal(styleOf('\x1b[2mx').dim, true);
  assert.equal(styleOf('\x1b[1;2;22mx').bold, false);
  assert.equal(styleOf('\x1b[1;2;22mx').dim, false);
  assert.deepEqual(styleOf('\x1b[1;4;31;42m\x1b[mx'), styleOf('x'));
  assert.deepEqual(styleOf('\x1b[1;4;31;42m\x1b[0mx'), styleOf('x'));
});

test('what is no text leaves no trace', () => {
  assert.deepEqual(lines('\x1b[?25l\x1b]0;title\x07\x1b(Ba\x1b]8;;http://example.org\x1b\\b\x1b]8;;\x1b\\\x1b[?25h\x1b[>0q'), ['ab']);
});

test('the picture is escaped, sized to the text and placed by cells', () => {
  const svg = picture(new Screen().write('a<b & "c"\n\x1b[1;31m长宁\x1b[0m ok\x07\n').lines(), 'x > "y"');

  assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="368" height="88" /);
  assert.ok(svg.includes('>a&lt;b &amp; &quot;c&quot;</text>'));
  assert.ok(svg.includes('aria-label="Terminal: x &gt; &quot;y&quot;"'));
  assert.ok(svg.includes('<text x="16" y="67.32" textLength="33.6" lengthAdjust="spacingAndGlyphs" fill="#f0616d" font-weight="bold">长宁</text>'));
  assert.ok(svg.includes('<text x="49.6" y="67.32" textLength="25.2" lengthAdjust="spacingAndGlyphs"> ok</text>'));
});

test('background, inverse and hidden text are drawn as such', () => {
  const svg = picture(new Screen().write('\x1b[44m  \x1b[0m\x1b[7mon\x1b[0m\x1b[8msecret\x1b[0m.').lines());

  assert.ok(svg.includes('<rect x="16" y="36" width="16.8" height="18" fill="#6cb2f7"/>'));
  assert.ok(svg.includes('<rect x="32.8" y="36" width="16.8" height="18" fill="#d6dde6"/><text x="32.8" y="49.32" textLength="16.8" lengthAdjust="spacingAndGlyphs" fill="#161b22">on</text>'));
  assert.ok(!svg.includes('secret'));
});

test('as a command it reads standard input or a file, and refuses other arguments', () => {
  const piped = spawnSync(process.execPath, [script, '--title', 'demo', '--columns', '4'], { input: 'abcdef\n', encoding: 'utf8' });
  const refused = spawnSync(process.execPath, [script, '--columns', 'x'], { input: '', encoding: 'utf8' });

  assert.equal(piped.status, 0);
  assert.ok(piped.stdout.includes('>abcd</text>') && piped.stdout.includes('>ef</text>') && piped.stdout.includes('>demo</text>'));
  assert.equal(spawnSync(process.execPath, [script, script], { encoding: 'utf8' }).status, 0);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /^usage: /);
});
