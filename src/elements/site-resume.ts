import { device } from '#stores/device.ts';
import { type ProgressRecord, progress, progressOf } from '#stores/progress.ts';
import { build } from './build-element.ts';
import { type CourseStep, parseCourseSteps, stepToResume } from './resume-step.ts';
import { checkStanding, heldOf, solvedWords } from './site-progress-words.ts';

/** The card that takes a learner back to where they left. `data-steps`: the steps of the course, see `CourseStep`. */
export class SiteResume extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const steps = parseCourseSteps(this.dataset.steps ?? '');
    this.#forget = progress.all.subscribe((all) => {
      const drafts = steps.filter(({ exercise }) => device.names(`draft/${exercise}`).length > 0);
      const step = stepToResume(steps, all, new Set(drafts.map(({ exercise }) => exercise)));
      document.documentElement.toggleAttribute('data-begun', step !== undefined);
      if (step) this.#fill(step, all);
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #fill({ exercise, title, address, checks, after }: CourseStep, all: ProgressRecord): void {
    const current = progressOf(all, exercise);
    const isHeld = (check: string) => checkStanding(current, check) !== 'open';
    this.#say('title', title);
    this.querySelector('[data-part="strip"]')?.replaceChildren(
      ...checks.map(({ id }) => build('span', isHeld(id) ? { class: 'is-held' } : {})),
    );
    const link = this.querySelector('a');
    if (current.solved) {
      this.#say('state', solvedWords(current.solved));
      this.#say('next', `Next: ${after.title}`);
      link?.setAttribute('href', after.address);
      return;
    }
    const ids = checks.map(({ id }) => id);
    const held = heldOf(current, ids);
    const open = checks.find(({ id }) => !isHeld(id));
    this.#say('state', held === 0 ? 'You left here' : `You left here: ${held} of ${ids.length} checks have held`);
    this.#say('next', open ? `Next: ${open.title}` : 'Next: all of them in one check');
    link?.setAttribute('href', address);
  }

  #say(slot: string, words: string): void {
    const place = this.querySelector(`[data-words="${slot}"]`);
    if (place) place.textContent = words;
  }
}

customElements.define('site-resume', SiteResume);
