import { spawn } from 'node:child_process';

/** Builds the site with these settings. Rejects with what the build said. */
export function buildInto(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const build = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
    env: { ...process.env, ...settings },
  });
  let said = '';
  for (const output of [build.stdout, build.stderr]) output.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    build.on('error', reject);
    build.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}
