import { progress } from '#stores/progress.ts';
import { progressOf } from '#stores/progress-record.ts';
import { solvedStanding } from '#stores/solved-standing.ts';
import { parseNamedChecks } from './named-checks.ts';
import { grownWords, heldOf, solvedWords } from './site-progress-words.ts';

/**
 * Says how far an exercise is on this device, and carries it in `data-standing`: `solved`, `reopened`, `begun` or nothing.
 * `data-exercise`; `data-checks`: its checks by id, see `parseNamedChecks`.
 */
export class SiteSolved extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const checks = parseNamedChecks(this.dataset.checks ?? '');
    this.#forget = progress.all.subscribe((all) => {
      const current = progressOf(all, this.dataset.exercise ?? '');
      const standing = solvedStanding(current, checks);
      const held = heldOf(
        current,
        checks.map(({ id }) => id),
      );
      this.dataset.standing = standing.kind === 'open' ? (held > 0 ? 'begun' : '') : standing.kind;
      if (standing.kind === 'solved') this.textContent = solvedWords(standing.solved);
      else if (standing.kind === 'reopened')
        this.textContent = `${solvedWords(standing.solved)}. ${grownWords(standing.grown)}`;
      else this.textContent = held > 0 ? `${held} of ${checks.length} checks have held` : '';
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }
}

customElements.define('site-solved', SiteSolved);
