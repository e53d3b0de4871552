import { spawn } from 'node:child_process';

/** Builds the site with these settings. Rejects with what the build said. */
export function buildInto(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  // A development server in another test of this process leaves its `NODE_ENV` behind: with it, this were no site to publish.
  const { NODE_ENV: _, ...environment } = process.env;
  const build = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
    env: { ...environment, ...settings },
  });
  let said = '';
  for (const output of [build.stdout, build.stderr]) output.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    build.on('error', reject);
    build.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}
