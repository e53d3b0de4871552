import { FrameHost, type WorkerLine } from './frame-host.ts';
import { parseWorkerSaid } from './parse-worker-said.ts';

/** A frame with a warm worker in it. Replaces the frame when it died. */
export interface Sandbox {
  /** A worker that nothing has run in yet. */
  take(): Promise<WorkerLine>;
  /** Kills a worker. False when the whole frame had died with it; a new one is then on its way. */
  end(line: WorkerLine): Promise<boolean>;
  /** Makes the next worker warm. */
  warm(): void;
  dispose(): void;
}

/** Rejects with a sentence for the learner when this browser cannot run the sandbox. */
export async function openSandbox(urls?: { readonly frameUrl: string; readonly graderUrl: string }): Promise<Sandbox> {
  if (typeof Worker === 'undefined' || typeof MessageChannel === 'undefined')
    throw new Error(`This browser has no workers, so code cannot run in this page. ${STILL_WORKS}`);
  const { frameUrl, graderUrl } = urls ?? (await import('./sandbox-urls.ts'));
  const script = await graderScript(graderUrl);
  let frame = FrameHost.open(frameUrl, script);
  let spare: Promise<WorkerLine> | undefined;
  const spawned = async (): Promise<WorkerLine> => readyWorker(await frame);
  const sandbox: Sandbox = {
    async take() {
      const line = spare ?? spawned();
      spare = undefined;
      return line;
    },
    async end(line) {
      const old = await frame;
      if (await old.end(line, FRAME_ANSWER_MS)) return true;
      if (old === (await frame)) {
        old.dispose();
        spare = undefined;
        frame = FrameHost.open(frameUrl, script);
      }
      return false;
    },
    warm() {
      spare ??= spawned();
      spare.catch(() => {
        spare = undefined;
      });
    },
    dispose() {
      frame.then((one) => one.dispose());
    },
  };
  sandbox.warm();
  try {
    await spare;
  } catch (error) {
    sandbox.dispose();
    throw error;
  }
  return sandbox;
}

/** A frame that lives answers in a millisecond, whatever its workers do. */
const FRAME_ANSWER_MS = 700;
const READY_MS = 10_000;
const STILL_WORKS =
  'Reading, editing and saving still work; to run and check, use a current Chrome, Edge, Firefox or Safari.';

async function graderScript(url: string): Promise<string> {
  const trouble =
    'The sandbox could not be loaded. Your code is safe; reload the page, or check the connection, to run it.';
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new Error(trouble);
  return response.text().catch(() => {
    throw new Error(trouble);
  });
}

/** The first thing a worker says is that its realm is closed; one that cannot say so is of no use. */
function readyWorker(frame: FrameHost): Promise<WorkerLine> {
  return new Promise((resolve, reject) => {
    const line = frame.spawn();
    const timer = setTimeout(
      () =>
        reject(
          new Error(
            `The sandbox did not start: the browser, an extension or a network filter blocks its frame. Allow frames on this site and reload. ${STILL_WORKS}`,
          ),
        ),
      READY_MS,
    );
    frame.onBroke = (worker, because) => {
      if (worker !== line.id) return;
      clearTimeout(timer);
      reject(new Error(`The sandbox did not start (${because}). ${STILL_WORKS}`));
    };
    line.port.onmessage = ({ data }) => {
      if (parseWorkerSaid(data)?.kind !== 'ready') return;
      clearTimeout(timer);
      resolve(line);
    };
  });
}
