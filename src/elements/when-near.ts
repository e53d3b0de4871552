import { whenIdle } from '#editor/intent.ts';

/**
 * Loads the module that defines an element when somebody comes near one of its kind in this page: with a pointer, with the
 * focus, or by having it within a screen of what they see. The page's first bytes are for reading. What is pressed meanwhile
 * is pressed again once the element works; `failed` is called when what was asked for cannot be had.
 */
export function whenNear(name: string, load: () => Promise<unknown>, failed: (host: HTMLElement) => void): void {
  for (const host of document.querySelectorAll<HTMLElement>(name)) watch(host, load, failed);
}

function watch(host: HTMLElement, load: () => Promise<unknown>, failed: (host: HTMLElement) => void): void {
  const stop = new AbortController();
  let pressed: HTMLElement | undefined;
  let isUnderWay = false;

  async function fetchIt(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
    const came = await load().then(
      () => true,
      () => false,
    );
    isUnderWay = false;
    if (came) {
      stop.abort();
      observer.disconnect();
      sameIn(host, pressed)?.click();
    } else if (pressed) {
      failed(host);
      // What opens by itself does so without the element, too.
      if (pressed.parentElement instanceof HTMLDetailsElement) pressed.parentElement.open = true;
    }
    pressed = undefined;
  }

  const once = () => void fetchIt();
  const { signal } = stop;
  for (const type of ['pointerover', 'focusin'] as const) host.addEventListener(type, once, { passive: true, signal });
  host.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      const button = target instanceof Element ? target.closest<HTMLElement>('button, summary') : null;
      if (!button) return;
      event.preventDefault();
      pressed = button;
      once();
    },
    { signal },
  );
  const observer = new IntersectionObserver(
    (seen) => seen.some(({ isIntersecting }) => isIntersecting) && whenIdle(once),
    {
      rootMargin: '100% 0px',
    },
  );
  observer.observe(host);
  const addressed = () => holdsMore(location.hash) && once();
  addressed();
  addEventListener('hashchange', addressed, { signal });
}

/** The element may have drawn its parts anew. */
function sameIn(host: HTMLElement, pressed: HTMLElement | undefined): HTMLElement | undefined {
  if (!pressed || pressed.isConnected) return pressed;
  const all = [...host.querySelectorAll<HTMLElement>(pressed.localName)];
  return all.find(({ textContent }) => textContent === pressed.textContent);
}

/** A fragment that is no place in the page is for an element to read, as the address of a story is. */
function holdsMore(fragment: string): boolean {
  return fragment.includes('=');
}
