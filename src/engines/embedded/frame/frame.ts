/**
 * Runs inside the sandboxed frame: an origin of its own, no network, nothing but workers. It is told by the page which
 * worker to make and which to end, and never sees what they say: their ports go straight to the page.
 */
import type { FrameAsked, FrameOpening, FrameSaid } from '../messages.ts';

const workers = new Map<number, Worker>();

addEventListener('message', function open(event: MessageEvent<FrameOpening>) {
  const [port] = event.ports;
  if (event.source !== parent || !port) return;
  removeEventListener('message', open);
  const script = new Blob([event.data.script], { type: 'text/javascript' });
  const say = (said: FrameSaid) => port.postMessage(said);
  port.onmessage = ({ data, ports }: MessageEvent<FrameAsked>) => {
    if (data.kind === 'spawn') spawn(script, data.worker, ports, say);
    else end(data.worker, say);
  };
});

/** Each worker has an address of its own, gone as soon as it is loaded, so that no code inside can load the grader again. */
function spawn(script: Blob, id: number, ports: readonly MessagePort[], say: (said: FrameSaid) => void): void {
  const url = URL.createObjectURL(script);
  const worker = new Worker(url);
  workers.set(id, worker);
  worker.onmessage = () => URL.revokeObjectURL(url);
  worker.onerror = (event) => {
    event.preventDefault();
    say({ kind: 'broke', worker: id, because: event.message });
  };
  worker.postMessage(null, [...ports]);
}

function end(id: number, say: (said: FrameSaid) => void): void {
  workers.get(id)?.terminate();
  workers.delete(id);
  say({ kind: 'ended', worker: id });
}
