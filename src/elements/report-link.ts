import { preferences } from '#stores/preferences.ts';
import { reportAddress } from './problem-report.ts';

/**
 * The link to where problems are told of. When it is pressed, its address gets what the page knows; nothing is sent by that.
 * `data-version` is the course's.
 */
export class ReportLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const plain = link.href;
    // Before the press opens it, in this tab or another, by mouse or by key.
    for (const type of ['pointerdown', 'click', 'auxclick', 'contextmenu'] as const)
      link.addEventListener(type, () => {
        link.href = this.#addressed(plain);
      });
  }

  #addressed(plain: string): string {
    const { engine } = preferences.values.get();
    return reportAddress(plain, {
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
