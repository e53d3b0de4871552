/** What a page hears of the worker that keeps the course for when there is no network. */
export interface WorkerNews {
  /** A newer version is there and waits; `take` has it take over. */
  waits(take: () => void): void;
  /** A newer version has taken over: this page had asked for it, or another. */
  tookOver(askedBy: 'this page' | 'another page'): void;
}

export interface CourseWorker {
  register(address: string, pausesMs?: readonly number[]): Promise<void>;
}

/** Has the worker installed, again after each pause while it cannot be, and tells of newer versions. */
export function createCourseWorker(workers: ServiceWorkerContainer, news: WorkerNews): CourseWorker {
  const followed = new WeakSet<ServiceWorkerRegistration>();
  // The first one that a visitor has takes over from none.
  let hadOne = workers.controller !== null;
  let isTaking = false;
  workers.addEventListener('controllerchange', () => {
    if (hadOne) news.tookOver(isTaking ? 'this page' : 'another page');
    hadOne = true;
    isTaking = false;
  });

  function follow(registration: ServiceWorkerRegistration): void {
    if (followed.has(registration)) return;
    followed.add(registration);
    const tell = () => {
      const { waiting, active } = registration;
      if (waiting && active) news.waits(() => take(waiting));
    };
    tell();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell);
    });
  }

  function take(waiting: ServiceWorker): void {
    isTaking = true;
    waiting.postMessage('take over');
  }

  /** A network that breaks off in the middle breaks all of it: what has come by then is not fetched again. */
  async function register(address: string, [pauseMs, ...rest]: readonly number[] = PAUSES_MS): Promise<void> {
    // Private windows and some settings forbid it, or answer nothing; everything works then, only not without a network.
    const registration = await workers.register(address).catch(() => undefined);
    if (registration) {
      follow(registration);
      if (await isKept(registration)) return;
    }
    if (pauseMs !== undefined) setTimeout(() => void register(address, rest), pauseMs);
  }

  return { register };
}

/** Resolves to whether some version has all of its files, once that is known. */
function isKept({ installing, waiting, active }: ServiceWorkerRegistration): Promise<boolean> {
  if (active ?? waiting) return Promise.resolve(true);
  return new Promise((resolve) => {
    const look = () => {
      if (installing?.state === 'installing') return;
      resolve(installing !== null && installing.state !== 'redundant');
    };
    installing?.addEventListener('statechange', look);
    look();
  });
}

/** Before it is tried again: after them, whoever opens the next page. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000];
