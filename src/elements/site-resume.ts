import { device } from '#stores/device.ts';
import { draftName } from '#stores/draft-record.ts';
import { type Place, whereLeft } from '#stores/place.ts';
import { progress } from '#stores/progress.ts';
import { type ProgressRecord, progressOf } from '#stores/progress-record.ts';
import { solvedStanding } from '#stores/solved-standing.ts';
import { build } from './build-element.ts';
import { type CourseStep, parseCourseSteps, stepToResume } from './resume-step.ts';
import { checkStanding, grownWords, heldOf, solvedWords } from './site-progress-words.ts';

/** The card that takes a learner back to where they left. `data-steps`: the steps of the course, see `CourseStep`. */
export class SiteResume extends HTMLElement {
  #forget: (() => void)[] = [];

  connectedCallback(): void {
    const steps = parseCourseSteps(this.dataset.steps ?? '');
    const draw = () => this.#draw(steps);
    this.#forget = [progress.all.subscribe(draw), device.watchAll(draw)];
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  #draw(steps: readonly CourseStep[]): void {
    const all = progress.all.get();
    const kept = new Set(device.names(draftName('')));
    const drafts = steps.map(({ exercise }) => exercise).filter((exercise) => kept.has(draftName(exercise)));
    const left = whereLeft();
    const step = stepToResume(steps, all, new Set(drafts), left?.page);
    document.documentElement.toggleAttribute('data-begun', step !== undefined);
    if (step) this.#fill(step, all, left);
  }

  #fill({ exercise, path, title, address, checks, aside, after }: CourseStep, all: ProgressRecord, left?: Place): void {
    const current = progressOf(all, exercise);
    const isHeld = (check: string) => checkStanding(current, check) !== 'open';
    this.#say('title', title);
    this.querySelector('[data-part="strip"]')?.replaceChildren(
      ...checks.map(({ id }) => build('span', isHeld(id) ? { class: 'is-held' } : {})),
    );
    const link = this.querySelector('a');
    const standing = solvedStanding(current, checks);
    if (standing.kind === 'solved') {
      this.#say('state', solvedWords(standing.solved));
      const isLeft = aside?.fields.some((field) => !Object.hasOwn(current.answers, field));
      const next = aside && isLeft ? aside : after;
      this.#say('next', `Next: ${next.title}`);
      link?.setAttribute('href', next.address);
      return;
    }
    if (standing.kind === 'reopened') {
      this.#say('state', solvedWords(standing.solved));
      this.#say('next', grownWords(standing.grown));
      link?.setAttribute('href', address);
      return;
    }
    const ids = checks.map(({ id }) => id);
    const held = heldOf(current, ids);
    const open = checks.find(({ id }) => !isHeld(id));
    this.#say('state', held === 0 ? 'You left here' : `You left here: ${held} of ${ids.length} checks have held`);
    // Who has held nothing yet is still reading, or has just begun.
    if (held === 0) this.#say('next', `Its exercise has ${ids.length} checks`);
    else this.#say('next', open ? `The next check: ${open.title}` : 'Next: all of them in one check');
    const part = left?.page === path ? left.part : undefined;
    link?.setAttribute('href', part === undefined ? address : address.replace(/#.*$/, `#${part}`));
  }

  #say(slot: string, words: string): void {
    const place = this.querySelector(`[data-words="${slot}"]`);
    if (place) place.textContent = words;
  }
}

customElements.define('site-resume', SiteResume);
