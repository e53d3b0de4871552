import { progress } from '#stores/progress.ts';
import { progressOf } from '#stores/progress-record.ts';

/** Help in steps: the next hint shows once the one before has been opened. Nothing is locked, and what was opened is remembered. */
export class HintLadder extends HTMLElement {
  #exercise = '';

  connect(exercise: string): void {
    this.#exercise = exercise;
    const opened = progressOf(progress.all.get(), exercise).help.hints;
    for (const [index, hint] of this.#hints().entries()) {
      if (index < opened) hint.dataset.seen = '';
      hint.addEventListener('toggle', () => this.#seen(index));
    }
  }

  /** "Hint 2 of 6": the first one that has not been opened, or the last. */
  nextWords(): string {
    return this.#next()?.querySelector('summary')?.textContent ?? '';
  }

  openNext(): void {
    const next = this.#next();
    if (!next) return;
    next.open = true;
    next.querySelector('summary')?.focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  #seen(index: number): void {
    const hint = this.#hints()[index];
    if (!hint?.open) return;
    hint.dataset.seen = '';
    progress.helped(this.#exercise, { hints: index + 1 });
  }

  #next(): HTMLDetailsElement | undefined {
    const hints = this.#hints();
    return hints.find((hint) => hint.dataset.seen === undefined) ?? hints.at(-1);
  }

  #hints(): readonly HTMLDetailsElement[] {
    return [...this.querySelectorAll('details')];
  }
}

customElements.define('hint-ladder', HintLadder);
