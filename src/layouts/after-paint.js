// A page is read before it is worked with: its script is asked for once the text is painted. What is pressed, typed or chosen
// until it is there, is so again then.
addEventListener('DOMContentLoaded', () => {
  const kept = new Map();
  const types = ['click', 'keydown', 'change'];
  const keep = (event) => {
    const { type, target } = event;
    if (type === 'keydown') kept.set(event, () => target.dispatchEvent(new KeyboardEvent(type, event)));
    if (type === 'change')
      kept.set(target, () => {
        // A choice that is chosen again stays what it is.
        if (target.type === 'radio') target.click();
        target.dispatchEvent(new Event(type, { bubbles: true }));
      });
    const pressed = type === 'click' ? target.closest?.('button, summary') : null;
    if (!pressed?.closest(':not(:defined)')) return;
    event.preventDefault();
    pressed.ariaBusy = 'true';
    kept.set(pressed, () => {
      pressed.ariaBusy = null;
      pressed.click();
    });
  };
  const load = async () => {
    try {
      await import(/* @vite-ignore */ document.body.dataset.script);
    } catch {
      // The page was left, or is there for reading only: what needs no script works by itself.
    }
    for (const type of types) removeEventListener(type, keep, true);
    for (const again of kept.values()) again();
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  };
  for (const type of types) addEventListener(type, keep, true);
  // Nothing is painted where nobody looks.
  if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes('paint')) load();
  else
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      load();
    }).observe({ type: 'paint', buffered: true });
});
