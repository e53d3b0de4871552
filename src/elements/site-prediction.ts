import { progress } from '#stores/progress.ts';

/** A question with one committed answer. The choice is marked, and every option then says yes or no and why. */
export class SitePrediction extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = this.querySelector('button');
    if (!form || !button) return;
    const chosen = () => String(new FormData(form).get(this.#id) ?? '');

    form.addEventListener('change', () => {
      button.disabled = chosen() === '';
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (chosen() !== '') progress.predict(this.#id, chosen());
      this.querySelector<HTMLElement>('.card-after')?.focus();
    });
    this.#forget = progress.all.subscribe(({ predictions }) => {
      const committed = Object.hasOwn(predictions, this.#id) ? predictions[this.#id] : undefined;
      if (committed !== undefined) this.#show(committed);
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  get #id(): string {
    return this.dataset.prediction ?? '';
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

customElements.define('site-prediction', SitePrediction);
