import { progress, progressOf } from '#stores/progress.ts';
import { heldOf, solvedWords } from './site-progress-words.ts';

/** Says how far an exercise is on this device, and carries it in `data-standing`: `solved`, `begun` or nothing. `data-exercise`; `data-checks` are ids with spaces between. */
export class SiteSolved extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const checks = (this.dataset.checks ?? '').split(' ');
    this.#forget = progress.all.subscribe((all) => {
      const current = progressOf(all, this.dataset.exercise ?? '');
      const held = heldOf(current, checks);
      this.dataset.standing = current.solved ? 'solved' : held > 0 ? 'begun' : '';
      if (current.solved) this.textContent = solvedWords(current.solved);
      else this.textContent = held > 0 ? `${held} of ${checks.length} checks have held` : '';
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }
}

customElements.define('site-solved', SiteSolved);
