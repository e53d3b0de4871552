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

/**
 * Boots the one WebContainer that a page can have. Rejects with `Unavailable`. Once it was not in time, another call tries
 * the same boot again by loading its frame anew: a second `boot()` would wait for the first for ever.
 */
export async function bootContainer({ stage, apiKey, deadlines }: Booting): Promise<WebContainer> {
  const api = await import('@webcontainer/api').catch(() => {
    throw new Unavailable('unreachable');
  });
  stage('Connecting to stackblitz.com');
  const watch = watchBoot(() => stage('Starting Node'));
  try {
    if (booting) reloadFrame();
    else booting = begin(api, apiKey);
    const current = booting;
    current.catch(() => {
      if (booting === current) booting = undefined;
    });
    const budget = watch.reached.then((isReachable) =>
      isReachable
        ? within(deadlines.boot, current, 'boot timed out')
        : within(deadlines.bootWithoutNetwork, current, 'unreachable'),
    );
    return await Promise.race([budget, watch.blocked]);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    console.error(error);
    throw new Unavailable('boot rejected');
  } finally {
    watch.end();
  }
}

function begin(api: typeof import('@webcontainer/api'), apiKey: string | undefined): Promise<WebContainer> {
  // Before the first boot only; a second key would be refused.
  if (apiKey && !hasKey) api.configureAPIKey(apiKey);
  hasKey = true;
  return api.WebContainer.boot({ coep: 'require-corp', workdirName: FOLDER });
}
let hasKey = false;

/** The frame that the package put into the page; undefined when somebody has removed it. */
export function engineFrame(): HTMLIFrameElement | undefined {
  return [...document.querySelectorAll('iframe')].find(({ src }) => src.startsWith(`${ENGINE_ORIGIN}/headless`));
}

function reloadFrame(): void {
  const frame = engineFrame();
  if (!frame) throw new Unavailable('crashed');
  // biome-ignore lint/correctness/noSelfAssign: assigning an address loads it again
  frame.src = frame.src;
}

interface Watch {
  /** A hint and no verdict: false when the network says no at once. */
  readonly reached: Promise<boolean>;
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
      ({ blockedURI }) => {
        if (blockedURI.startsWith(ENGINE_ORIGIN)) reject(new Unavailable('blocked by policy' satisfies Reason));
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
  const reached = fetch(`${ENGINE_ORIGIN}/headless`, { mode: 'no-cors', signal }).then(
    () => true,
    () => false,
  );
  return { reached, blocked, end: () => ending.abort() };
}
