import { whenAboutToEdit } from '#editor/intent.ts';
import { choiceKey } from '#exercise/demonstrations.ts';
import { findPart } from './find-part.ts';
import { playShown, warmPlayer } from './play-shown.ts';

/**
 * A program under conditions that somebody may choose: each turn of a knob plays it once more. What the server drew for the
 * first options stays until then. `data-exercise`, `data-explorable`, `data-programs` (an address).
 */
export class SiteExplorable extends HTMLElement {
  #forget = () => {};
  #turn = 0;

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const turned = () =>
      void this.#play(Object.fromEntries([...new FormData(form)].map(([id, option]) => [id, String(option)])));
    form.addEventListener('change', turned);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#forget = whenAboutToEdit(form, warmPlayer);
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
    this.#waits();
    const turn = ++this.#turn;
    const job = { kind: 'explore', explorable, choice } as const;
    const shown = await playShown({ exercise, programs, demonstration: explorable, key, job });
    const isNewest = turn === this.#turn;
    if (shown.kind === 'replaced' || (shown.kind === 'failed' && !isNewest)) return;
    if (isNewest) this.removeAttribute('aria-busy');
    const reads = findPart(this, '[data-part="reads"]', HTMLElement);
    if (isNewest) reads.style.removeProperty('min-height');
    if (shown.kind === 'failed') {
      reads.textContent = shown.because;
      return;
    }
    reads.textContent = isNewest ? shown.says : `${PLAYING} With what was chosen before: ${shown.says}`;
    const view = this.querySelector('trace-view')!;
    findPart(this, '[data-part="drawn"]', HTMLElement).hidden = true;
    view.hidden = false;
    view.story = shown.story;
  }

  /** The answer to another choice would be untrue under this one, so it gives way at once; its room stays. */
  #waits(): void {
    this.setAttribute('aria-busy', 'true');
    const reads = findPart(this, '[data-part="reads"]', HTMLElement);
    reads.style.minHeight = `${reads.offsetHeight}px`;
    reads.textContent = PLAYING;
  }
}

const PLAYING = 'Playing it with these options…';

customElements.define('site-explorable', SiteExplorable);
