import { device } from '#stores/device.ts';
import { build, button } from './build-element.ts';

/**
 * Says what this device could not read or will not keep: a sentence each, and nothing when all is well. What is not kept can be
 * had as a file at once. Where something is not kept, the page does not go on saying that everything is.
 */
export class SiteNotices extends HTMLElement {
  #forget: (() => void)[] = [];
  /** One button for as long as there is something to say, so that somebody who is at it stays there. */
  #save = button(SAVE, 'btn', () => void this.#hand());
  #acts = build('div', { class: 'notices-acts' }, this.#save);

  connectedCallback(): void {
    this.#forget = [
      device.keeps.subscribe((keeps) => {
        document.documentElement.toggleAttribute('data-keeps-nothing', !keeps);
      }),
      device.notices.subscribe((notices) => {
        const sentences = notices.map((notice) => build('p', {}, notice));
        for (const old of this.querySelectorAll('p')) old.remove();
        this.prepend(...sentences);
        if (notices.length === 0) this.#acts.remove();
        else if (!this.#acts.isConnected) this.append(this.#acts);
      }),
    ];
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  async #hand(): Promise<void> {
    // Comes for whoever asks for it.
    const { saveWork } = await import('./save-work.ts');
    this.#save.textContent = `${SAVE} (saved as ${saveWork()})`;
  }
}

const SAVE = 'Save your work as a file';

customElements.define('site-notices', SiteNotices);
