interface EarlyPressesParts {
  readonly signal: AbortSignal;
  readonly pressedBy: ((event: KeyboardEvent, host: HTMLElement) => HTMLElement | null | undefined) | undefined;
  readonly pressed: () => void;
}

/**
 * Keeps what is pressed in an element that does not work yet, in its order, and shows that it is; what is pressed twice out
 * of impatience counts once. Until `signal` nothing else hears these presses.
 */
export function earlyPresses(host: HTMLElement, { signal, pressedBy, pressed }: EarlyPressesParts) {
  const kept = new Set<HTMLElement>();

  function keep(one: HTMLElement): void {
    kept.delete(one);
    kept.add(one);
    one.ariaBusy = 'true';
    pressed();
  }

  host.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      const button = target.closest<HTMLElement>('button, summary');
      if (!button) return;
      event.preventDefault();
      keep(button);
    },
    { signal },
  );
  host.addEventListener(
    'change',
    ({ target }) => {
      // A choice is taken by itself; the element has to hear of it.
      if (target instanceof HTMLInputElement && target.type === 'radio') keep(target);
    },
    { signal },
  );
  host.addEventListener(
    'keydown',
    (event) => {
      const button = pressedBy?.(event, host);
      if (button === undefined) return;
      event.preventDefault();
      if (button) keep(button);
    },
    { signal },
  );
  const taken = (): readonly HTMLElement[] => {
    const all = [...kept];
    kept.clear();
    for (const one of all) one.ariaBusy = null;
    return all;
  };
  return {
    /** Once the element works. */
    again(): void {
      for (const one of taken()) pressAgain(sameIn(host, one));
    },
    /** It does not come: what opens by itself does so. */
    leaveToPage(): void {
      for (const one of taken()) {
        const { parentElement: parent, localName } = one;
        // A menu is filled by what does not come.
        if (localName !== 'summary' || one.matches('.menu-drop > summary')) continue;
        if (parent instanceof HTMLDetailsElement) parent.open = !parent.open;
      }
    },
  };
}

/** A choice that is made already is not heard of by a click. */
function pressAgain(one: HTMLElement | undefined): void {
  if (one instanceof HTMLInputElement && one.checked)
    for (const type of ['input', 'change']) one.dispatchEvent(new Event(type, { bubbles: true }));
  else one?.click();
}

/** The element may have drawn its parts anew. */
function sameIn(host: HTMLElement, pressed: HTMLElement): HTMLElement | undefined {
  if (pressed.isConnected) return pressed;
  const all = [...host.querySelectorAll<HTMLElement>(pressed.localName)];
  return all.find(({ textContent }) => textContent !== '' && textContent === pressed.textContent);
}
