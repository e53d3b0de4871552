import { whenAboutToEdit } from '#editor/intent.ts';
import { progress } from '#stores/progress.ts';
import { showroom } from '#stores/showroom.ts';
import { build } from './build-element.ts';
import { calendarDay } from './dates.ts';
import { findPart } from './find-part.ts';
import { shownProgram } from './shown-programs.ts';
import { TraceView } from './trace-view.ts';

/**
 * Somebody looks for the place where a fault breaks the program's promise. Each try is really played; the first one that
 * breaks it is kept on this device. `data-exercise`, `data-break-it`, `data-programs` (an address).
 */
export class SiteBreakIt extends HTMLElement {
  #forget: (() => void)[] = [];

  connectedCallback(): void {
    const form = findPart(this, 'form', HTMLFormElement);
    const act = findPart(form, 'button', HTMLButtonElement);
    const chosen = () => String(new FormData(form).get('place') ?? '');
    form.addEventListener('change', () => {
      act.disabled = chosen() === '';
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (chosen() !== '') void this.#try(chosen());
    });
    this.#forget = [
      whenAboutToEdit(form, () => showroom.warm()),
      progress.all.subscribe(({ breakIts }) => {
        const id = this.dataset.breakIt ?? '';
        const broken = Object.hasOwn(breakIts, id) ? breakIts[id]?.broken : undefined;
        const kept = findPart(this, '[data-part="kept"]', HTMLElement);
        if (broken) kept.textContent = `You broke it on ${calendarDay(broken.at)}${this.#placeOf(broken.schedule)}.`;
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
    this.setAttribute('aria-busy', 'true');
    const shown = await shownProgram(programs, breakIt, '').then(
      (files) => showroom.play(exercise, files, { kind: 'break', breakIt, schedule }),
      (failure: Error) => ({ kind: 'failed' as const, because: failure.message }),
    );
    if (shown.kind === 'replaced') return;
    this.removeAttribute('aria-busy');
    const result = findPart(this, '[data-part="result"]', HTMLElement);
    const says = findPart(result, '[data-part="says"]', HTMLElement);
    const view = findPart(result, 'trace-view', TraceView);
    result.hidden = false;
    if (shown.kind === 'failed') {
      view.hidden = true;
      says.textContent = shown.because;
      return;
    }
    const verdict = shown.outcome === 'broken' ? 'Broken.' : 'It held.';
    says.replaceChildren(build('strong', {}, verdict), ` ${shown.says}`);
    view.hidden = false;
    view.story = shown.story;
    progress.tried(breakIt, schedule, shown.outcome === 'broken');
  }
}

customElements.define('site-break-it', SiteBreakIt);
