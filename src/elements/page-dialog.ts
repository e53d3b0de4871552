import { build, buildSvg } from './build-element.ts';

/** A dialog over the page: a title, a way to close it, and what it holds. Escape and a press beside it close it, too. */
export function buildDialog(title: string, name: string, ...parts: readonly Node[]): HTMLDialogElement {
  const id = `${name.replace(/^is-/, '')}-title`;
  const close = build('button', { type: 'button', class: 'icon', 'aria-label': 'Close' }, cross());
  const head = build('header', { class: 'dialog-head' }, build('h2', { id }, title), close);
  // A press on the ground behind it has the dialog itself as its target: inside, everything lies in the sheet.
  const sheet = build('div', { class: 'dialog-sheet' }, head, ...parts);
  const dialog = build('dialog', { class: `page-dialog ${name}`, 'aria-labelledby': id }, sheet);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('pointerdown', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function cross(): SVGElement {
  const svg = buildSvg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  svg.append(buildSvg('path', { d: 'M5 5L15 15M15 5L5 15' }));
  return svg;
}
