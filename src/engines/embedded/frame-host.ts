import type { WorkerLine } from '../supervision/workers.ts';
import { type FrameAsked, type FrameSaid, HERE } from './messages.ts';

/**
 * The page's side of the sandboxed frame. The frame has an origin of its own, so browsers give it a process of its own, and
 * nothing that runs in it can hold up the page. It may die without a word: whoever waits for it needs a deadline.
 */
export class FrameHost {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #ended = new Map<number, () => void>();
  /** Hears of workers that could not start. */
  onBroke: (worker: number, because: string) => void = () => {};
  #workers = 0;

  private constructor(element: HTMLIFrameElement, port: MessagePort) {
    this.#element = element;
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<FrameSaid>) => {
      if (data.kind === 'ended') this.#ended.get(data.worker)?.();
      else this.onBroke(data.worker, data.because);
    };
  }

  /** Resolves when the frame's document has loaded, which also happens when it was blocked: a worker that is ready is the proof. */
  static async open(url: string, script: string): Promise<FrameHost> {
    const element = document.createElement('iframe');
    // Without `allow-same-origin` its origin is opaque: no cookies, no storage, no way into this page.
    element.setAttribute('sandbox', 'allow-scripts');
    element.setAttribute('aria-hidden', 'true');
    element.referrerPolicy = 'no-referrer';
    element.tabIndex = -1;
    element.title = 'Sandbox';
    element.style.cssText = 'position:absolute;width:0;height:0;border:0;visibility:hidden';
    await place(element, url);
    const { port1, port2 } = new MessageChannel();
    element.contentWindow?.postMessage({ script }, '*', [port2]);
    return new FrameHost(element, port1);
  }

  spawn(): WorkerLine {
    const id = ++this.#workers;
    const { port1, port2 } = new MessageChannel();
    this.#ask({ kind: 'spawn', worker: id }, port2);
    return { id, port: port1, ask: (asked) => port1.postMessage(asked) };
  }

  /** Kills the worker whatever it is doing. False when the frame itself did not answer in time: it is gone. */
  end(line: WorkerLine, deadlineMs: number): Promise<boolean> {
    line.port.close();
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(false), deadlineMs);
      const finish = (answered: boolean) => {
        clearTimeout(timer);
        this.#ended.delete(line.id);
        resolve(answered);
      };
      this.#ended.set(line.id, () => finish(true));
      this.#ask({ kind: 'end', worker: line.id });
    });
  }

  dispose(): void {
    this.#port.close();
    this.#element.remove();
  }

  #ask(asked: FrameAsked, ...ports: MessagePort[]): void {
    this.#port.postMessage(asked, ports);
  }
}

/**
 * By its address where that is let in, and else written into the frame, where it inherits this page's isolation and policy. A
 * service worker has no say over a frame with an origin of its own: without a network the frame does not come. And an isolated
 * page in Firefox takes such a frame only with a header that a host may not send.
 */
async function place(element: HTMLIFrameElement, url: string): Promise<void> {
  const answer = await fetch(url).catch(() => undefined);
  // What cannot be fetched is refused by its address, and the browser says so where one looks for it.
  if (!answer || isLetIn(answer)) {
    const isThere = speaks(element);
    await loaded(element, () => {
      element.src = url;
      document.body.append(element);
    });
    if (!answer || (await isThere)) return;
  }
  const page = await answer.text();
  await loaded(element, () => {
    element.removeAttribute('src');
    element.srcdoc = page;
    document.body.append(element);
  });
}

function isLetIn({ headers }: Response): boolean {
  return !crossOriginIsolated || headers.get('Cross-Origin-Resource-Policy') === 'cross-origin';
}

function loaded(element: HTMLIFrameElement, begin: () => void): Promise<void> {
  return new Promise((resolve) => {
    element.addEventListener('load', () => resolve(), { once: true });
    begin();
  });
}

/** Whether the frame's own page comes and says so: a blocked one loads, too, and is silent. */
function speaks(element: HTMLIFrameElement): Promise<boolean> {
  return new Promise((resolve) => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (data === HERE && source === element.contentWindow) finish(true);
    };
    const finish = (isThere: boolean) => {
      removeEventListener('message', hear);
      resolve(isThere);
    };
    addEventListener('message', hear);
    // WebKit tells of the load first.
    element.addEventListener('load', () => setTimeout(finish, SPEAKS_MS, false), { once: true });
  });
}

/** A page that is there says so at once. */
const SPEAKS_MS = 500;
