/** The two commands of README: `npm start` installs and serves the course, `npm test` installs and passes every test. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFor } from './browser.mjs';
import { environment, npm, root } from './environment.mjs';

/** Everything that must hold, in the order in which it is cheapest to find out. */
const TESTS = [
  ['lint and format', 'biome', 'ci', '.'],
  ['types of the site', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['types of the lab, alone and without a host', 'tsc', '-p', 'sandboxes/lab/tsconfig.json'],
  ['types of what plays and judges each exercise', 'tsc', '-p', 'sandboxes/tsconfig.json'],
  ['types of every variant of every exercise', 'node', 'scripts/types-of-variants.mjs'],
  ['unit tests and the promises of every exercise', 'vitest', 'run'],
  ['build of the site', 'astro', 'build'],
  ['end-to-end tests of the built site', 'playwright', 'test'],
];

try {
  const env = environment();
  install(env);
  const [what, ...rest] = process.argv.slice(2);
  if (what === 'serve') run(env, 'the course', 'astro', ['dev', '--host', '127.0.0.1', ...rest]);
  else if (what === 'test') test(env);
  else throw new Error('Say `npm start` to serve the course or `npm test` to pass every test.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {NodeJS.ProcessEnv} env */
function test(env) {
  const browser = browserFor(env);
  for (const [name, tool, ...args] of TESTS) {
    console.log(`\n— ${name}`);
    run({ ...env, ...browser, CI: env.CI ?? 'true' }, /** @type {string} */ (name), /** @type {string} */ (tool), args);
  }
  console.log(`\nEverything holds: ${TESTS.map(([name]) => name).join('; ')}.`);
}

/**
 * Installs what the lockfile names, once for each lockfile. Not with `npm ci`: it refuses a lockfile that lacks a package for
 * another platform, and a registry may not hold them all; `--no-save` leaves the lockfile as it is.
 * @param {NodeJS.ProcessEnv} env
 */
function install(env) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing what package-lock.json names …');
  npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], env);
  writeFileSync(stamp, lock);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} args
 */
function run(env, name, tool, args) {
  const { status, error } = spawnSync(tool, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    throw new Error(`${name}: ${tool} could not be started (${error.message}). Delete node_modules and try again.`);
  if (status !== 0) {
    if (name !== 'the course') console.error(`\nFailed: ${name}. The lines above say where.`);
    process.exit(status ?? 130);
  }
}
