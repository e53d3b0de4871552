import type { Reason } from './reasons.ts';

/** What the browser says of itself and of this page. */
export interface Surroundings {
  readonly isSecureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly userAgent: string;
  /** How many fingers it can tell apart, since an iPad calls itself a Mac. */
  readonly maxTouchPoints: number;
  readonly hasSharedMemory: boolean;
}

export function surroundings(): Surroundings {
  return {
    isSecureContext: globalThis.isSecureContext,
    crossOriginIsolated: globalThis.crossOriginIsolated,
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    hasSharedMemory: typeof SharedArrayBuffer !== 'undefined',
  };
}

/**
 * The first thing that stands in the way before anything was tried. `willing`: the learner wants it tried in spite of what
 * this browser seems to be.
 * @see https://webcontainers.io/guides/browser-support
 */
export function gate(around: Surroundings, willing: boolean): Reason | undefined {
  if (!around.isSecureContext) return 'insecure';
  if (!around.crossOriginIsolated) return 'not isolated';
  if (willing) return undefined;
  if (isPhone(around)) return 'phone';
  return isSupported(around) ? undefined : 'unsupported browser';
}

function isPhone({ userAgent, maxTouchPoints }: Surroundings): boolean {
  return /Android|iPhone|iPod|iPad|Mobile/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** Chromium fully; Firefox and Safari from 16.4 on in beta. */
function isSupported({ userAgent, hasSharedMemory }: Surroundings): boolean {
  if (!hasSharedMemory) return false;
  if (/Chrome\/|Firefox\//.test(userAgent)) return true;
  const safari = /Version\/(\d+)\.(\d+).*Safari\//.exec(userAgent);
  return safari !== null && Number(safari[1]) * 100 + Number(safari[2]) >= 1604;
}
