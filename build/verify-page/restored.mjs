// The modules of the page, ready to be tested: joined by the same tool that builds it, as Node finds no packages beside the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle, SOURCES } from './build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const joined = fileURLToPath(new URL('../../artifacts/verify-page/', import.meta.url));

/** Why the tests cannot run; false if they can. */
export const reason = restore();

/** All that the modules export, by module: `modules.drand.isSignedBy`. */
export const modules = reason ? {} : await load();

function restore() {
  if (existsSync(`${here}node_modules/.package-lock.json`)) return false;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved'], { cwd: here, encoding: 'utf8' });
  if (npm.status === 0) return false;
  const why = `npm could not restore the packages: ${(npm.stderr || String(npm.error)).trim().split('\n').at(-1)}`;
  console.log(`skipped  verify-page: ${why}`);
  return why;
}

async function load() {
  const names = readdirSync(SOURCES).filter((name) => name.endsWith('.mjs')).map((name) => name.slice(0, -'.mjs'.length));
  const identifier = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const contents = names.map((name) => `export * as ${identifier(name)} from './${name}.mjs';`).join('\n');
  const text = await bundle({ stdin: { contents, resolveDir: SOURCES }, format: 'esm', platform: 'node', absWorkingDir: SOURCES });
  await mkdir(joined, { recursive: true });
  const file = `${joined}modules.mjs`;
  await writeFile(file, text);
  return import(pathToFileURL(file).href);
}
