import { build, button } from './build-element.ts';

/** Code that can be copied whole. It makes its button; `data-name` says what is copied. */
export class CopyCode extends HTMLElement {
  /** What is copied when that is not the one `<pre>` in it. */
  code: string | undefined;
  readonly #said = build('span', { class: 'visually-hidden', role: 'status' });
  readonly #button = button('Copy', 'copy', () => void this.#copy());
  #resting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#button.setAttribute('aria-label', `Copy ${this.#name()}`);
    this.append(this.#button, this.#said);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#resting);
  }

  #name(): string {
    return this.dataset.name ?? 'this code';
  }

  async #copy(): Promise<void> {
    const shown = this.querySelector('pre');
    try {
      await navigator.clipboard.writeText(this.code ?? shown?.textContent ?? '');
      this.#say('Copied', `${this.#name()} is copied.`);
    } catch {
      // A browser may forbid it; then the learner does it by hand.
      if (!shown) return this.#say('Not copied', 'This browser does not let the page copy. Copy it by hand.');
      getSelection()?.selectAllChildren(shown);
      this.#say('Selected', `${this.#name()} could not be copied. It is selected: copy it with the keyboard.`);
    }
  }

  #say(word: string, sentence: string): void {
    this.#button.textContent = word;
    this.#said.textContent = sentence;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#button.textContent = 'Copy';
      this.#said.textContent = '';
    }, REST_MS);
  }
}

const REST_MS = 3_000;

customElements.define('copy-code', CopyCode);
