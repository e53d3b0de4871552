import { build } from './build-element.ts';

export interface ComingWords {
  readonly coming: string;
  readonly failed: string;
  /** A line of the element that gives its place to `coming`, so that nothing moves: a selector. */
  readonly inPlaceOf: string;
}

/** What is said of an element that somebody waits for, in its status and for the eyes. A failure is shown before the status. */
export function comingWords(host: HTMLElement, words: ComingWords) {
  const status = host.querySelector('[data-part="status"]');
  const line = host.querySelector<HTMLElement>(words.inPlaceOf);
  const notice = build('p', { class: 'notice' }, words.failed);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function say(sentence: string): void {
    if (status) status.textContent = sentence;
  }

  function nothing(): void {
    clearTimeout(waiting);
    waiting = undefined;
    notice.remove();
    delete line?.dataset.waiting;
    // The element may have said something of its own by now.
    if (status?.textContent === words.coming || status?.textContent === words.failed) say('');
  }

  return {
    /** Once for each wait, and only when it takes longer than a moment. */
    comes(): void {
      waiting ??= setTimeout(() => {
        notice.remove();
        say(words.coming);
        if (line) line.dataset.waiting = words.coming;
      }, MOMENT_MS);
    },
    failed(): void {
      nothing();
      say(words.failed);
      status?.before(notice);
    },
    nothing,
  };
}

/** What comes sooner needs no words. */
const MOMENT_MS = 500;
