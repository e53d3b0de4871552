import { whenAboutToEdit } from '#editor/intent.ts';
import type { Shown } from '#stores/showroom.ts';
import { findPart } from './find-part.ts';
import { playShown, warmPlayer } from './play-shown.ts';

/**
 * A story of the lesson, as the server drew it, until somebody asks for it: then its program really runs, and the picture is
 * drawn step by step. `data-exercise`, `data-story`, `data-programs` (an address).
 */
export class SiteShownStory extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const act = findPart(this, 'button', HTMLButtonElement);
    act.addEventListener('click', () => void this.#play(act));
    this.#forget = whenAboutToEdit(act, warmPlayer);
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  async #play(act: HTMLButtonElement): Promise<void> {
    if (this.hasAttribute('aria-busy')) return;
    const { exercise = '', story = '', programs = '' } = this.dataset;
    const says = findPart(this, '[data-part="says"]', HTMLElement);
    this.setAttribute('aria-busy', 'true');
    says.textContent = 'Running the program…';
    const shown = await playShown({ exercise, programs, demonstration: story, job: { kind: 'show', story } });
    this.removeAttribute('aria-busy');
    says.textContent = wordsOf(shown);
    if (shown.kind !== 'demonstrated') return;
    const view = this.querySelector('trace-view')!;
    const hadFocus = document.activeElement === act;
    this.toggleAttribute('data-played', true);
    view.hidden = false;
    view.story = shown.story;
    view.play({ focus: hadFocus });
  }
}

function wordsOf(shown: Shown): string {
  switch (shown.kind) {
    case 'demonstrated':
      return '';
    case 'failed':
      return shown.because;
    case 'replaced':
      return 'It was asked for at another place of this page. Press once more to see it here.';
  }
}

customElements.define('site-shown-story', SiteShownStory);
