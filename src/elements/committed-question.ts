import type { ReadableAtom } from 'nanostores';
import { progress } from '#stores/progress.ts';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { connectChoices } from './choices.ts';

/**
 * A question with one committed answer. The choice is marked, and every option then says yes or no and why. Where the answer
 * is kept, each kind of question says for itself.
 */
export abstract class CommittedQuestion extends HTMLElement {
  #forget: (() => void) | undefined;

  /** What the learner committed to, if anything. */
  protected abstract committed(all: ProgressRecord): string | undefined;
  protected abstract commit(option: string): void;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = this.querySelector('button');
    if (!form || !button) return;
    const choices = connectChoices(form, button, [this.name]);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const option = choices.made()?.get(this.name);
      if (option !== undefined) this.commit(option);
      // The question and its options, which now say why, stay where they are: the answer is read from there on.
      this.querySelector<HTMLElement>('.card-after')?.focus({ preventScroll: true });
    });
    const all: ReadableAtom<ProgressRecord> = progress.all;
    this.#forget = all.subscribe((record) => {
      const committed = this.committed(record);
      if (committed !== undefined) this.#show(committed);
      else if (this.dataset.committed !== undefined) this.#ask();
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  /** The question's id, which is its inputs' name too. */
  protected get name(): string {
    return this.dataset.question ?? '';
  }

  /** As it was before anything was committed to: it was erased, or its loading was undone. */
  #ask(): void {
    for (const input of this.querySelectorAll('input')) {
      input.checked = false;
      input.disabled = false;
    }
    const button = this.querySelector('button');
    if (button) button.disabled = true;
    const details = this.querySelector('details');
    if (details) details.open = false;
    delete this.dataset.committed;
  }

  /** An answer of an older version of the question that is no longer among the options shows nothing. */
  #show(committed: string): void {
    const inputs = [...this.querySelectorAll('input')];
    if (!inputs.some((input) => input.value === committed)) return;
    for (const input of inputs) {
      input.checked = input.value === committed;
      input.disabled = input.value !== committed;
    }
    const details = this.querySelector('details');
    if (details) details.open = true;
    this.dataset.committed = committed;
    this.querySelector('.card-after')?.setAttribute('tabindex', '-1');
  }
}
