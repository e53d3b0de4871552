import { type ProgressRecord, progress, progressOf } from '#stores/progress.ts';
import { type Evidence, evidenceOf, evidenceWords } from './site-progress-words.ts';

/** The squares of one outcome. Each names an exercise and a check in its data; the words below them count what has been shown. */
export class SiteEvidence extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    this.#forget = progress.all.subscribe((all) => this.#fill(all));
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #fill(all: ProgressRecord): void {
    const squares = [...this.querySelectorAll<HTMLElement>('[data-check]')];
    const evidence = squares.map(({ dataset }) =>
      evidenceOf(progressOf(all, dataset.exercise ?? ''), dataset.check ?? ''),
    );
    squares.forEach((square, index) => {
      square.className = classes[evidence[index] ?? 'open'];
    });
    const words = this.querySelector('[data-words]');
    if (words) words.textContent = evidenceWords(evidence);
  }
}

const classes: Record<Evidence, string> = { open: '', shown: 'is-shown', helped: 'is-helped' };

customElements.define('site-evidence', SiteEvidence);
