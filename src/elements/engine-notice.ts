import type { PageEngines } from '#stores/page-engines.ts';
import type { Notice, NoticeAct } from './notice-list.ts';

/**
 * What is to be said of real Node while the learner wants it: how far its start is, or why it cannot be had and what became of
 * the job that it was at. `waitedLong`: it has been starting for so long that the built-in runner is offered.
 */
export function engineNotice(engines: PageEngines, waitedLong: boolean): Notice | undefined {
  if (engines.wanted.get() !== 'webcontainer') return undefined;
  const hasBuiltIn = engines.offered.includes('embedded');
  const builtIn = (words: string): NoticeAct => ({ words, act: () => engines.choose('embedded') });
  const state = engines.node.get();
  if (state.kind === 'booting') {
    const acts = waitedLong && hasBuiltIn ? [builtIn('Use the built-in runner')] : [];
    return { key: KEY, words: `Real Node is starting. ${state.stage}.`, acts };
  }
  if (state.kind !== 'unavailable') return undefined;
  return {
    key: KEY,
    words: engines.hasTakenOver.get() ? `${state.because} ${TAKEN_OVER}` : state.because,
    acts: [
      ...(state.canBeRetried ? [{ words: 'Try again', act: () => engines.retry(false) }] : []),
      ...(state.canBeOverridden ? [{ words: 'Try all the same', act: () => engines.retry(true) }] : []),
      ...(hasBuiltIn ? [builtIn('Stay with the built-in runner')] : []),
    ],
  };
}

const KEY = 'engine';
const TAKEN_OVER = 'What was under way was begun again there, from its beginning.';

/** Of the policy: by then somebody wants to get on. */
export const LONG_WAIT_MS = 8_000;
