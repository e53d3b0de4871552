import { harden } from '../src/engines/embedded/worker/harden.ts';
import { labRounds } from './lab-rounds.ts';

/** The lab's benchmark in a worker whose realm is closed, as that of the embedded engine is. */
const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: ReadonlyMap<string, string>; readonly ports: readonly MessagePort[] }) => void;
  addEventListener: (type: 'message', hear: (event: MessageEvent) => void) => void;
};
const now = performance.now.bind(performance);
const close = () => harden(globalThis, {});

scope.addEventListener('message', async ({ data, ports: [port] }) => {
  const reached = await labRounds(data as ReadonlyMap<string, string>, now, close);
  port!.postMessage(reached);
});
