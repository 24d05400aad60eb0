#!/usr/bin/env node
// Draws what a program wrote to a terminal as an SVG picture:
//
//   script -qec 'COMMAND' /dev/null | node build/terminal-picture.mjs --title 'COMMAND' > picture.svg
//   node build/terminal-picture.mjs output.txt --columns 100 --title quickstart > picture.svg
//
// `script` gives the program a terminal, so that it colours its output. --columns N wraps lines as a terminal of that width does.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const cellWidth = 8.4;
const lineHeight = 18;
const fontSize = 14;
const padding = 16;
const titleBar = 36;
const background = '#161b22';
const foreground = '#d6dde6';
const fonts = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace";

const palette = [
  '#3b4252', '#f0616d', '#7fd88f', '#e6c36a', '#6cb2f7', '#c792ea', '#5fd1d8', '#d6dde6',
  '#6b7689', '#ff8a93', '#a5ebb0', '#ffdd8f', '#9ccbff', '#ddb3f8', '#8fe9ee', '#ffffff',
];

/** What a character looks like; replaced, never changed, so that cells can share it. */
const plain = { fg: null, bg: null, bold: false, dim: false, italic: false, underline: false, strike: false, inverse: false, hidden: false };

/** The terminal's screen: unlimited downwards, `columns` wide. */
export class Screen {
  constructor(columns = Infinity) {
    this.columns = columns;
    this.rows = [];
    this.row = 0;
    this.column = 0;
    this.style = plain;
    this.saved = { row: 0, column: 0 };
  }

  /** Takes everything that a program wrote. */
  write(text) {
    for (const [token] of text.matchAll(tokens)) {
      if (token[0] === '\x1b') this.#escape(token);
      else if (token < ' ' || token === '\x7f') this.#control(token);
      else this.#put(token);
    }
    return this;
  }

  /** The rows as cells, without what is empty at the right and below. */
  lines() {
    const lines = Array.from(this.rows, (row) => {
      const cells = Array.from(row ?? [], (cell) => cell ?? blank);
      while (cells.length > 0 && isEmpty(cells.at(-1))) cells.pop();
      return cells;
    });
    while (lines.length > 0 && lines.at(-1).length === 0) lines.pop();
    return lines;
  }

  #put(char) {
    const width = cellsOf(char);
    if (width === 0) return this.#combine(char);
    if (this.column + width > this.columns) this.#nextLine();
    const cells = (this.rows[this.row] ??= []);
    this.#erase(cells, this.column, this.column + width);
    cells[this.column] = { char, width, style: this.style };
    if (width === 2) cells[this.column + 1] = { char: '', width: 0, style: this.style };
    this.column += width;
  }

  #combine(mark) {
    const cells = this.rows[this.row] ?? [];
    const at = cells[this.column - 1]?.width === 0 ? this.column - 2 : this.column - 1;
    if (cells[at]) cells[at] = { ...cells[at], char: cells[at].char + mark };
  }

  /** Empties the cells, and the other half of a wide character that is cut. */
  #erase(cells, from, to) {
    if (cells[from]?.width === 0 && from > 0) cells[from - 1] = blank;
    if (cells[to]?.width === 0) cells[to] = blank;
    for (let i = from; i < Math.min(to, cells.length); i++) cells[i] = blank;
  }

  #nextLine() {
    this.row++;
    this.column = 0;
    this.rows[this.row] ??= [];
  }

  #control(char) {
    if (char === '\n') this.#nextLine();
    else if (char === '\r') this.column = 0;
    else if (char === '\b') this.column = Math.max(0, this.column - 1);
    else if (char === '\t') this.column = Math.min(this.columns - 1, (Math.floor(this.column / 8) + 1) * 8);
  }

  #escape(sequence) {
    if (sequence === '\x1b7') this.saved = { row: this.row, column: this.column };
    else if (sequence === '\x1b8') Object.assign(this, this.saved);
    const [, parameters, command] = /^\x1b\[([\d;:]*)([@-~])$/.exec(sequence) ?? [];
    if (command === undefined) return;
    const first = Number.parseInt(parameters, 10) || 0;
    const count = Math.max(1, first);
    const second = Number.parseInt(parameters.split(';')[1], 10) || 1;
    switch (command) {
      case 'm': this.style = restyle(this.style, parameters); break;
      case 'A': this.row = Math.max(0, this.row - count); break;
      case 'B': this.row += count; break;
      case 'C': this.column = Math.min(this.columns - 1, this.column + count); break;
      case 'D': this.column = Math.max(0, this.column - count); break;
      case 'E': this.row += count; this.column = 0; break;
      case 'F': this.row = Math.max(0, this.row - count); this.column = 0; break;
      case 'G': this.column = count - 1; break;
      case 'H': case 'f': this.row = count - 1; this.column = second - 1; break;
      case 'J': this.#eraseScreen(first); break;
      case 'K': this.#eraseLine(first); break;
      case 's': this.saved = { row: this.row, column: this.column }; break;
      case 'u': Object.assign(this, this.saved); break;
    }
  }

  #eraseScreen(part) {
    if (part >= 2) this.rows = [];
    if (part === 0) this.rows.length = Math.min(this.rows.length, this.row + 1);
    if (part === 1) for (let i = 0; i < this.row; i++) this.rows[i] = [];
    this.#eraseLine(part);
  }

  #eraseLine(part) {
    const cells = (this.rows[this.row] ??= []);
    const from = part === 0 ? this.column : 0;
    const to = part === 1 ? this.column + 1 : cells.length;
    this.#erase(cells, from, to);
  }
}

const blank = { char: ' ', width: 1, style: plain };

// A terminal's escape sequences: CSI, OSC (to its terminator) and other strings, charset choices, single ones; then any one character.
const tokens = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]+[0-~]|\x1b[0-~]|[^]/gu;

const zeroWidth = /^[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const wide = new RegExp(
  '^(?:[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6'
  + '\\u{17000}-\\u{18cff}\\u{1b000}-\\u{1b2ff}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation})$', 'u');

function cellsOf(char) {
  if (zeroWidth.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}

function isEmpty({ char, style }) {
  return char === ' ' && style.bg === null && !style.inverse && !style.underline && !style.strike;
}

/** The style after SGR `parameters`. */
function restyle(style, parameters) {
  const codes = parameters.split(/[;:]/).map((code) => Number.parseInt(code, 10) || 0);
  let next = { ...style };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) next = { ...plain };
    else if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code === 3) next.italic = true;
    else if (code === 4 || code === 21) next.underline = true;
    else if (code === 7) next.inverse = true;
    else if (code === 8) next.hidden = true;
    else if (code === 9) next.strike = true;
    else if (code === 22) next.bold = next.dim = false;
    else if (code === 23) next.italic = false;
    else if (code === 24) next.underline = false;
    else if (code === 27) next.inverse = false;
    else if (code === 28) next.hidden = false;
    else if (code === 29) next.strike = false;
    else if (code >= 30 && code <= 37) next.fg = palette[code - 30];
    else if (code >= 40 && code <= 47) next.bg = palette[code - 40];
    else if (code >= 90 && code <= 97) next.fg = palette[code - 82];
    else if (code >= 100 && code <= 107) next.bg = palette[code - 92];
    else if (code === 39) next.fg = null;
    else if (code === 49) next.bg = null;
    else if (code === 38 || code === 48) {
      const place = code === 38 ? 'fg' : 'bg';
      if (codes[i + 1] === 5) {
        next[place] = indexed(codes[i + 2] ?? 0);
        i += 2;
      } else if (codes[i + 1] === 2) {
        next[place] = hex(codes.slice(i + 2, i + 5));
        i += 4;
      }
    }
  }
  return next;
}

function indexed(n) {
  if (n < 16) return palette[n];
  if (n >= 232) return hex([8, 8, 8].map((base) => base + (n - 232) * 10));
  const steps = [0, 95, 135, 175, 215, 255];
  return hex([Math.floor((n - 16) / 36), Math.floor((n - 16) / 6) % 6, (n - 16) % 6].map((step) => steps[step]));
}

function hex(channels) {
  return `#${channels.map((channel) => Math.min(255, channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Neighbouring cells of one style, with where they start and how many cells they take. */
function runs(cells) {
  const found = [];
  cells.forEach((cell, column) => {
    const last = found.at(-1);
    if (cell.width === 0) last.cells++;
    // A wide character stands in a run of its own kind, so that stretching a run to its cells deforms nothing.
    else if (last && last.wide === (cell.width === 2) && sameStyle(last.style, cell.style)) {
      last.text += cell.char;
      last.cells++;
    } else found.push({ text: cell.char, column, cells: 1, wide: cell.width === 2, style: cell.style });
  });
  return found;
}

function sameStyle(a, b) {
  return a === b || Object.keys(plain).every((key) => a[key] === b[key]);
}

function escapeXml(text) {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);
}

function round(n) {
  return String(Math.round(n * 100) / 100);
}

function drawRun({ text, column, cells, style }, top) {
  const fg = (style.inverse ? style.bg ?? background : style.fg) ?? foreground;
  const bg = style.inverse ? style.fg ?? foreground : style.bg;
  const x = round(padding + column * cellWidth);
  const width = round(cells * cellWidth);
  const box = bg === null ? '' : `<rect x="${x}" y="${round(top)}" width="${width}" height="${lineHeight}" fill="${bg}"/>`;
  const decoration = [style.underline && 'underline', style.strike && 'line-through'].filter(Boolean).join(' ');
  if (style.hidden || (text.trim() === '' && decoration === '')) return box;

  const attributes = [
    `x="${x}"`,
    `y="${round(top + lineHeight * 0.74)}"`,
    `textLength="${width}"`,
    'lengthAdjust="spacingAndGlyphs"',
    fg !== foreground && `fill="${fg}"`,
    style.bold && 'font-weight="bold"',
    style.italic && 'font-style="italic"',
    style.dim && 'opacity="0.6"',
    decoration && `text-decoration="${decoration}"`,
  ].filter(Boolean);
  return `${box}<text ${attributes.join(' ')}>${escapeXml(text)}</text>`;
}

/** The SVG picture of a terminal window with these lines of cells. */
export function picture(lines, title = '') {
  const columns = Math.max(40, ...lines.map((cells) => cells.length));
  const width = round(2 * padding + columns * cellWidth);
  const height = round(titleBar + lines.length * lineHeight + padding);
  const name = escapeXml(title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Terminal: ${name}">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${background}"/>`,
    '<circle cx="20" cy="18" r="6" fill="#ff5f57"/><circle cx="40" cy="18" r="6" fill="#febc2e"/><circle cx="60" cy="18" r="6" fill="#28c840"/>',
    `<text x="${round(Number(width) / 2)}" y="23" text-anchor="middle" font-family="system-ui, sans-serif" font-size="13" fill="#8b97a7">${name}</text>`,
    `<g font-family="${fonts}" font-size="${fontSize}" fill="${foreground}" xml:space="preserve" style="white-space: pre">`,
    ...lines.map((cells, i) => runs(cells).map((run) => drawRun(run, titleBar + i * lineHeight)).join('')).filter((line) => line !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: 'string', default: '' }, columns: { type: 'string' } },
  });
  const columns = values.columns === undefined ? Infinity : Number(values.columns);
  if (positionals.length > 1 || !(columns >= 2)) {
    console.error('usage: node build/terminal-picture.mjs [FILE] [--title TEXT] [--columns N] > picture.svg');
    process.exit(2);
  }
  const text = readFileSync(positionals[0] ?? 0, 'utf8');
  process.stdout.write(picture(new Screen(columns).write(text).lines(), values.title));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
