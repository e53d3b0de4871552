import { parsePageExercise } from '#exercise/page-exercise.ts';
import type { Ending } from '#grading/ending.ts';
import { troubleOf } from '#grading/trouble.ts';
import { sameFiles } from '#stores/draft-files.ts';
import { progress } from '#stores/progress.ts';
import { progressOf } from '#stores/progress-record.ts';
import type { Session } from '#stores/session.ts';
import { openSession } from '#stores/session-registry.ts';
import type { Comparison } from '#stores/session-state.ts';
import { findPart } from './find-part.ts';
import { TraceView } from './trace-view.ts';
import { isEarly } from './worksheet-early.ts';
import { answerOf, keepAnswer, lockModel, showJudged } from './worksheet-field.ts';
import { windowsOf } from './worksheet-windows.ts';

/** Keeps what the learner writes about their window, and holds it against a run of their own code. */
export class WindowWorksheet extends HTMLElement {
  #forget: (() => void)[] = [];

  connectedCallback(): void {
    const id = this.dataset.exercise ?? '';
    const data = document.querySelector(`code-sandbox[id="${CSS.escape(id)}"] > .sand-data`)?.textContent;
    if (!data)
      throw new Error(`The worksheet of ${id} stands on a page without its sandbox: add <Sandbox exercise="${id}" />.`);
    const session = openSession(parsePageExercise(data));
    const keeping = findPart(this, '[data-part="keeping"]', HTMLElement);
    const whenKept = keeping.textContent;
    this.addEventListener('input', ({ target }) => {
      const field = fieldOf(target);
      if (!field) return;
      const kept = keepAnswer(id, field);
      keeping.textContent = kept.kind === 'written' ? whenKept : `Not saved. ${kept.because}`;
      lockModel(field);
      this.#show(session);
    });
    findPart(this, 'button[value="compare"]', HTMLButtonElement).addEventListener('click', () =>
      this.#compare(session),
    );
    this.#keepEarly(id);
    this.#forget = [
      // Another tab may answer, too.
      progress.all.subscribe((all) => this.#restore(progressOf(all, id).answers)),
      session.comparison.listen(() => this.#show(session)),
      session.draft.files.listen(() => this.#show(session)),
    ];
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  /** This element comes when somebody is near, and they may have written before it came. */
  #keepEarly(id: string): void {
    const kept = progressOf(progress.all.get(), id).answers;
    for (const field of this.#fields()) {
      const isNewest = isEarly(field) || kept[field.dataset.field ?? ''] === undefined;
      if (isNewest && answerOf(field).get() !== '') keepAnswer(id, field);
    }
  }

  #fields(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-field]')];
  }

  /** A field that somebody is writing in is theirs. */
  #restore(answers: Readonly<Record<string, string>>): void {
    for (const field of this.#fields()) {
      if (field.contains(document.activeElement)) continue;
      const kept = answers[field.dataset.field ?? ''] ?? '';
      if (answerOf(field).get() !== kept.trim()) answerOf(field).set(kept);
      lockModel(field);
    }
  }

  #compare(session: Session): void {
    const given = this.#fields().map((field) => [field.dataset.field ?? '', answerOf(field).get()] as const);
    const answers = Object.fromEntries(given.filter(([, answer]) => answer !== ''));
    void session.compare(answers);
  }

  #show(session: Session): void {
    const comparison = session.comparison.get();
    const see = (evidence: readonly number[]) => this.#see(comparison, evidence);
    for (const field of this.#fields()) showJudged(field, comparison, see);
    const words = wordsOf(comparison, session);
    findPart(this, '[data-part="saying"]', HTMLElement).textContent = words;
    if (comparison.kind !== 'comparing') findPart(this, '[data-part="status"]', HTMLElement).textContent = words;
    const trace = findPart(this, '[data-part="trace"]', HTMLElement);
    trace.hidden = comparison.kind !== 'compared';
    if (comparison.kind === 'compared') this.#showStory(comparison.story);
  }

  #see(comparison: Comparison, evidence: readonly number[]): void {
    if (comparison.kind !== 'compared') return;
    this.#view().story = { ...comparison.story, evidence };
    this.#shown = comparison.story;
    findPart(this, '[data-part="trace"]', HTMLElement).scrollIntoView({ block: 'nearest' });
  }

  /** Typing redraws the verdicts, and must not take away the evidence that somebody is looking at. */
  #showStory(story: (Comparison & { kind: 'compared' })['story']): void {
    if (this.#shown === story) return;
    this.#shown = story;
    findPart(this, '[data-part="windows"]', HTMLElement).replaceChildren(...windowsOf(story));
    this.#view().story = story;
  }
  #shown: object | undefined;

  #view(): TraceView {
    return findPart(this, 'trace-view', TraceView);
  }
}

function fieldOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
}

function troubleSentence(ending: Ending): string {
  const trouble = troubleOf(ending);
  if (!trouble) return '';
  const [problem] = trouble.problems;
  const because = problem ? `${problem.path}, line ${problem.line}: ${problem.message}` : trouble.because;
  return `${trouble.headline}. ${because}`;
}

function wordsOf(comparison: Comparison, session: Session): string {
  switch (comparison.kind) {
    case 'not compared':
      return '';
    case 'comparing':
      return 'Playing your code.';
    case 'broken off':
      return troubleSentence(comparison.ending);
    case 'compared': {
      const right = comparison.fields.filter((field) => field.outcome === 'right').length;
      const judged = comparison.fields.length;
      const told =
        judged === 0
          ? 'Answer one of the questions above first.'
          : `${right} of ${judged} answers agree with your run.`;
      const old = sameFiles(comparison.code, session.draft.files.get()) ? '' : ' Your code has changed since that run.';
      return `${told}${old}`;
    }
  }
}

customElements.define('window-worksheet', WindowWorksheet);
