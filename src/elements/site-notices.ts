import { device } from '#stores/device.ts';
import { build } from './build-element.ts';
import { saveOffer } from './save-offer.ts';
import { workAtRisk } from './work-at-risk.ts';

/**
 * Says what this device could not read or will not keep: a sentence each, and nothing when all is well. What is not kept can be
 * had as a file at once. Where something is not kept, the page does not go on saying that everything is, and the browser asks
 * before what was written goes with it.
 */
export class SiteNotices extends HTMLElement {
  #forget: (() => void)[] = [];
  /** One button for as long as there is something to say, so that somebody who is at it stays there. */
  #acts = saveOffer();

  connectedCallback(): void {
    this.#forget = [
      device.keeps.subscribe((keeps) => {
        document.documentElement.toggleAttribute('data-keeps-nothing', !keeps);
        // Some browsers do not keep a page for the way back while somebody may be asked.
        if (keeps) removeEventListener('beforeunload', askBeforeLosing);
        else addEventListener('beforeunload', askBeforeLosing);
      }),
      () => removeEventListener('beforeunload', askBeforeLosing),
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
}

function askBeforeLosing(event: BeforeUnloadEvent): void {
  if (workAtRisk.isThere()) event.preventDefault();
}

customElements.define('site-notices', SiteNotices);
