/** Inserts in place of the selection, as if typed, so that the browser's own undo knows of it. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  // The only way to change a textarea that keeps its undo history; browsers keep it for exactly this.
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A new line begins as far in as the one before, and one step further after an opening bracket. */
export function newLine(area: HTMLTextAreaElement): void {
  const before = area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, area.selectionStart);
  const indent = /^ */.exec(before)?.[0] ?? '';
  insertText(area, `\n${indent}${/[{[(]\s*$/.test(before) ? '  ' : ''}`);
}

/** Moves the selected lines two spaces in and keeps them selected. */
export function indentLines(area: HTMLTextAreaElement): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const text = area.value.slice(from, area.selectionEnd).replace(/^(?=.)/gm, '  ');
  area.setSelectionRange(from, area.selectionEnd);
  insertText(area, text);
  area.setSelectionRange(from, from + text.length);
}

/** Offset of the first character of a line, counted from 1. */
export function lineStart(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0);
}
