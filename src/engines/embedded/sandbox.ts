import type { WorkerLine, Workers } from '../supervision/workers.ts';
import { FrameHost } from './frame-host.ts';
import { readyWorker, STILL_WORKS } from './ready-worker.ts';

export interface SandboxUrls {
  /** Of the frame's page. */
  readonly frameUrl: string;
  /** Of the grader's script. */
  readonly graderUrl: string;
}

/** A part of the page that comes late, when somebody is about to run something: by then the connection may be gone. */
async function fetchedUrls(): Promise<SandboxUrls> {
  try {
    return await import('./sandbox-urls.ts');
  } catch {
    throw new Error(
      `What runs your code could not be fetched. Check the connection and try again, or reload the page. ${STILL_WORKS}`,
    );
  }
}

/** Rejects with a sentence for the learner when this browser cannot run the sandbox, or not within `readyMs`. */
export async function openSandbox(readyMs: number, urls?: SandboxUrls): Promise<Workers> {
  if (typeof Worker === 'undefined' || typeof MessageChannel === 'undefined') {
    throw new Error(`This browser has no workers, so code cannot run in this page. ${STILL_WORKS}`);
  }
  const { frameUrl, graderUrl } = urls ?? (await fetchedUrls());
  const sandbox = new WarmSandbox(frameUrl, await graderScript(graderUrl), readyMs);
  try {
    await sandbox.warm();
  } catch (error) {
    sandbox.dispose();
    throw error;
  }
  return sandbox;
}

async function graderScript(url: string): Promise<string> {
  const response = await fetch(url).catch(() => undefined);
  const script = response?.ok ? await response.text().catch(() => undefined) : undefined;
  if (script !== undefined) return script;
  throw new Error(
    'The sandbox could not be loaded. Your code is safe; reload the page, or check the connection, to run it.',
  );
}

/** A frame with a warm worker in it. Replaces the frame when it died. */
class WarmSandbox implements Workers {
  readonly #frameUrl: string;
  readonly #script: string;
  readonly #readyMs: number;
  #frame: Promise<FrameHost>;
  #spare: Promise<WorkerLine> | undefined;

  constructor(frameUrl: string, script: string, readyMs: number) {
    this.#frameUrl = frameUrl;
    this.#script = script;
    this.#readyMs = readyMs;
    this.#frame = FrameHost.open(frameUrl, script);
  }

  take(): Promise<WorkerLine> {
    const line = this.#spare ?? readyWorker(this.#frame, this.#readyMs);
    this.#spare = undefined;
    return line;
  }

  giveBack(line: WorkerLine): void {
    void this.#spare?.then(
      (colder) => this.end(colder),
      () => {},
    );
    this.#spare = Promise.resolve(line);
  }

  async end(line: WorkerLine): Promise<boolean> {
    const host = await this.#frame;
    if (await host.end(line, FRAME_ANSWER_MS)) return true;
    if (host === (await this.#frame)) {
      host.dispose();
      this.#spare = undefined;
      this.#frame = FrameHost.open(this.#frameUrl, this.#script);
    }
    return false;
  }

  async warm(): Promise<void> {
    const spare = this.#spare ?? readyWorker(this.#frame, this.#readyMs);
    this.#spare = spare;
    try {
      await spare;
    } catch (error) {
      if (this.#spare === spare) this.#spare = undefined;
      throw error;
    }
  }

  dispose(): void {
    void this.#frame.then((host) => host.dispose());
  }
}

/** A frame that lives answers in a millisecond, whatever its workers do. */
const FRAME_ANSWER_MS = 700;
