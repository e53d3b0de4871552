import { build } from './build-element.ts';

/** Something to know or to decide. A notice of the same key is the same notice with other words. */
export interface Notice {
  readonly key: string;
  readonly words: string;
  readonly acts: readonly NoticeAct[];
}

export interface NoticeAct {
  readonly words: string;
  act(): void;
}

/**
 * Shows notices one below the other and changes only what has changed, so that somebody who is at a button stays there. Of a
 * button that goes, the focus goes to the next one of its notice, then to the notice, then to `beside`.
 */
export function createNoticeList(place: HTMLElement, beside: () => HTMLElement | null) {
  const shown = new Map<string, Shown>();

  return (notices: readonly Notice[]): void => {
    const at = [...shown.values()].find(({ element }) => element.contains(document.activeElement));
    for (const [key, { element }] of shown) {
      if (notices.some((notice) => notice.key === key)) continue;
      element.remove();
      shown.delete(key);
    }
    for (const [index, notice] of notices.entries()) {
      const own = shown.get(notice.key) ?? emptyNotice();
      shown.set(notice.key, own);
      update(own, notice);
      // Moved, it would lose its focus.
      if (place.children[index] !== own.element) place.insertBefore(own.element, place.children[index] ?? null);
    }
    if (at && !at.element.contains(document.activeElement)) (at.element.isConnected ? nextIn(at) : beside())?.focus();
  };
}

interface Shown {
  readonly element: HTMLElement;
  readonly words: HTMLElement;
  readonly acts: HTMLElement;
  readonly buttons: Map<string, Pressed>;
}

interface Pressed {
  readonly element: HTMLButtonElement;
  act: () => void;
}

function emptyNotice(): Shown {
  const words = build('p');
  const acts = build('div', { class: 'acts' });
  const element = build('div', { class: 'notice', role: 'group', 'aria-label': 'Notice', tabindex: -1 }, words);
  return { element, words, acts, buttons: new Map() };
}

function update({ element, words, acts, buttons }: Shown, notice: Notice): void {
  // Said anew only when it is something else.
  if (words.textContent !== notice.words) words.textContent = notice.words;
  for (const [name, { element: old }] of buttons) {
    if (notice.acts.some((act) => act.words === name)) continue;
    old.remove();
    buttons.delete(name);
  }
  for (const [index, { words: name, act }] of notice.acts.entries()) {
    const own = buttons.get(name) ?? buttonNamed(name);
    buttons.set(name, own);
    own.act = act;
    if (acts.children[index] !== own.element) acts.insertBefore(own.element, acts.children[index] ?? null);
  }
  if (buttons.size === 0) acts.remove();
  else if (acts.parentElement !== element) element.append(acts);
}

function buttonNamed(name: string): Pressed {
  const element = build('button', { type: 'button', class: 'btn' }, name);
  const pressed: Pressed = { element, act: () => {} };
  element.addEventListener('click', () => pressed.act());
  return pressed;
}

function nextIn({ element, acts }: Shown): HTMLElement {
  return acts.querySelector('button') ?? element;
}
