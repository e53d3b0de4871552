import { device } from '#stores/device.ts';

/**
 * Says what this device could not read or will not keep: a sentence each, and nothing when all is well. Where it keeps
 * nothing, the page does not go on saying that it does.
 */
export class SiteNotices extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    document.documentElement.toggleAttribute('data-keeps-nothing', !device.lasting);
    this.#forget = device.notices.subscribe((notices) => {
      this.replaceChildren(
        ...notices.map((notice) => {
          const sentence = document.createElement('p');
          sentence.textContent = notice;
          return sentence;
        }),
      );
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }
}

customElements.define('site-notices', SiteNotices);
