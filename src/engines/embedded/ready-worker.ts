import { parseWorkerSaid } from '../supervision/parse-worker-said.ts';
import type { WorkerLine } from '../supervision/workers.ts';
import type { FrameHost } from './frame-host.ts';

export const STILL_WORKS =
  'Reading, editing and saving still work; to run and check, use a current Chrome, Edge, Firefox or Safari.';

/**
 * A worker that has closed its realm, which is the first thing it says. Rejects with a sentence for the learner when none
 * is ready in time: a frame that is blocked looks loaded and says nothing.
 */
export function readyWorker(frame: Promise<FrameHost>, deadlineMs: number): Promise<WorkerLine> {
  return new Promise((resolve, reject) => {
    const refuse = (because: string) => {
      clearTimeout(timer);
      reject(new Error(because));
    };
    const timer = setTimeout(() => refuse(blocked(deadlineMs)), deadlineMs);
    frame.then((host) => {
      const line = host.spawn();
      host.onBroke = (worker, because) => {
        if (worker === line.id) refuse(`The sandbox did not start (${because}). ${STILL_WORKS}`);
      };
      line.port.onmessage = ({ data }) => {
        if (parseWorkerSaid(data)?.kind !== 'ready') return;
        clearTimeout(timer);
        resolve(line);
      };
    }, reject);
  });
}

function blocked(deadlineMs: number): string {
  return `The sandbox did not start within ${deadlineMs / 1000} s: the browser, an extension or a network filter blocks its frame, or this device is very busy. Try again; if that does not help, allow frames on this site and reload. ${STILL_WORKS}`;
}
