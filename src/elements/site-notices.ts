import { device } from '#stores/device.ts';
import { setAsideNames } from '#stores/set-aside.ts';
import { build } from './build-element.ts';
import { saveOffer } from './save-offer.ts';
import { sureButton } from './sure-button.ts';
import { workAtRisk } from './work-at-risk.ts';

/**
 * Says what this device could not read or will not keep: a sentence each, and nothing when all is well. It can be had as a file
 * at once, and what is set aside is spoken of until it is removed. Where something is not kept, the page does not go on saying
 * that everything is, and the browser asks before what was written goes with it.
 */
export class SiteNotices extends HTMLElement {
  #forget: (() => void)[] = [];
  /** One button for as long as there is something to say, so that somebody who is at it stays there. */
  #acts = saveOffer();
  #remove = sureButton('Remove what is set aside', 'Remove it for good', () => {
    for (const name of device.names(setAsideNames)) device.remove(name);
    // The button is gone, and nothing else of the notice may be left.
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  });

  connectedCallback(): void {
    this.#forget = [
      device.keeps.subscribe((keeps) => {
        document.documentElement.toggleAttribute('data-keeps-nothing', !keeps);
        // Some browsers do not keep a page for the way back while somebody may be asked.
        if (keeps) removeEventListener('beforeunload', askBeforeLosing);
        else addEventListener('beforeunload', askBeforeLosing);
      }),
      () => removeEventListener('beforeunload', askBeforeLosing),
      device.notices.subscribe(() => this.#draw()),
      device.watchAll(() => this.#draw()),
    ];
  }

  #draw(): void {
    const aside = device.names(setAsideNames).length;
    const sentences = [...device.notices.get(), ...(aside > 0 ? [asideSentence(aside)] : [])];
    // What the page itself says of its script is its own.
    const shown = [...this.querySelectorAll('p:not(.page-lost)')];
    if (sentences.join() !== shown.map(({ textContent }) => textContent).join()) {
      for (const old of shown) old.remove();
      this.prepend(...sentences.map((sentence) => build('p', {}, sentence)));
    }
    if (sentences.length === 0) this.#acts.remove();
    else if (!this.#acts.isConnected) this.append(this.#acts);
    if (aside === 0) this.#remove.remove();
    else if (!this.#remove.isConnected) this.#acts.append(' ', this.#remove);
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }
}

function asideSentence(count: number): string {
  const what = count === 1 ? 'One thing of yours is' : `${count} things of yours are`;
  return `${what} set aside on this device: not readable here, or replaced by another tab. A file of your work holds ${count === 1 ? 'it' : 'them'}, too.`;
}

function askBeforeLosing(event: BeforeUnloadEvent): void {
  if (workAtRisk.isThere()) event.preventDefault();
}

customElements.define('site-notices', SiteNotices);
