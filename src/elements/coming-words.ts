import { build } from './build-element.ts';

/** What is said of an element that somebody waits for, in its status and, for the eyes, before it. */
export function comingWords(host: HTMLElement, words: { readonly coming: string; readonly failed: string }) {
  const status = host.querySelector('[data-part="status"]');
  const notice = build('p', { class: 'notice' });
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function say(sentence: string): void {
    notice.textContent = sentence;
    if (!status) return;
    status.textContent = sentence;
    status.before(notice);
  }

  function nothing(): void {
    clearTimeout(waiting);
    waiting = undefined;
    notice.remove();
    // The element may have said something of its own by now.
    if (status && status.textContent === notice.textContent) status.textContent = '';
  }

  return {
    /** Once for each wait, and only when it takes longer than a moment. */
    comes(): void {
      waiting ??= setTimeout(() => say(words.coming), MOMENT_MS);
    },
    failed(): void {
      nothing();
      say(words.failed);
    },
    nothing,
  };
}

/** What comes sooner needs no words. */
const MOMENT_MS = 500;
