import { isolated, unisolated } from './isolated.ts';

export interface Isolating {
  /** The host cannot send the headers that isolate a page, and its owner wants pages isolated. */
  readonly isWanted: boolean;
  readonly userAgent: string;
  readonly isOnline: () => boolean;
}

/**
 * How answers are changed. An isolated page is needed for real Node alone, and in WebKit (2.50) the frame of such a page runs
 * nothing but what a server hands it: so there it is never isolated by this worker, and without a network not by its host.
 */
export function isolation({ isWanted, userAgent, isOnline }: Isolating): (response: Response) => Response {
  if (isWebKit(userAgent)) return (response) => (isWanted || !isOnline() ? unisolated(response) : response);
  return isWanted ? isolated : (response) => response;
}

/** Chromium says that it is WebKit, too. */
const isWebKit = (userAgent: string): boolean => /AppleWebKit/.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent);
