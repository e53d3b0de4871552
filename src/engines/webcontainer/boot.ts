import type { WebContainer } from '@webcontainer/api';
import { type Deadlines, within } from './deadline.ts';
import { type Reason, Unavailable } from './reasons.ts';

export interface Booting {
  readonly stage: (words: string) => void;
  readonly apiKey: string | undefined;
  readonly deadlines: Deadlines;
}

/** Where the engine itself comes from. The package can be told another origin, and tests do so over the network. */
const ENGINE_ORIGIN = 'https://stackblitz.com';
/** The folder's name, as the terminal shows it. */
const FOLDER = 'course';

let booting: Promise<WebContainer> | undefined;
/** The frame has said its first word. The package hears no other: to load the frame anew would cut its only line. */
let isIntroduced = false;

/**
 * Boots the one WebContainer that a page can have. Rejects with `Unavailable`. Once it was not in time, another call waits for
 * the same boot again, since a second `boot()` would wait for the first for ever; it loads a frame anew that has said nothing yet.
 */
export async function bootContainer({ stage, apiKey, deadlines }: Booting): Promise<WebContainer> {
  const api = await within(deadlines.boot, import('@webcontainer/api'), 'not fetched').catch(() => {
    throw new Unavailable('not fetched');
  });
  stage(isIntroduced ? STARTING : 'Connecting to stackblitz.com');
  const watch = watchBoot(() => stage(STARTING));
  try {
    const frame = engineFrame();
    if ((booting || isIntroduced) && !frame) throw new Unavailable('crashed');
    if (booting && frame && !isIntroduced) reload(frame);
    booting ??= begin(api, apiKey);
    const current = booting;
    current.catch(() => {
      if (booting === current) booting = undefined;
    });
    const cutShort = watch.unreachable.then(() => within(deadlines.bootWithoutNetwork, current, 'unreachable'));
    return await Promise.race([within(deadlines.boot, current, 'boot timed out'), cutShort, watch.blocked]);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    console.error(error);
    throw new Unavailable('boot rejected');
  } finally {
    watch.end();
  }
}

const STARTING = 'Booting the WebContainer';

function begin(api: typeof import('@webcontainer/api'), apiKey: string | undefined): Promise<WebContainer> {
  // Before the first boot only; a second key would be refused.
  if (apiKey && !hasKey) api.configureAPIKey(apiKey);
  hasKey = true;
  awaitFirstWord();
  return api.WebContainer.boot({ coep: 'require-corp', workdirName: FOLDER });
}
let hasKey = false;

/** One listener for however many tries; it goes with the word that it waited for. */
function awaitFirstWord(): void {
  if (isAwaited) return;
  isAwaited = true;
  const heard = ({ origin, data }: MessageEvent) => {
    if (origin !== ENGINE_ORIGIN || data?.type !== 'init') return;
    isIntroduced = true;
    removeEventListener('message', heard);
  };
  addEventListener('message', heard);
}
let isAwaited = false;

/** The frame that the package put into the page; undefined when somebody has removed it. */
export function engineFrame(): HTMLIFrameElement | undefined {
  return [...document.querySelectorAll('iframe')].find(({ src }) => src.startsWith(`${ENGINE_ORIGIN}/headless`));
}

function reload(frame: HTMLIFrameElement): void {
  // biome-ignore lint/correctness/noSelfAssign: assigning an address loads it again
  frame.src = frame.src;
}

interface Watch {
  /** Resolves when the network says no; a hint and no verdict. A network that says nothing leaves it open. */
  readonly unreachable: Promise<void>;
  /** Rejects when a policy keeps the frame out. */
  readonly blocked: Promise<never>;
  end(): void;
}

function watchBoot(onInit: () => void): Watch {
  const ending = new AbortController();
  const { signal } = ending;
  const blocked = new Promise<never>((_, reject) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI, effectiveDirective }) => {
        // The look at the network may be forbidden, too, and decides nothing.
        const isFrame = effectiveDirective === 'frame-src' && blockedURI.startsWith(ENGINE_ORIGIN);
        if (isFrame) reject(new Unavailable('blocked by policy' satisfies Reason));
      },
      { signal },
    );
  });
  blocked.catch(() => {});
  addEventListener(
    'message',
    ({ origin, data }) => {
      if (origin === ENGINE_ORIGIN && data?.type === 'init') onInit();
    },
    { signal },
  );
  const unreachable = new Promise<void>((resolve) => {
    fetch(`${ENGINE_ORIGIN}/headless`, { mode: 'no-cors', signal }).catch(() => {
      if (!signal.aborted) resolve();
    });
  });
  return { unreachable, blocked, end: () => ending.abort() };
}
