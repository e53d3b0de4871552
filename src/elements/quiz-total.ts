import { parseEvidence } from '#exercise/evidence.ts';
import { progress } from '#stores/progress.ts';
import { quizWords } from './site-progress-words.ts';

/** How a quiz came out, below its last question. `data-evidence`: what is right, as evidence of the kind `quiz`. */
export class QuizTotal extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const evidence = parseEvidence(this.dataset.evidence ?? '');
    const words = this.querySelector('[data-words="total"]');
    if (evidence.kind !== 'quiz' || !words) return;
    this.#forget = progress.all.subscribe((all) => {
      words.textContent = quizWords(all, evidence.right);
      this.toggleAttribute('data-said', words.textContent !== '');
    });
    // Only what comes of an answer is said.
    words.setAttribute('role', 'status');
  }

  disconnectedCallback(): void {
    this.#forget();
  }
}

customElements.define('quiz-total', QuizTotal);
