import { calendarDay } from './dates.ts';

/** Prints the page as a record of its day. Its parts that are closed are open on paper. */
export class SitePrint extends HTMLElement {
  #opened: HTMLDetailsElement[] = [];
  readonly #before = () => {
    this.#date();
    this.#opened = [...document.querySelectorAll<HTMLDetailsElement>('.record:not([open])')];
    for (const details of this.#opened) details.open = true;
  };
  readonly #after = () => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };

  connectedCallback(): void {
    this.#date();
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
    this.querySelector('button')?.addEventListener('click', () => print());
  }

  disconnectedCallback(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }

  #date(): void {
    for (const day of document.querySelectorAll('[data-part="today"]')) day.textContent = calendarDay(Date.now());
  }
}

customElements.define('site-print', SitePrint);
