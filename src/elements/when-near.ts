import { savesData, whenIdle } from '#editor/intent.ts';
import { type ComingWords, comingWords } from './coming-words.ts';
import { earlyPresses } from './early-presses.ts';

export interface NearParts {
  readonly load: () => Promise<unknown>;
  /** For whoever waits for it. */
  readonly words: ComingWords;
  /** What a key presses that only the element itself would hear; `undefined` when that is nothing to it. */
  readonly pressedBy?: (event: KeyboardEvent, host: HTMLElement) => HTMLElement | null | undefined;
}

/**
 * Loads the module that defines an element when somebody comes near one of its kind in this page: with a pointer, with the
 * focus, or, unless they save data, by having it within a screen of what they see. The page's first bytes are for reading. What
 * is pressed meanwhile is pressed again, in its order, once the element works.
 */
export function whenNear(name: string, parts: NearParts): void {
  for (const host of document.querySelectorAll<HTMLElement>(name)) watch(host, parts);
}

function watch(host: HTMLElement, { load, words, pressedBy }: NearParts): void {
  const stop = new AbortController();
  const { signal } = stop;
  const says = comingWords(host, words);
  let isUnderWay = false;
  /** Somebody uses what is not there yet. */
  let isAwaited = false;

  const presses = earlyPresses(host, {
    signal,
    pressedBy,
    pressed() {
      isAwaited = true;
      says.comes();
      fetchIt();
    },
  });

  function fetchIt(): void {
    if (isUnderWay) return;
    isUnderWay = true;
    const timer = setTimeout(giveUp, PATIENCE_MS);
    // It may come after it was given up, and works from then on.
    load().then(arrive, giveUp);

    function giveUp(): void {
      clearTimeout(timer);
      if (!isUnderWay || signal.aborted) return;
      isUnderWay = false;
      if (isAwaited) says.failed();
      isAwaited = false;
      presses.leaveToPage();
    }
  }

  function arrive(): void {
    if (signal.aborted) return;
    stop.abort();
    observer.disconnect();
    says.nothing();
    presses.again();
  }

  host.addEventListener('pointerover', fetchIt, { passive: true, signal });
  for (const type of ['focusin', 'click'] as const)
    host.addEventListener(
      type,
      () => {
        isAwaited = true;
        fetchIt();
      },
      { passive: true, signal },
    );
  const observer = new IntersectionObserver(
    (seen) => seen.some(({ isIntersecting }) => isIntersecting) && whenIdle(fetchIt),
    { rootMargin: '100% 0px' },
  );
  if (!savesData()) observer.observe(host);
  const addressed = () => holdsMore(location.hash) && fetchIt();
  addressed();
  addEventListener('hashchange', addressed, { signal });
}

/** A slow connection brings a hundred kilobytes within it; whoever waits longer wants to know, and to have back what works by itself. */
const PATIENCE_MS = 10_000;

/** A fragment that is no place in the page is for an element to read, as the address of a story is. */
function holdsMore(fragment: string): boolean {
  return fragment.includes('=');
}
