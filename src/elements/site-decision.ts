import { progress } from '#stores/progress.ts';
import { connectChoices } from './choices.ts';
import {
  answersTo,
  type DecisionAnswers,
  decisionWords,
  goesOf,
  questionsOf,
  type WayVerdict,
} from './decision-answers.ts';
import { findPart } from './find-part.ts';

/**
 * One case: a way and a reason are committed to together, and then each way, each reason and the measured costs are there to
 * read, and what the decision was worth. It can be decided again. `data-decision` is the case's id, and the name of its inputs.
 */
export class SiteDecision extends HTMLElement {
  #forget = () => {};
  /** Since when somebody decides again: until they have, what is kept is not shown. */
  #isOpenAgain = false;

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const button = findPart(form, 'button[type="submit"]', HTMLButtonElement);
    const verdict = findPart(this, '[data-part="verdict"]', HTMLElement);
    const choices = connectChoices(form, button, questionsOf(this.#name));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const made = choices.made();
      if (!made) return;
      this.#isOpenAgain = false;
      progress.decide(made);
      // It stands where the button was: what was asked stays in view.
      verdict.focus({ preventScroll: true });
    });
    findPart(verdict, 'button', HTMLButtonElement).addEventListener('click', () => {
      this.#isOpenAgain = true;
      this.#ask();
      choices.refresh();
      this.#inputs[0]?.focus({ preventScroll: true });
    });
    this.#forget = progress.all.subscribe((all) => {
      const answers = answersTo(all, this.#name, this.#offered);
      if (answers && !this.#isOpenAgain) this.#show(answers, goesOf(all, this.#name));
      else if (!answers && this.dataset.committed !== undefined) this.#ask();
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

  /** As it was before anything was committed to. */
  #ask(): void {
    for (const input of this.#inputs) {
      input.checked = false;
      input.disabled = false;
    }
    const details = this.querySelector('details');
    if (details) details.open = false;
    delete this.dataset.committed;
    findPart(this, '[data-part="verdict"]', HTMLElement).hidden = true;
  }

  #show(answers: DecisionAnswers, goes: number): void {
    for (const input of this.#inputs) {
      input.checked = answers.get(input.name) === input.value;
      input.disabled = !input.checked;
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-way]'))
      row.toggleAttribute('data-chosen', row.dataset.way === answers.get(this.#name));
    const details = this.querySelector('details');
    if (details) details.open = true;
    this.dataset.committed = '';
    const chosen = this.#inputs.filter(({ checked }) => checked);
    const way = chosen.find(({ dataset }) => dataset.verdict)?.dataset.verdict as WayVerdict;
    const verdict = findPart(this, '[data-part="verdict"]', HTMLElement);
    findPart(verdict, 'p', HTMLElement).textContent = decisionWords(
      way,
      chosen.some(({ dataset }) => 'decides' in dataset),
      goes,
    );
    verdict.hidden = false;
  }
}

customElements.define('site-decision', SiteDecision);
