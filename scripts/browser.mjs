import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium for the end-to-end tests, as environment variables: the one that `CHROMIUM` names, or one found on the
 * machine, or Playwright's own, or Debian's; the latter two are installed when they are missing. Throws a sentence.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ CHROMIUM?: string }}
 */
export function browserFor(env) {
  const found = browserOnThisMachine(env);
  if (found) return { CHROMIUM: found };
  console.log('No Chromium on this machine: Playwright installs its own.');
  if (
    spawnSync('playwright', ['install', 'chromium'], { env, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0
  )
    return {};
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Playwright could not fetch its own: Debian’s package is installed instead.');
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: 'inherit' });
    const debian = browserOnThisMachine(env);
    if (debian) return { CHROMIUM: debian };
  }
  throw new Error(
    'The end-to-end tests need Chromium: install it, or name one with the environment variable CHROMIUM, and try again.',
  );
}

/**
 * The Chromium that `CHROMIUM` names, or one that is installed.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function browserOnThisMachine(env) {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find(isRunnable);
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
