import { machine } from '#world/machine.ts';

/** One macrotask: when it resolves, every microtask that was waiting has run. */
export const hop: () => Promise<void> = machine.setImmediate ? nodeHop(machine.setImmediate) : browserHop();

/** Node reports unhandled rejections before the next macrotask. */
function nodeHop(setImmediate: (run: () => void) => void): () => Promise<void> {
  return () => new Promise(setImmediate);
}

/** A timer would be held back for four milliseconds. Browsers report unhandled rejections one task late, so it takes two. */
function browserHop(): () => Promise<void> {
  const { port1, port2 } = new machine.MessageChannel!();
  const waiting: (() => void)[] = [];
  let isSecond = false;
  port1.onmessage = () => {
    isSecond = !isSecond;
    if (isSecond) port2.postMessage(0);
    else waiting.shift()!();
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(0);
    });
}
