/**
 * Runs the embedded engine's own script in a thread of Node, closed realm and all: a realm that holds no more than a browser's
 * worker would give it. For tests; in the page it runs in a real worker.
 */
import vm from 'node:vm';
import { workerData } from 'node:worker_threads';

const { port, script } = workerData;
const texts = new Map();
const hearers = new Map();
const realm = vm.createContext({});
const world = vm.runInContext('globalThis', realm);

const PLATFORM =
  `URL URLSearchParams TextEncoder TextDecoder structuredClone DOMException MessagePort MessageChannel setImmediate
  performance setTimeout setInterval clearInterval`.split(/\s+/);
for (const name of PLATFORM)
  Object.defineProperty(world, name, { value: globalThis[name], writable: true, configurable: true });

class Blob {
  constructor(parts) {
    this.text = parts.join('');
  }
}
URL.createObjectURL = ({ text }) => {
  const address = `blob:${texts.size + 1}`;
  texts.set(address, text);
  return address;
};
URL.revokeObjectURL = () => {};
Object.assign(world, {
  Blob,
  importScripts: (address) => vm.runInContext(texts.get(address), realm),
  addEventListener: (name, hear) => hearers.set(name, hear),
  removeEventListener: (name) => hearers.delete(name),
  postMessage: () => {},
});
process.on('unhandledRejection', (reason) => hearers.get('unhandledrejection')?.({ reason, preventDefault() {} }));
// Node cannot freeze a realm's global object itself; everything in it is.
vm.runInContext(
  '{ const { freeze } = Object; const world = globalThis; Object.freeze = (one) => (one === world ? one : freeze(one)); }',
  realm,
);

// Node makes the class of a message's event when the first one comes, and cannot once built-ins are frozen.
port.onmessage = () => {
  port.onmessage = null;
  vm.runInContext(script, realm, { filename: 'grader.js' });
  hearers.get('message')({ ports: [port] });
};
