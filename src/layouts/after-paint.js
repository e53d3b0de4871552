// A page is read before it is worked with: its script is asked for once the text is painted. What is pressed until it is
// there, is pressed again then.
addEventListener('DOMContentLoaded', () => {
  const pressed = new Map();
  const keep = (event) => {
    const { type, target } = event;
    if (type === 'keydown') return pressed.set(event, () => target.dispatchEvent(new KeyboardEvent(type, event)));
    const button = target.closest?.('button');
    if (button?.closest(':not(:defined)')) pressed.set(button, () => button.click());
  };
  const load = async () => {
    try {
      await import(document.body.dataset.script);
    } catch {
      // The page was left, or is read without what only a script can do.
      return;
    }
    for (const type of ['click', 'keydown']) removeEventListener(type, keep, true);
    for (const again of pressed.values()) again();
  };
  for (const type of ['click', 'keydown']) addEventListener(type, keep, true);
  // Nothing is painted where nobody looks.
  if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes('paint')) load();
  else
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      load();
    }).observe({ type: 'paint', buffered: true });
});
