/** `node scripts/with-node.mjs <tool> [argument …]`: runs an installed tool on a Node that is new enough. */
import { spawn } from 'node:child_process';
import { environment, root } from './environment.mjs';

const [tool, ...args] = process.argv.slice(2);
if (!tool) throw new Error('Say which tool to run: node scripts/with-node.mjs astro build');
let env;
try {
  env = environment();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const child = spawn(tool, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${tool} could not be started (${error.message}). Run npm install first.`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
