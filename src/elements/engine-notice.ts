import type { PageEngines } from '#stores/page-engines.ts';
import { button } from './build-element.ts';

export interface NoticeWords {
  readonly words: string;
  readonly acts: readonly HTMLElement[];
}

/**
 * What is to be said of real Node while the learner wants it: how far its start is, or why it cannot be had. `waitedLong`: it
 * has been starting for so long that the built-in runner is offered.
 */
export function engineNotice(engines: PageEngines, waitedLong: boolean): NoticeWords | undefined {
  if (engines.wanted.get() !== 'webcontainer') return undefined;
  const hasBuiltIn = engines.offered.includes('embedded');
  const builtIn = button('Use the built-in runner', 'btn', () => engines.choose('embedded'));
  const state = engines.node.get();
  if (state.kind === 'booting') {
    const words = `Real Node is starting. ${state.stage}.`;
    return { words, acts: waitedLong && hasBuiltIn ? [builtIn] : [] };
  }
  if (state.kind !== 'unavailable') return undefined;
  return {
    words: state.because,
    acts: [
      ...(state.canBeRetried ? [button('Try again', 'btn', () => engines.retry(false))] : []),
      ...(state.canBeOverridden ? [button('Try all the same', 'btn', () => engines.retry(true))] : []),
      ...(hasBuiltIn ? [button('Stay with the built-in runner', 'btn', () => engines.choose('embedded'))] : []),
    ],
  };
}

/** Of the policy: by then somebody wants to get on. */
export const LONG_WAIT_MS = 8_000;
