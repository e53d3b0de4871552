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
      // A choice is taken by itself; the element has to hear of it.
      if (target instanceof HTMLInputElement && target.type === 'radio') return keep(target);
      const button = target.closest<HTMLElement>('button, summary');
      if (!button) return;
      event.preventDefault();
      keep(button);
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
      for (const one of taken()) sameIn(host, one)?.click();
    },
    /** It does not come: what opens by itself does so. */
    leaveToPage(): void {
      for (const { parentElement: parent, localName } of taken())
        if (localName === 'summary' && parent instanceof HTMLDetailsElement) parent.open = !parent.open;
    },
  };
}

/** The element may have drawn its parts anew. */
function sameIn(host: HTMLElement, pressed: HTMLElement): HTMLElement | undefined {
  if (pressed.isConnected) return pressed;
  const all = [...host.querySelectorAll<HTMLElement>(pressed.localName)];
  return all.find(({ textContent }) => textContent !== '' && textContent === pressed.textContent);
}
