import { device } from '#stores/device.ts';
import { type ProgressRecord, progress, progressOf } from '#stores/progress.ts';
import { evidenceOf, heldOf, solvedWords } from './site-progress-words.ts';

/**
 * The card that takes a learner back to an exercise. The page's head has shown it already when this device holds anything
 * of the exercise; this fills in how far it went, and hides it again where nothing can be read.
 *
 * `data-exercise`; the checks are the strip's children with `data-check` and `data-title`; `data-after` is where a solved
 * exercise goes on, and `data-after-title` its name.
 */
export class SiteResume extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    this.#forget = progress.all.subscribe((all) => this.#fill(all));
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #fill(all: ProgressRecord): void {
    const exercise = this.dataset.exercise ?? '';
    const current = progressOf(all, exercise);
    const steps = [...this.querySelectorAll<HTMLElement>('[data-check]')];
    const checks = steps.map(({ dataset }) => dataset.check ?? '');
    document.documentElement.toggleAttribute('data-begun', hasBegun(all, exercise));
    for (const step of steps) {
      step.classList.toggle('is-held', evidenceOf(current, step.dataset.check ?? '') !== 'open');
    }

    const held = heldOf(current, checks);
    if (current.solved) {
      this.#say('state', solvedWords(current.solved));
      this.#say('next', `Next: ${this.dataset.afterTitle ?? ''}`);
      this.querySelector('a')?.setAttribute('href', this.dataset.after ?? '');
      return;
    }
    const open = steps.find((step) => !step.classList.contains('is-held'));
    this.#say('state', held === 0 ? 'You left here' : `You left here: ${held} of ${checks.length} checks have held`);
    this.#say('next', open ? `Next: ${open.dataset.title ?? ''}` : 'Next: all of them in one check');
  }

  #say(slot: string, words: string): void {
    const place = this.querySelector(`[data-words="${slot}"]`);
    if (place) place.textContent = words;
  }
}

/** Any trace of work counts: a draft, a check that passed, help, or an answer committed to. */
function hasBegun(all: ProgressRecord, exercise: string): boolean {
  return (
    Object.hasOwn(all.exercises, exercise) ||
    Object.keys(all.predictions).length > 0 ||
    device.names(`draft/${exercise}`).length > 0
  );
}

customElements.define('site-resume', SiteResume);
