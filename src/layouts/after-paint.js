// A page is read before it is worked with: its script is asked for once the text is painted. What is pressed, written or chosen
// until it is there, is so again then, in its order.
{
  const MOMENT_MS = 2_000;
  const PATIENCE_MS = 10_000;
  const kept = new Map();
  let key;
  let isGivenUp = false;
  const keep = (what, again) => {
    // What is done twice is done once, and last.
    kept.delete(what);
    kept.set(what, again);
  };
  const isWaiting = ({ target }) => Boolean(target.closest?.(':not(:defined)'));
  const dispatch = (target, ...types) => {
    for (const type of types) target.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const heard = {
    // Only the newest counts, and only while nothing else is done: a page does not turn under somebody who reads on.
    keydown(event) {
      if (isGivenUp) {
        // A key that does something elsewhere, too, is not missed.
        if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey) && isWaiting(event)) say();
        return;
      }
      key = { event, since: performance.now(), isForPart: isWaiting(event) };
    },
    click(event) {
      key = undefined;
      // What opens by itself does so, unless somebody has to hear of it.
      const pressed = event.target.closest?.('button, .menu-drop > summary, code-sandbox summary');
      if (!pressed || !isWaiting(event)) return;
      if (!isGivenUp || !opensByItself(pressed)) event.preventDefault();
      if (isGivenUp) {
        isDropped ||= !opensByItself(pressed);
        return say();
      }
      pressed.ariaBusy = 'true';
      keep(pressed, () => pressed.click());
    },
    input(event) {
      key = undefined;
      const { target } = event;
      if (isGivenUp && isWaiting(event)) say(isText(target));
      // What is chosen stays chosen, one of a group; a choice that is made already is not heard of by a click.
      const choose = () => (target.checked ? dispatch(target, 'input', 'change') : target.click());
      if (target.type === 'radio') keep(target.name, choose);
      else keep(target, () => dispatch(target, 'input', 'change'));
    },
  };
  const isPress = (what) => what.localName === 'button' || what.localName === 'summary';
  // A menu is filled by what does not come.
  const opensByItself = (pressed) => pressed.localName === 'summary' && !pressed.matches('.menu-drop > summary');
  const isText = (what) => Boolean(what.matches?.('textarea, input:not([type="radio"], [type="file"])'));
  const rest = () => {
    for (const what of kept.keys()) if (isPress(what)) what.ariaBusy = null;
  };
  const arrive = () => {
    for (const type in heard) removeEventListener(type, heard[type], true);
    rest();
    if (isDropped) {
      notice.textContent = 'This page works now. What you pressed before was not done: press it again.';
      addEventListener('click', () => notice.remove(), { once: true, capture: true });
    } else notice?.remove();
    document.documentElement.dataset.scripted = '';
    for (const again of kept.values()) again();
    if (key && (key.isForPart || performance.now() - key.since < MOMENT_MS))
      key.event.target.dispatchEvent(new KeyboardEvent('keydown', key.event));
    document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  };
  let trouble = 'What makes this page work has not come yet. Wait, or check the connection and reload the page.';
  // Of what is written now the learner needs to know more than of what they pressed.
  let notice;
  const say = (isWritten) => {
    const losing = isWritten || notice?.dataset.losing === '';
    const words = losing
      ? 'What you write here now is not kept: copy it first.'
      : 'What is kept on this device is safe.';
    notice ??= document.createElement('p');
    notice.className = 'page-lost';
    if (losing) notice.dataset.losing = '';
    notice.textContent = `${trouble} ${words}`;
    document.querySelector('site-notices').append(notice);
  };
  // It may come all the same: then what was written is heard of, and what was pressed so long ago is not.
  let isDropped = false;
  const giveUp = () => {
    isGivenUp = true;
    rest();
    const { dataset } = document.documentElement;
    delete dataset.scripted;
    // Nobody fills the card.
    delete dataset.begun;
    for (const what of kept.keys()) {
      say(isText(what));
      if (!isPress(what)) continue;
      if (opensByItself(what)) what.parentElement.open = !what.parentElement.open;
      else isDropped = true;
      kept.delete(what);
    }
    key = undefined;
  };
  let isAskedFor = false;
  const load = () => {
    if (isAskedFor) return;
    isAskedFor = true;
    const timer = setTimeout(giveUp, PATIENCE_MS);
    import(/* @vite-ignore */ document.body.dataset.script)
      .then(arrive, (error) => {
        // Whoever has left the page hears of a fetch that was broken off; only what it threw itself is a fault.
        if (/^(Failed to fetch|error loading) dynamically|^Importing a module script failed/i.test(error?.message))
          trouble = 'What makes this page work could not be fetched. Check the connection and reload the page.';
        else {
          trouble = 'What makes this page work does not run here. Reload the page, or open it in another browser.';
          reportError(error);
        }
        giveUp();
        // Whoever was told that it has not come yet hears what became of it.
        if (notice) say();
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
