import { whenAboutToEdit } from '#editor/intent.ts';
import { choiceKey } from '#exercise/demonstrations.ts';
import { showroom } from '#stores/showroom.ts';
import { findPart } from './find-part.ts';
import { shownProgram } from './shown-programs.ts';
import { TraceView } from './trace-view.ts';

/**
 * A program under conditions that somebody may choose: each turn of a knob plays it once more. What the server drew for the
 * first options stays until then. `data-exercise`, `data-explorable`, `data-programs` (an address).
 */
export class SiteExplorable extends HTMLElement {
  #forget = () => {};

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const turned = () =>
      void this.#play(Object.fromEntries([...new FormData(form)].map(([id, option]) => [id, String(option)])));
    form.addEventListener('change', turned);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#forget = whenAboutToEdit(form, () => showroom.warm());
    // A browser that comes back to the page keeps what was chosen; the picture has to follow.
    if ([...form.elements].some((input) => input instanceof HTMLInputElement && input.checked !== input.defaultChecked))
      turned();
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  async #play(choice: Readonly<Record<string, string>>): Promise<void> {
    const { exercise = '', explorable = '', programs = '' } = this.dataset;
    const key = choiceKey(
      Object.keys(choice).map((id) => ({ id })),
      choice,
    );
    this.setAttribute('aria-busy', 'true');
    const shown = await shownProgram(programs, explorable, key).then(
      (files) => showroom.play(exercise, files, { kind: 'explore', explorable, choice }),
      (failure: Error) => ({ kind: 'failed' as const, because: failure.message }),
    );
    if (shown.kind === 'replaced') return;
    this.removeAttribute('aria-busy');
    const view = findPart(this, 'trace-view', TraceView);
    const reads = findPart(this, '[data-part="reads"]', HTMLElement);
    reads.textContent = shown.kind === 'failed' ? shown.because : shown.says;
    if (shown.kind === 'failed') return;
    findPart(this, '[data-part="drawn"]', HTMLElement).hidden = true;
    view.hidden = false;
    view.story = shown.story;
  }
}

customElements.define('site-explorable', SiteExplorable);
