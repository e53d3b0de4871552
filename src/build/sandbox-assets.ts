import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/**
 * Builds what the engines run: the grader (lab, compiler and every exercise's checks) as one classic script, the sandboxed
 * frame's page with its own policy, and the grader as a module for Node. `virtual:sandbox/grader`, `virtual:sandbox/frame` and
 * `virtual:sandbox/node-grader` export their addresses: hashed files in a build, served on request in development.
 * `virtual:sandbox/frame-hash` exports what the frame's policy knows its script by.
 */
export function sandboxAssets(): Plugin {
  let config: ResolvedConfig;
  const made = new Map<AssetName, Promise<string>>();
  const make = (name: AssetName): Promise<string> => {
    const known = made.get(name);
    if (known) return known;
    const making = ASSETS[name].make(config.root, config.command === 'build');
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
  return {
    name: 'sandbox-assets',
    configResolved: (resolved) => {
      config = resolved;
    },
    resolveId: (id) => (nameOf(id) || id === FRAME_HASH ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${FRAME_HASH}`) return `export default ${JSON.stringify(hashIn(await make('frame')))}`;
      const name = id.startsWith('\0') ? nameOf(id.slice(1)) : undefined;
      if (!name) return undefined;
      if (config.command === 'serve')
        return `export default ${JSON.stringify(config.base + DEVELOPMENT_PATH + ASSETS[name].file)}`;
      const reference = this.emitFile({ type: 'asset', name: ASSETS[name].file, source: await make(name) });
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`;
    },
    configureServer(server) {
      server.watcher.on('change', () => made.clear());
      server.middlewares.use((request, response, next) => {
        const name = assetNames.find(
          (one) => request.url?.split('?')[0] === config.base + DEVELOPMENT_PATH + ASSETS[one].file,
        );
        if (!name) return next();
        make(name).then((text) => {
          for (const [header, value] of Object.entries(config.server.headers ?? {}))
            if (value !== undefined) response.setHeader(header, value);
          response.setHeader('content-type', ASSETS[name].type);
          response.end(text);
        }, next);
      });
    },
  };
}

const PREFIX = 'virtual:sandbox/';
/** Of the frame's one script, for the policy of the page that it is written into. */
const FRAME_HASH = `${PREFIX}frame-hash`;
const DEVELOPMENT_PATH = '@sandbox/';

const ASSETS = {
  grader: { file: 'grader.js', type: 'text/javascript', make: embeddedGrader },
  frame: { file: 'frame.html', type: 'text/html', make: framePage },
  'node-grader': { file: 'node-grader.mjs', type: 'text/javascript', make: nodeGrader },
} as const;
type AssetName = keyof typeof ASSETS;
const assetNames = Object.keys(ASSETS) as AssetName[];

function nameOf(id: string): AssetName | undefined {
  return assetNames.find((name) => id === PREFIX + name);
}

/** Strict as a whole: a strict function never shows who called it. Also built by tests. */
export async function embeddedGrader(root: string, minify: boolean): Promise<string> {
  const script = await bundled(root, '../engines/embedded/worker/worker.ts', 'iife', minify);
  // Its name in stacks, whatever address it is loaded from.
  return `"use strict";${script}\n//# sourceURL=grader.js\n`;
}

/** Only this script by its hash, and workers made from what the page hands over. Everything else, the network first, is shut. */
async function framePage(root: string, minify: boolean): Promise<string> {
  const script = (await bundled(root, '../engines/embedded/frame/frame.ts', 'iife', minify)).trim();
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' blob: data:; worker-src data:; connect-src 'none'`;
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Sandbox</title><script>${script}</script>\n`;
}

const hashIn = (page: string): string => /sha256-[\w+/=]+/.exec(page)?.[0] ?? '';

/** One module without dependencies: it is a terminal's program and a thread's at once. Also built by tests. */
export async function nodeGrader(root: string, minify: boolean): Promise<string> {
  return bundled(root, '../engines/node/main.ts', 'es', minify);
}

async function bundled(root: string, entry: string, format: 'iife' | 'es', minify: boolean): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      minify,
      target: 'es2023',
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: [format], name: 'sandbox' },
      rolldownOptions: { external: /^node:/ },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk' || (first && 'output' in first && first.output.length > 1))
    throw new Error(`${entry} does not fit into one script: it must import nothing but code.`);
  return chunk.code;
}
