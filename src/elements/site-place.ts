import { device } from '#stores/device.ts';
import { leaveAt, placeName, whereLeft } from '#stores/place.ts';

/** Remembers this page, and the part of it, as the place where the learner left, once they have read or done something on it. `data-page`. */
export class SitePlace extends HTMLElement {
  #forget: (() => void)[] = [];

  connectedCallback(): void {
    let isUsed = false;
    const use = () => {
      isUsed = true;
    };
    const signs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    const main = document.querySelector('main');
    for (const sign of signs) main?.addEventListener(sign, use, { passive: true });
    this.#forget = [
      device.beforeLeaving(() => {
        if (!isUsed) return;
        const part = partInView();
        leaveAt({ page: this.dataset.page ?? '', ...(part ? { part } : {}) });
      }),
      // Erased in another tab, it is not brought back by leaving.
      device.watch(placeName, () => {
        if (!whereLeft()) isUsed = false;
      }),
      () => {
        for (const sign of signs) main?.removeEventListener(sign, use);
      },
    ];
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }
}

/** The last heading or exercise that begins above the middle of the window. */
function partInView(): string | undefined {
  const parts = [...document.querySelectorAll('main :is(h2, code-sandbox)[id]')];
  const inView = parts.findLast((part) => part.getBoundingClientRect().top < innerHeight / 2);
  return inView?.localName === 'code-sandbox' ? inView.id : (inView?.closest('code-sandbox')?.id ?? inView?.id);
}

customElements.define('site-place', SitePlace);
