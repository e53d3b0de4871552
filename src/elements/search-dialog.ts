import '#styles/dialog.css';
import '#styles/search.css';
import { build, button } from './build-element.ts';
import { type CourseIndex, createCourseIndex, type Found, MOST_PAGES, type SearchAddresses } from './course-index.ts';
import { buildDialog } from './page-dialog.ts';
import { countWords, type Excerpt } from './search-results.ts';

/** Opens the search of the course over the page, with what was looked for last. */
export function openSearch(addresses: SearchAddresses): void {
  search ??= new SearchDialog(addresses);
  search.open();
}

let search: SearchDialog | undefined;

/** Whoever types is not answered letter by letter. */
const PAUSE_MS = 150;

class SearchDialog {
  readonly #index: CourseIndex;
  readonly #site: string;
  readonly #field = build('input', {
    type: 'text',
    class: 'search-field',
    role: 'searchbox',
    'aria-label': 'Search the course',
    'aria-describedby': 'search-keys',
    placeholder: 'A word or two',
    enterkeyhint: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #status = build('p', { class: 'search-status meta', role: 'status' });
  readonly #list = build('div', { class: 'search-list' });
  readonly #dialog: HTMLDialogElement;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** What the list has been found for; undefined while it shows something else. */
  #answered: string | undefined;

  constructor(addresses: SearchAddresses) {
    this.#index = createCourseIndex(addresses);
    this.#site = addresses.site;
    const keys = build(
      'p',
      { class: 'search-keys meta', id: 'search-keys' },
      'Arrows go through what was found, Enter opens it, Escape closes.',
    );
    this.#dialog = buildDialog('Search the course', 'is-search', this.#field, this.#status, this.#list, keys);
    this.#field.addEventListener('input', () => this.#typed());
    this.#dialog.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('click', (event) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (isPlain && event.target instanceof Element && event.target.closest('a')) this.#dialog.close();
    });
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#field.focus();
    this.#field.select();
  }

  #typed(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#search(), PAUSE_MS);
  }

  async #search(): Promise<void> {
    clearTimeout(this.#waiting);
    const query = this.#query();
    if (query === '') {
      this.#show('');
      return;
    }
    // What was found before stays until there is something else; before that, the reader learns what the wait is for.
    if (!this.#list.firstChild) this.#show('Fetching the index of the course.');
    try {
      const answer = await this.#index.search(query);
      if (answer.kind === 'found' && this.#query() === query) this.#showFound(answer.found);
    } catch {
      this.#showFailed();
    }
  }

  #query(): string {
    return this.#field.value.trim();
  }

  #show(words: string, ...lines: readonly Node[]): void {
    this.#answered = undefined;
    this.#status.textContent = words;
    this.#list.replaceChildren(...lines);
  }

  #showFound({ query, terms, pages, total }: Found): void {
    const more = total > MOST_PAGES ? ` These are the ${MOST_PAGES} that say most of it.` : '';
    const none = total === 0 ? ' Try one word of it, or look through the syllabus.' : '';
    const found = [
      ...terms.map(({ term, meaning, address }) =>
        hit('is-term', 'Glossary', term, address, [{ text: meaning, marked: false }]),
      ),
      ...pages.map(({ title, address, excerpt, places }) =>
        build(
          'section',
          { class: 'found-page' },
          hit('is-page', undefined, title, address, excerpt),
          ...places.map((place) => hit('is-place', undefined, place.title, place.address, place.excerpt)),
        ),
      ),
    ];
    this.#show(countWords(query, total, terms.length) + more + none, ...found);
    this.#answered = query;
    this.#list.scrollTop = 0;
  }

  #showFailed(): void {
    const again = button('Try again', 'btn', () => void this.#search());
    const syllabus = build('a', { href: `${this.#site}#syllabus` }, 'The syllabus lists every lesson');
    const glossary = build('a', { href: `${this.#site}glossary/` }, 'the glossary every word');
    this.#show(
      'The index of the course could not be fetched. Check the connection and try again.',
      build('p', { class: 'search-failed' }, syllabus, '; ', glossary, '.'),
      build('p', { class: 'acts' }, again),
    );
  }

  /** Up and down go through the links; Enter in the field opens the first of what it names, or looks for that. What is typed goes to the field. */
  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...this.#list.querySelectorAll<HTMLElement>('a, button')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const isInField = document.activeElement === this.#field;
    if (event.key === 'ArrowDown' && links.length > 0) links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? this.#field).focus();
    else if (event.key === 'Enter' && isInField) {
      if (links[0] && this.#answered === this.#query()) links[0].click();
      else void this.#search();
    } else if (event.key.length === 1 && event.key !== ' ' && at >= 0) {
      this.#field.focus();
      return;
    } else return;
    event.preventDefault();
  }
}

function hit(name: string, kind: string | undefined, title: string, address: string, excerpt: Excerpt): HTMLElement {
  const words = excerpt.map(({ text, marked }) => (marked ? build('mark', {}, text) : text));
  return build(
    'a',
    { class: `found ${name}`, href: address },
    kind ? build('span', { class: 'meta' }, kind) : undefined,
    build('strong', {}, title),
    words.length > 0
      ? build(
          'span',
          { class: 'found-words' },
          ...words.map((each) => (typeof each === 'string' ? new Text(each) : each)),
        )
      : undefined,
  );
}
