import type { Pen } from '#timeline/pens.ts';
import { build, buildSvg } from './build-element.ts';
import { penShape } from './icons.ts';

export interface Tab {
  readonly path: string;
  readonly pen: Pen | undefined;
  readonly readOnly: boolean;
}

/** The files, one tab each: arrows, Home and End go through them, and one of them is in the order of Tab. */
export class FileTabs extends HTMLElement {
  #select: (path: string) => void = () => {};
  #drawn = '';

  connect(select: (path: string) => void): void {
    this.#select = select;
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('scroll', () => this.#hintAtMore());
    new ResizeObserver(() => this.#hintAtMore()).observe(this);
    this.addEventListener('click', (event) => {
      const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null;
      if (tab?.dataset.path) select(tab.dataset.path);
    });
  }

  show(tabs: readonly Tab[], selected: string): void {
    const content = JSON.stringify([tabs, selected]);
    if (content === this.#drawn) return;
    this.#drawn = content;
    const hadFocus = this.contains(document.activeElement);
    const panel = this.dataset.panel;
    this.replaceChildren(...tabs.map((tab) => tabButton(tab, tab.path === selected, panel)));
    const current = this.querySelector<HTMLElement>('[aria-selected="true"]');
    if (hadFocus) current?.focus();
    if (current) this.#reveal(current);
    this.#hintAtMore();
  }

  /** On which sides tabs are out of sight: there the row fades. */
  #hintAtMore(): void {
    const isMoreLeft = this.scrollLeft > 1;
    const isMoreRight = this.scrollLeft + this.clientWidth < this.scrollWidth - 1;
    this.dataset.more = [isMoreLeft ? 'left' : '', isMoreRight ? 'right' : ''].join(' ').trim();
  }

  /** Scrolls the row of tabs alone, never the page. */
  #reveal(tab: HTMLElement): void {
    const left = tab.offsetLeft - this.offsetLeft;
    if (left < this.scrollLeft) this.scrollLeft = left;
    else if (left + tab.offsetWidth > this.scrollLeft + this.clientWidth) {
      this.scrollLeft = left + tab.offsetWidth - this.clientWidth;
    }
  }

  #key(event: KeyboardEvent): void {
    const tabs = [...this.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = tabs[targets[event.key] ?? -1]?.dataset.path;
    if (target === undefined) return;
    event.preventDefault();
    this.#select(target);
  }
}

function tabButton({ path, pen, readOnly }: Tab, selected: boolean, panel: string | undefined): HTMLButtonElement {
  return build(
    'button',
    {
      type: 'button',
      class: 'tab',
      role: 'tab',
      'aria-selected': String(selected),
      'aria-controls': panel,
      tabindex: selected ? 0 : -1,
      'data-path': path,
      'data-pen': pen,
    },
    pen && penShape(pen),
    path,
    readOnly ? readOnlyMark() : undefined,
  );
}

/** As `ReadOnlyMark.astro` draws it. */
function readOnlyMark(): HTMLElement {
  const lock = buildSvg('path', { d: 'M2.5 5.5h7v5h-7ZM4 5.5v-2a2 2 0 0 1 4 0v2' });
  return build(
    'span',
    {
      class: 'tab-lock',
      role: 'img',
      'aria-label': 'read only',
      title: 'This file belongs to the exercise and is read only',
    },
    buildSvg('svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' }, lock),
  );
}

customElements.define('file-tabs', FileTabs);
