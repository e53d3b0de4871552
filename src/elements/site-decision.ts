import { progress } from '#stores/progress.ts';
import { answersTo, type DecisionAnswers, questionsOf } from './decision-answers.ts';
import { findPart } from './find-part.ts';

/**
 * One case: a way and a reason are committed to together, and then each way, each reason and the measured costs are there to
 * read. `data-decision` is the case's id, and the name of its inputs.
 */
export class SiteDecision extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const button = findPart(this, 'button', HTMLButtonElement);
    const chosen = () =>
      questionsOf(this.#name).map((name) => [name, String(new FormData(form).get(name) ?? '')] as const);
    const isComplete = () => chosen().every(([, option]) => option !== '');
    const allow = () => {
      button.disabled = !isComplete();
    };

    form.addEventListener('change', allow);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!isComplete()) return;
      for (const [name, option] of chosen()) progress.answerQuestion(name, option);
      this.querySelector<HTMLElement>('.card-after')?.focus();
    });
    // A browser that comes back to the page keeps what was chosen.
    allow();
    this.#forget = progress.all.subscribe((all) => {
      const answers = answersTo(all, this.#name, this.#offered);
      if (answers) this.#show(answers);
    });
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  get #name(): string {
    return this.dataset.decision ?? '';
  }

  get #inputs(): readonly HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  get #offered(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      questionsOf(this.#name).map((name) => [
        name,
        this.#inputs.filter((input) => input.name === name).map(({ value }) => value),
      ]),
    );
  }

  #show(answers: DecisionAnswers): void {
    for (const input of this.#inputs) {
      input.checked = answers.get(input.name) === input.value;
      input.disabled = !input.checked;
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-way]'))
      row.toggleAttribute('data-chosen', row.dataset.way === answers.get(this.#name));
    const details = this.querySelector('details');
    if (details) details.open = true;
    this.dataset.committed = '';
    this.querySelector('.card-after')?.setAttribute('tabindex', '-1');
  }
}

customElements.define('site-decision', SiteDecision);
