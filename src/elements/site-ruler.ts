/** Inks the ruler as far as the page has been read: from its top to the end of its text at the lower edge of the window. */
export class SiteRuler extends HTMLElement {
  #waiting = 0;
  readonly #ask = () => {
    this.#waiting ||= requestAnimationFrame(() => this.#ink());
  };
  readonly #sizes = new ResizeObserver(this.#ask);

  connectedCallback(): void {
    addEventListener('scroll', this.#ask, { passive: true });
    this.#sizes.observe(document.body);
    this.#ask();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#ask);
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#waiting);
  }

  #ink(): void {
    this.#waiting = 0;
    const text = document.querySelector('main')?.getBoundingClientRect();
    if (!text) return;
    const unread = Math.max(0, text.bottom - innerHeight);
    const whole = unread + scrollY;
    this.style.setProperty('--read', whole > 0 ? (scrollY / whole).toFixed(4) : '1');
  }
}

customElements.define('site-ruler', SiteRuler);
