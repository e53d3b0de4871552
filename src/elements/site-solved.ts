import { progress, progressOf } from '#stores/progress.ts';
import { heldOf, solvedWords } from './site-progress-words.ts';

/** Says in the head of a page how far its exercise is on this device. `data-exercise`; `data-checks` are ids with spaces between. */
export class SiteSolved extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const checks = (this.dataset.checks ?? '').split(' ');
    this.#forget = progress.all.subscribe((all) => {
      const current = progressOf(all, this.dataset.exercise ?? '');
      const held = heldOf(current, checks);
      if (current.solved) this.textContent = solvedWords(current.solved);
      else this.textContent = held > 0 ? `${held} of ${checks.length} checks have held` : '';
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }
}

customElements.define('site-solved', SiteSolved);
