import { whenAboutToEdit } from '#editor/intent.ts';
import { progress } from '#stores/progress.ts';
import { build } from './build-element.ts';
import { connectChoices } from './choices.ts';
import { calendarDay } from './dates.ts';
import { findPart } from './find-part.ts';
import { playShown, warmPlayer } from './play-shown.ts';

/**
 * Somebody looks for the place where a fault breaks the program's promise. Each try is really played; the first one that
 * breaks it is kept on this device. `data-exercise`, `data-break-it`, `data-programs` (an address).
 */
export class SiteBreakIt extends HTMLElement {
  #forget: (() => void)[] = [];
  #turn = 0;

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const act = findPart(form, 'button', HTMLButtonElement);
    const choices = connectChoices(form, act, ['place']);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const place = choices.made()?.get('place');
      if (place !== undefined) void this.#try(place);
    });
    this.#forget = [
      whenAboutToEdit(form, warmPlayer),
      progress.all.subscribe(({ breakIts }) => {
        const id = this.dataset.breakIt ?? '';
        const broken = Object.hasOwn(breakIts, id) ? breakIts[id]?.broken : undefined;
        const kept = findPart(this, '[data-part="kept"]', HTMLElement);
        kept.textContent = broken ? `You broke it on ${calendarDay(broken.at)}${this.#placeOf(broken.schedule)}.` : '';
      }),
    ];
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  /** Where the fault was, in the words of its option; a place that an older version offered has none. */
  #placeOf(schedule: string): string {
    const input = [...this.querySelectorAll('input')].find(({ value }) => value === schedule);
    const label = input?.closest('label')?.textContent?.trim();
    return label ? `: ${label}` : '';
  }

  async #try(schedule: string): Promise<void> {
    const { exercise = '', breakIt = '', programs = '' } = this.dataset;
    const turn = ++this.#turn;
    this.#waits();
    const job = { kind: 'break', breakIt, schedule } as const;
    const shown = await playShown({ exercise, programs, demonstration: breakIt, job });
    // What came of an earlier place is neither shown nor counted: somebody has moved on.
    if (shown.kind === 'replaced' || turn !== this.#turn) return;
    this.removeAttribute('aria-busy');
    const says = findPart(this, '[data-part="says"]', HTMLElement);
    const view = this.querySelector('trace-view')!;
    says.style.removeProperty('min-height');
    if (shown.kind === 'failed') {
      view.hidden = true;
      says.textContent = shown.because;
      return;
    }
    const verdict = shown.outcome === 'broken' ? 'Broken.' : 'It held.';
    // Another place may be marked by then, or later: the answer names its own.
    const place = build('span', { class: 'break-place' }, `${this.#labelOf(schedule)}.`);
    says.replaceChildren(place, ' ', build('strong', {}, verdict), ` ${shown.says}`);
    view.hidden = false;
    view.story = shown.story;
    progress.tried(breakIt, schedule, shown.outcome === 'broken');
  }

  /** The answer to another place gives way at once; its room stays. */
  #waits(): void {
    this.setAttribute('aria-busy', 'true');
    const result = findPart(this, '[data-part="result"]', HTMLElement);
    const says = findPart(result, '[data-part="says"]', HTMLElement);
    says.style.minHeight = `${says.offsetHeight}px`;
    result.hidden = false;
    says.textContent = 'Playing it with the fault at that place…';
  }

  #labelOf(schedule: string): string {
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input[name="place"]')];
    return inputs.find(({ value }) => value === schedule)?.labels?.[0]?.textContent?.trim() ?? schedule;
  }
}

customElements.define('site-break-it', SiteBreakIt);
