import { preferences } from '#stores/preferences.ts';
import { button } from './build-element.ts';
import { letterAct, TAKES_LETTERS } from './letter-key.ts';
import { SiteSearch } from './site-search.ts';

/**
 * The keys that work everywhere on a page, and the button that lists them. Single letters can be switched off, in that list;
 * then the button is the way back to it.
 */
export class SiteShortcuts extends HTMLElement {
  readonly #hear = (event: KeyboardEvent) => this.#key(event);

  connectedCallback(): void {
    if (!this.firstChild) this.append(button('Keyboard shortcuts', 'as-link', () => void this.#list()));
    document.addEventListener('keydown', this.#hear);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#hear);
  }

  #key(event: KeyboardEvent): void {
    const [inmost] = event.composedPath();
    const isTyped =
      (inmost instanceof Element && inmost.closest(TAKES_LETTERS) !== null) || document.querySelector('dialog[open]');
    const act = letterAct(event, Boolean(isTyped));
    if (!act || !preferences.values.get().letterKeys) return;
    if (act === 'next' || act === 'previous') goTo(act === 'next' ? 'next' : 'prev');
    else {
      event.preventDefault();
      void (act === 'search' ? this.#search() : this.#list());
    }
  }

  async #search(): Promise<void> {
    const search = document.querySelector('site-search');
    if (search instanceof SiteSearch) await search.open();
  }

  async #list(): Promise<void> {
    // It lists what can be pressed; when it cannot be fetched, all of that works still.
    const { openShortcuts } = await import('./shortcuts-dialog.ts');
    openShortcuts();
  }
}

/** The page's head says which pages come before and after it. */
function goTo(relation: 'next' | 'prev'): void {
  const link = document.querySelector<HTMLLinkElement>(`link[rel="${relation}"]`);
  if (link) location.assign(link.href);
}

customElements.define('site-shortcuts', SiteShortcuts);
