import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What this engine and the double that it is tested against were written for. */
const KNOWN = {
  version: '1.6.4',
  sha256: '55af73a7f647697ca57eaf3f64ddf2c80e3cce083b20661aaaaaad28f3afb98e',
};

const LOOK_AT = `This is another @webcontainer/api than the one that was read. Nothing tells us how it fails, so look before you enter it here:
- dist/index.js, unsynchronizedBoot and serverFactory: is the frame still found by the address “/headless”, is the first “init”
  message still the only one that it hears, and does boot() still wait without a deadline? (boot.ts rests on all three.)
- dist/index.js, WebContainer.boot: does a second boot() still wait for the first, and is a rejected one still forgotten?
- dist/index.js, spawn, FileSystemAPIClient and FSWatcher: are the calls still those that e2e/webcontainer/double/frame.ts answers?
- dist/vendor/index.js: is it still a Comlink that the double can speak by importing it?
- dist/internal/iframe-url.js: is it still stackblitz.com, and what else does the address say of a page?
Then run e2e/webcontainer, and the smoke on the real engine if you can reach it.`;

test('the WebContainer package is the one whose failures are known', () => {
  const folder = fileURLToPath(new URL('../../../node_modules/@webcontainer/api', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  expect({ version, sha256: hashOf(join(folder, 'dist')) }, LOOK_AT).toEqual(KNOWN);
});

/** Of all names and contents, in the order of the names. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(folder)) {
    const content = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    hash.update(`${content}  ${path.replaceAll(sep, '/')}\n`);
  }
  return hash.digest('hex');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}
