import '#styles/dialog.css';
import '#styles/shortcuts.css';
import { preferences } from '#stores/preferences.ts';
import { build } from './build-element.ts';
import { buildDialog } from './page-dialog.ts';
import { modName, type PageParts, type ShortcutGroup, shortcutList } from './shortcut-list.ts';

/** Lists the keys that work on this page as it is now, and lets single letters be switched off. */
export function openShortcuts(): void {
  dialog ??= buildDialog('Keyboard shortcuts', 'is-shortcuts', groups, letterSwitch());
  groups.replaceChildren(...shortcutList(partsOfThisPage(), modName(platform())).map(groupOf));
  if (!dialog.open) dialog.showModal();
}

let dialog: HTMLDialogElement | undefined;
const groups = build('div', { class: 'shortcut-groups' });

function groupOf({ title, letters, shortcuts }: ShortcutGroup): HTMLElement {
  const lines = shortcuts.map(({ keys, does }) =>
    build('div', {}, build('dt', {}, ...keys.map((key) => build('kbd', {}, key))), build('dd', {}, does)),
  );
  const heading = build('h3', {}, title);
  return build('section', { class: letters ? 'are-letters' : undefined }, heading, build('dl', {}, ...lines));
}

/** WCAG 2.1.4: whoever speaks to a computer, or strays onto a key, can do without single letters. */
function letterSwitch(): HTMLElement {
  const box = build('input', { type: 'checkbox', role: 'switch' });
  box.addEventListener('change', () => preferences.set({ letterKeys: box.checked }));
  preferences.values.subscribe(({ letterKeys }) => {
    box.checked = letterKeys;
    groups.toggleAttribute('data-letters-off', !letterKeys);
  });
  const words = build(
    'span',
    {},
    'Single keys ',
    build('span', { class: 'meta' }, '/ n p ? outside of fields and editors. Remembered on this device.'),
  );
  return build('label', { class: 'letter-switch' }, box, words);
}

function partsOfThisPage(): PageParts {
  const titleOf = (relation: string) =>
    document.querySelector<HTMLLinkElement>(`link[rel="${relation}"]`)?.title || undefined;
  const sandbox = document.querySelector('code-sandbox');
  const isGraded = sandbox?.querySelector('button[value="check"]');
  return {
    next: titleOf('next'),
    previous: titleOf('prev'),
    sandbox: sandbox ? (isGraded ? 'graded' : 'ungraded') : 'none',
    story: [...document.querySelectorAll('trace-view')].some((view) => view.checkVisibility()),
  };
}

function platform(): string {
  const data: unknown = 'userAgentData' in navigator ? navigator.userAgentData : undefined;
  if (typeof data === 'object' && data && 'platform' in data && typeof data.platform === 'string') return data.platform;
  return navigator.platform;
}
