/**
 * Calls `act` once, when somebody is about to edit: a pointer over the code, the focus in it, or the code in view while
 * nothing else goes on and no one saves data. Returns how to stop waiting.
 */
export function whenAboutToEdit(host: HTMLElement, act: () => void): () => void {
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const each of stops.splice(0)) each();
  };
  const once = () => {
    stop();
    act();
  };
  for (const type of ['pointerover', 'pointerdown', 'focusin'] as const) {
    host.addEventListener(type, once, { passive: true });
    stops.push(() => host.removeEventListener(type, once));
  }
  if (!savesData()) stops.push(whenInView(host, once));
  return stop;
}

/** Whoever scrolls past does not pay; whoever stays for a moment does not wait. */
const restMs = 1_000;

function whenInView(host: HTMLElement, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => whenIdle(act), restMs);
    },
    // The middle of the window: an edge of the code at the rim of the screen is no intent.
    { rootMargin: '-25% 0px' },
  );
  observer.observe(host);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** Soon, and after what the page has to do for whoever reads. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 2_000 });
  else act();
}

/** Somebody has asked their browser to fetch little. */
export function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  );
}
