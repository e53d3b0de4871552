import { preferences } from '#stores/preferences.ts';
import { build, button } from './build-element.ts';
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
    // A field of a dialog that was just closed has the focus for a moment longer.
    const field = inmost instanceof Element ? inmost.closest(TAKES_LETTERS) : null;
    const isTyped = field?.checkVisibility() || document.querySelector('dialog[open]') !== null;
    const act = letterAct(event, isTyped);
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
    this.querySelector('p')?.remove();
    const dialog = await import('./shortcuts-dialog.ts').catch(() => undefined);
    if (dialog) dialog.openShortcuts();
    else this.append(build('p', { role: 'status' }, NOT_FETCHED));
  }
}

const NOT_FETCHED =
  'The list of shortcuts could not be fetched; the keys themselves work. Check the connection and press again.';

/** The page's head says which pages come before and after it. */
function goTo(relation: 'next' | 'prev'): void {
  const link = document.querySelector<HTMLLinkElement>(`link[rel="${relation}"]`);
  if (link) location.assign(link.href);
}

customElements.define('site-shortcuts', SiteShortcuts);
