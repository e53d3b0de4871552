import { device } from '#stores/device.ts';

/** Says what this device could not read or will not keep: a sentence each, and nothing when all is well. */
export class SiteNotices extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
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
