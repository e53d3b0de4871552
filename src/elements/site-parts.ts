/** Marks in a list of links the part of the page that is being read: the last heading above the upper third of the window. */
export class SiteParts extends HTMLElement {
  #waiting = 0;
  readonly #ask = () => {
    this.#waiting ||= requestAnimationFrame(() => this.#mark());
  };

  connectedCallback(): void {
    addEventListener('scroll', this.#ask, { passive: true });
    this.#ask();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#ask);
    cancelAnimationFrame(this.#waiting);
  }

  #mark(): void {
    this.#waiting = 0;
    const links = [...this.querySelectorAll('a')];
    const now = links.findLast((link) => {
      const heading = document.getElementById(link.hash.slice(1));
      return heading !== null && heading.getBoundingClientRect().top < innerHeight / 3;
    });
    const reading = now ? links.indexOf(now) : 0;
    links.forEach((link, index) => {
      link.parentElement?.classList.toggle('is-read', index < reading);
      link.parentElement?.classList.toggle('is-now', index === reading);
      if (index === reading) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  }
}

customElements.define('site-parts', SiteParts);
