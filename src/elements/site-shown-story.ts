import { whenAboutToEdit } from '#editor/intent.ts';
import { showroom } from '#stores/showroom.ts';
import { findPart } from './find-part.ts';
import { shownProgram } from './shown-programs.ts';
import { TraceView } from './trace-view.ts';

/**
 * A story of the lesson, as the server drew it, until somebody asks for it: then its program really runs, and the picture is
 * drawn step by step. `data-exercise`, `data-story`, `data-programs` (an address).
 */
export class SiteShownStory extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const act = findPart(this, 'button', HTMLButtonElement);
    act.addEventListener('click', () => void this.#play(act));
    this.#forget = whenAboutToEdit(act, () => showroom.warm());
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
    const shown = await shownProgram(programs, story, '').then(
      (files) => showroom.play(exercise, files, { kind: 'show', story }),
      (failure: Error) => ({ kind: 'failed' as const, because: failure.message }),
    );
    this.removeAttribute('aria-busy');
    says.textContent = shown.kind === 'failed' ? shown.because : '';
    if (shown.kind !== 'demonstrated') return;
    const view = findPart(this, 'trace-view', TraceView);
    const hadFocus = document.activeElement === act;
    this.toggleAttribute('data-played', true);
    view.hidden = false;
    view.story = shown.story;
    view.play({ focus: hadFocus });
  }
}

customElements.define('site-shown-story', SiteShownStory);
