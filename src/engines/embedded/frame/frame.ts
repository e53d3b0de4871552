/**
 * Runs inside the sandboxed frame: an origin of its own, no network, nothing but workers. It is told by the page which
 * worker to make and which to end, and never sees what they say: their ports go straight to the page.
 */
import { type FrameAsked, type FrameOpening, type FrameSaid, HERE } from '../messages.ts';

const workers = new Map<number, Worker>();

addEventListener('message', function open(event: MessageEvent<FrameOpening>) {
  const [port] = event.ports;
  if (event.source !== parent || !port) return;
  removeEventListener('message', open);
  const say = (said: FrameSaid) => port.postMessage(said);
  port.onmessage = ({ data, ports }: MessageEvent<FrameAsked>) => {
    if (data.kind === 'spawn') spawn(event.data.script, data.worker, ports, say);
    else end(data.worker, say);
  };
});

/**
 * What a worker begins with: it loads the script that it is sent, and hands it the port. The script's address is its own and
 * gone as soon as it is loaded, so that no code inside can load the grader again. In the frame of an isolated page WebKit (2.50)
 * loads nothing from such an address; there the text itself is the address.
 */
const BEGINNING = `data:text/javascript,${encodeURIComponent(
  `addEventListener('message', ({ data, ports }) => {
    const url = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
    try {
      importScripts(url);
    } catch (error) {
      if (error.name !== 'NetworkError') throw error;
      importScripts('data:text/javascript,' + encodeURIComponent(data));
    } finally {
      URL.revokeObjectURL(url);
    }
    dispatchEvent(new MessageEvent('message', { ports }));
  }, { once: true });`,
)}`;

function spawn(script: string, id: number, ports: readonly MessagePort[], say: (said: FrameSaid) => void): void {
  const worker = new Worker(BEGINNING);
  workers.set(id, worker);
  worker.onerror = (event) => {
    event.preventDefault();
    // What did not even load has no message.
    say({ kind: 'broke', worker: id, because: event.message || 'the browser did not load its worker' });
  };
  worker.postMessage(script, [...ports]);
}

function end(id: number, say: (said: FrameSaid) => void): void {
  workers.get(id)?.terminate();
  workers.delete(id);
  say({ kind: 'ended', worker: id });
}

// A frame that was blocked loads, too, and says nothing.
parent.postMessage(HERE, '*');
