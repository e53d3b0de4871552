import { device } from '#stores/device.ts';
import { asideOf } from '#stores/set-aside.ts';
import { build, button } from './build-element.ts';
import { saveOffer } from './save-offer.ts';
import { workAtRisk } from './work-at-risk.ts';

/**
 * Says what this device could not read or will not keep: a sentence each, and nothing when all is well. It can be had as a file
 * at once, and what is set aside is spoken of until it is removed. Where something is not kept, the page does not go on saying that everything is, and the browser asks
 * before what was written goes with it.
 */
export class SiteNotices extends HTMLElement {
  #forget: (() => void)[] = [];
  /** One button for as long as there is something to say, so that somebody who is at it stays there. */
  #acts = saveOffer();
  #remove = button('Remove what is set aside', 'btn', () => {
    for (const name of device.names(asideOf())) device.remove(name);
    this.#draw();
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
    const aside = device.names(asideOf()).length;
    const said = device.notices.get();
    const sentences = said.length === 0 && aside > 0 ? [asideSentence(aside)] : said;
    const shown = [...this.querySelectorAll('p')];
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
  const what = count === 1 ? 'One thing that could not be read is' : `${count} things that could not be read are`;
  return `${what} set aside on this device. Nothing was deleted: it goes along when you save your work as a file.`;
}

function askBeforeLosing(event: BeforeUnloadEvent): void {
  if (workAtRisk.isThere()) event.preventDefault();
}

customElements.define('site-notices', SiteNotices);
