/**
 * Stands in the place of the page that the WebContainer package loads into its frame, and speaks the package's protocol with the
 * package's own Comlink (a newer one hangs). Files and processes are those of the machine that runs the test: every call goes
 * to `host.ts` over the binding that the test has laid into the frame.
 */
import { Comlink } from '../../../node_modules/@webcontainer/api/dist/vendor/index.js';

type Host = (method: string, ...rest: readonly unknown[]) => Promise<unknown>;
const host = (globalThis as unknown as { __host: Host }).__host;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const { proxy, expose } = Comlink;

type Listener = (...rest: readonly unknown[]) => void;

const files = {
  readdir: async (path: string, options?: { readonly withFileTypes?: boolean } | string | null) => {
    const entries = (await host('readdir', path)) as { readonly name: string; readonly isFolder: boolean }[];
    const isTyped = typeof options === 'object' && options?.withFileTypes;
    return isTyped
      ? entries.map(({ name, isFolder }) => ({ name, 'Symbol(type)': isFolder ? 2 : 1 }))
      : entries.map(({ name }) => name);
  },
  readFile: async (path: string, encoding?: string | null) => {
    const text = (await host('readFile', path)) as string;
    return encoding ? text : encoder.encode(text);
  },
  writeFile: (path: string, data: string | Uint8Array) =>
    host('writeFile', path, typeof data === 'string' ? data : decoder.decode(data)),
  mkdir: (path: string, options?: object) => host('mkdir', path, options ?? {}),
  rm: (path: string, options?: object) => host('rm', path, options ?? {}),
  rename: (from: string, to: string) => host('rename', from, to),
  watch: async (path: string, _options: unknown, listener: Listener) => {
    const id = await host('watch', path);
    let isOpen = true;
    void (async () => {
      while (isOpen) for (const name of (await host('changes', id)) as string[]) if (isOpen) listener('change', name);
    })();
    return proxy({
      close: async () => {
        isOpen = false;
        await host('unwatch', id);
      },
    });
  },
};

async function run(
  started: {
    readonly command: string;
    readonly args: readonly string[];
    readonly terminal?: object;
    readonly cwd?: string;
  },
  _stdout: unknown,
  _stderr: unknown,
  output: ((data: Uint8Array | null) => Promise<void>) | undefined,
): Promise<object> {
  const id = await host('spawn', started);
  void (async () => {
    for (;;) {
      const chunk = (await host('output', id)) as string | null;
      if (chunk === null) break;
      await output?.(encoder.encode(chunk));
    }
    await output?.(null);
  })();
  return proxy({
    write: (data: string) => host('input', id, data),
    kill: () => void host('kill', id),
    resize: (size: object) => void host('resize', id, size),
    onExit: host('exit', id),
  });
}

const instanceIn = (folder: string) => ({
  run,
  fs: () => proxy(files),
  previewScript: () => proxy({}),
  runtimeInfo: () => ({ path: '/bin', cwd: `/home/${folder}` }),
  loadFiles: (payload: Uint8Array, options: { readonly mountPoints?: string }) =>
    host('mount', options.mountPoints ?? '.', JSON.parse(decoder.decode(payload))),
  on: () => proxy(() => {}),
  setPreviewScript: () => {},
  teardown: () => host('teardown'),
});

const server = {
  build: async (options: { readonly workdirName: string }) => {
    await host('build', options);
    return proxy(instanceIn(options.workdirName));
  },
};

const { port1, port2 } = new MessageChannel();
expose(server, port1);
parent.postMessage({ type: 'init' }, '*', [port2]);
