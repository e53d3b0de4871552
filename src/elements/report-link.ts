import { preferences } from '#stores/preferences.ts';

/**
 * The link to where problems are told of. When it is pressed, its address gets what the page knows; nothing is sent by that.
 * What writes it comes when somebody is about to press; before it has come the link leads to an empty report. `data-version`
 * is the course's.
 */
export class ReportLink extends HTMLElement {
  #reports: typeof import('./problem-report.ts') | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const plain = link.href;
    for (const type of ['pointerover', 'focus'] as const)
      link.addEventListener(type, () => this.#fetch(), { once: true });
    // Before the press opens it, in this tab or another, by mouse or by key.
    for (const type of ['pointerdown', 'click', 'auxclick', 'contextmenu'] as const)
      link.addEventListener(type, () => {
        link.href = this.#addressed(plain);
      });
  }

  #fetch(): void {
    import('./problem-report.ts').then(
      (reports) => {
        this.#reports = reports;
      },
      // The empty report will do.
      () => {},
    );
  }

  #addressed(plain: string): string {
    const { engine } = preferences.values.get();
    if (!this.#reports) return plain;
    return this.#reports.reportAddress(plain, {
      page: document.querySelector('h1')?.textContent.trim() ?? document.title,
      address: location.href,
      exercise: document.querySelector('code-sandbox')?.id,
      checks: [...document.querySelectorAll('code-sandbox [data-check]')].map((row) => ({
        id: row.getAttribute('data-check') ?? '',
      })),
      version: this.dataset.version ?? 'unknown',
      runner: engine === 'not chosen' ? 'as the site has it' : engine,
      browser: navigator.userAgent,
    });
  }
}

customElements.define('report-link', ReportLink);
