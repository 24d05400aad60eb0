// Builds src/CampaignKit.Draws/VerifyPage/verify.html, one file that needs nothing else:  npm ci && npm run build
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const SOURCES = fileURLToPath(new URL('../../src/CampaignKit.Draws/VerifyPage/', import.meta.url));
export const BUILT = `${SOURCES}verify.html`;

const here = fileURLToPath(new URL('.', import.meta.url));

/** Joins modules into one script, not made smaller, so that a reader of the page can follow it. */
export async function bundle(options) {
  const { build } = await import('esbuild');
  const built = await build({ bundle: true, charset: 'utf8', legalComments: 'inline', nodePaths: [`${here}node_modules`], write: false, ...options });
  return built.outputFiles[0].text;
}

/** The whole page as text. */
export async function page() {
  const script = await bundle({ entryPoints: [`${SOURCES}view/page.mjs`], absWorkingDir: SOURCES, format: 'iife', target: 'es2022' });
  const parts = { script: `\n${noMarkup(script)}`, style: `\n${await readFile(`${SOURCES}page.css`, 'utf8')}` };
  const licence = noMarkup(await readFile(`${here}node_modules/@noble/curves/LICENSE`, 'utf8'));
  parts.script = `\n/*!\nnoble-curves and noble-hashes, which are part of this script:\n\n${licence.trim()}\n*/${parts.script}`;
  const template = await readFile(`${SOURCES}page.html`, 'utf8');
  return template
    .replace('{script-hash}', () => hashOf(parts.script))
    .replace('{style-hash}', () => hashOf(parts.style))
    .replace('{style}', () => parts.style)
    .replace('{script}', () => parts.script);
}

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

// A script ends at the first such tag, wherever it stands.
function noMarkup(script) {
  if (/<\/script|<!--/i.test(script)) throw new Error('The script holds markup that would end it.');
  return script;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(BUILT, await page());
  console.log(BUILT);
}
