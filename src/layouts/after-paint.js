// A page is read before it is worked with: its script is asked for once the text is painted. What is pressed, written or chosen
// until it is there, is so again then, in its order.
{
  const MOMENT_MS = 2_000;
  const PATIENCE_MS = 10_000;
  const kept = new Map();
  let key;
  const keep = (what, again) => {
    // What is done twice is done once, and last.
    kept.delete(what);
    kept.set(what, again);
  };
  const isWaiting = ({ target }) => Boolean(target.closest?.(':not(:defined)'));
  const heard = {
    // Only the newest counts, and only while nothing else is done: a page does not turn under somebody who reads on.
    keydown(event) {
      key = { event, since: performance.now(), isForPart: isWaiting(event) };
    },
    click(event) {
      key = undefined;
      // What opens by itself does so, unless somebody has to hear of it.
      const pressed = event.target.closest?.('button, .menu-drop > summary, code-sandbox summary');
      if (!pressed || !isWaiting(event)) return;
      event.preventDefault();
      pressed.ariaBusy = 'true';
      keep(pressed, () => pressed.click());
    },
    input(event) {
      key = undefined;
      const { target } = event;
      // What is chosen stays chosen: one of a group is pressed again.
      if (target.type === 'radio') keep(target.name, () => target.click());
      else keep(target, () => target.dispatchEvent(new InputEvent('input', { bubbles: true })));
    },
  };
  const end = () => {
    for (const type in heard) removeEventListener(type, heard[type], true);
    for (const what of kept.keys()) if (what instanceof Element) what.ariaBusy = null;
  };
  const arrive = () => {
    end();
    for (const again of kept.values()) again();
    if (key && (key.isForPart || performance.now() - key.since < MOMENT_MS))
      key.event.target.dispatchEvent(new KeyboardEvent('keydown', key.event));
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  };
  const giveUp = () => {
    end();
    delete document.documentElement.dataset.scripted;
    if (kept.size > 0) {
      const notice = document.createElement('p');
      notice.textContent =
        'What makes this page work could not be fetched. Check the connection and reload the page; nothing is lost.';
      document.querySelector('site-notices').append(notice);
    }
    for (const { localName, parentElement } of kept.keys())
      if (localName === 'summary') parentElement.open = !parentElement.open;
    kept.clear();
    key = undefined;
  };
  let isAskedFor = false;
  const load = () => {
    if (isAskedFor) return;
    isAskedFor = true;
    const timer = setTimeout(giveUp, PATIENCE_MS);
    import(/* @vite-ignore */ document.body.dataset.script)
      .then(arrive, (error) => {
        // That it did not come is said to whoever needs it; whoever has left the page does not.
        if (!/import/i.test(error?.message)) reportError(error);
        giveUp();
      })
      .finally(() => clearTimeout(timer));
  };
  const painted = new Promise((resolve) => {
    // Nothing is painted where nobody looks.
    if (document.hidden || !globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) resolve();
    else new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
  });
  const parsed = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
  for (const type in heard) addEventListener(type, heard[type], true);
  Promise.all([painted, parsed]).then(load);
  // In case nobody says that it is painted.
  addEventListener('load', () => setTimeout(load, MOMENT_MS));
}
