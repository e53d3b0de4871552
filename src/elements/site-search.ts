import { preferences } from '#stores/preferences.ts';
import { build, buildSvg } from './build-element.ts';

/**
 * The button that opens the search of the course: a lens, or its words where `data-words` has some. It makes itself: without
 * JavaScript there is nothing to search with. The search itself, and its index, are fetched when it is used.
 * `data-index` is Pagefind's script, `data-terms` the glossary's words, `data-site` the home page.
 */
export class SiteSearch extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button') ?? this.#makeButton();
    this.#forget = preferences.values.subscribe(({ letterKeys }) => {
      if (letterKeys) button.setAttribute('aria-keyshortcuts', '/');
      else button.removeAttribute('aria-keyshortcuts');
      button.title = letterKeys ? 'Search ( / )' : 'Search';
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  async open(): Promise<void> {
    try {
      const { openSearch } = await import('./search-dialog.ts');
      const { index = '', terms = '', site = '' } = this.dataset;
      openSearch({ index, terms, site });
    } catch {
      this.#say('The search could not be fetched. Check the connection and press again.');
    }
  }

  #say(words: string): void {
    const told = this.querySelector('p') ?? this.appendChild(build('p', { role: 'status' }));
    told.textContent = words;
  }

  #makeButton(): HTMLButtonElement {
    const { words } = this.dataset;
    const button = build('button', {
      type: 'button',
      class: words ? 'btn' : 'icon',
      'aria-label': words ? undefined : 'Search',
    });
    const lens = buildSvg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' });
    lens.append(buildSvg('circle', { cx: 8.5, cy: 8.5, r: 5 }), buildSvg('path', { d: 'M12.2 12.2L17 17' }));
    button.append(words ?? lens);
    button.addEventListener('click', () => {
      this.querySelector('p')?.remove();
      void this.open();
    });
    this.append(button);
    return button;
  }
}

customElements.define('site-search', SiteSearch);
