import { savesData, whenIdle } from '#editor/intent.ts';
import { device } from '#stores/device.ts';
import { build, button } from './build-element.ts';
import { createCourseWorker } from './course-worker.ts';
import { saveOffer } from './save-offer.ts';

/**
 * Keeps the course on the device for when there is no network, and says when a newer version is there. It is taken when
 * somebody wants it: what they have written is saved as they type, or can be had as a file first, and the pages of two
 * versions never mix.
 */
export class SiteUpdate extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const { worker: address } = document.body.dataset;
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    // Whoever saves data is not made to keep the course; who keeps it already hears of newer versions all the same.
    if (!address || !workers || (savesData() && !workers.controller)) return;
    const worker = createCourseWorker(workers, {
      waits: (take) => this.#say('A newer version of this course is here.', 'Take it now', take),
      tookOver: (askedBy) => {
        const isWanted = askedBy === 'this page';
        const words = isWanted ? 'The newer version is here.' : 'Another tab has taken a newer version of this course.';
        // It stays where the browser asks before the page goes, and somebody stays.
        this.#say(words, 'Reload this one', () => location.reload());
        if (isWanted) location.reload();
      },
    });
    const register = () => void worker.register(address);
    // What a reader waits for comes first.
    if (document.readyState === 'complete') whenIdle(register);
    else addEventListener('load', () => whenIdle(register), { once: true });
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  #say(words: string, act: string, press: () => void): void {
    this.#forget();
    this.#forget = device.keeps.subscribe((keeps) => {
      const go = button(act, 'text-button', press);
      if (keeps) this.replaceChildren(build('p', {}, `${words} What you have written stays as it is. `, go));
      else this.replaceChildren(build('p', {}, `${words} ${NOT_KEPT}`), saveOffer(), build('p', {}, go));
    });
  }
}

const NOT_KEPT =
  'Taking it loads this page anew, and this browser does not keep what you have written: save your work as a file first.';

customElements.define('site-update', SiteUpdate);
