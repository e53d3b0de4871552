import { build, button } from './build-element.ts';

export interface MenuItem {
  readonly words: string;
  act(): void;
}

/** A rule between groups, or words above one. */
export type MenuLine = MenuItem | 'rule' | { readonly heading: string };

/** Fills a server-rendered `<details class="menu-drop">` with buttons. It closes after a choice, by Escape, and by a click elsewhere. */
export function connectMenu(menu: HTMLDetailsElement, lines: () => readonly MenuLine[]): void {
  const list = menu.querySelector<HTMLElement>('.menu-list');
  const summary = menu.querySelector('summary');
  if (!list || !summary) return;
  const close = () => {
    menu.open = false;
  };

  menu.addEventListener('toggle', () => {
    if (!menu.open) return;
    list.replaceChildren(...lines().map((line) => lineOf(line, close)));
    keepInWindow(list);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      event.stopPropagation();
      close();
      summary.focus();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, list);
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) close();
  });
}

/** It ends where its name ends: in a narrow window it would begin outside. */
function keepInWindow(list: HTMLElement): void {
  list.style.translate = '';
  const { left } = list.getBoundingClientRect();
  if (left < EDGE_PX) list.style.translate = `${EDGE_PX - left}px`;
}

const EDGE_PX = 8;

function lineOf(line: MenuLine, close: () => void): HTMLElement {
  if (line === 'rule') return build('hr');
  if ('heading' in line) return build('p', {}, line.heading);
  return button(line.words, '', () => {
    close();
    line.act();
  });
}

function move(event: KeyboardEvent, list: Element): void {
  const buttons = [...list.querySelectorAll('button')];
  if (buttons.length === 0) return;
  event.preventDefault();
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  buttons[(next + buttons.length) % buttons.length]?.focus();
}
