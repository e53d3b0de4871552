import { savesData, whenIdle } from '#editor/intent.ts';
import { build, button } from './build-element.ts';

/**
 * Keeps the course on the device for when there is no network, and says when a newer version is there. It is taken when
 * somebody wants it: what they have written is saved as they type, and the pages of two versions never mix.
 */
export class SiteUpdate extends HTMLElement {
  #isTaking = false;

  connectedCallback(): void {
    const { worker } = document.body.dataset;
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    if (!worker || !workers || savesData()) return;
    const hadOne = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
      if (this.#isTaking) location.reload();
      else if (hadOne)
        this.#say('Another tab has taken a newer version of this course.', 'Reload this one', () => location.reload());
    });
    const register = () => void this.#register(workers, worker, [...PAUSES_MS]);
    // What a reader waits for comes first.
    if (document.readyState === 'complete') whenIdle(register);
    else addEventListener('load', () => whenIdle(register), { once: true });
  }

  /** A network that breaks off in the middle breaks all of it: what has come by then is not fetched again. */
  async #register(workers: ServiceWorkerContainer, worker: string, pausesMs: number[]): Promise<void> {
    // Private windows and some settings forbid it, or answer nothing; everything works then, only not without a network.
    const registration = await workers.register(worker).catch(() => undefined);
    if (registration) {
      this.#follow(registration);
      if (await isKept(registration)) return;
    }
    const pauseMs = pausesMs.shift();
    if (pauseMs !== undefined) setTimeout(() => void this.#register(workers, worker, pausesMs), pauseMs);
  }

  #follow(registration: ServiceWorkerRegistration): void {
    const offer = ({ waiting }: ServiceWorkerRegistration) => {
      if (waiting && registration.active) this.#offer(waiting);
    };
    offer(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => offer(registration));
    });
  }

  #offer(waiting: ServiceWorker): void {
    this.#say('A newer version of this course is here. What you have written stays as it is.', 'Take it now', () => {
      this.#isTaking = true;
      waiting.postMessage('take over');
    });
  }

  #say(words: string, act: string, press: () => void): void {
    this.replaceChildren(build('p', {}, words, ' ', button(act, 'text-button', press)));
  }
}

/** Resolves to whether some version has all of its files, once that is known. */
function isKept({ installing, waiting, active }: ServiceWorkerRegistration): Promise<boolean> {
  if (active ?? waiting) return Promise.resolve(true);
  return new Promise((resolve) => {
    const look = () => {
      if (installing?.state === 'installing') return;
      resolve(installing !== null && installing.state !== 'redundant');
    };
    installing?.addEventListener('statechange', look);
    look();
  });
}

/** Before it is tried again: after them, whoever opens the next page. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000];

customElements.define('site-update', SiteUpdate);
