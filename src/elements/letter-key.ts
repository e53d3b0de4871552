/** What a single key means outside of fields and editors. */
export type LetterAct = 'search' | 'shortcuts' | 'next' | 'previous';

const ACTS: Readonly<Record<string, LetterAct>> = { '/': 'search', '?': 'shortcuts', n: 'next', p: 'previous' };

/** What of a key press it takes to know. `path` is where it was pressed, from the inside out. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
}

/** Shift is allowed: on many keyboards it takes it for `?`, and on some for `/`. `isTyped`: where it was pressed takes letters. */
export function letterAct(press: Press, isTyped: boolean): LetterAct | undefined {
  if (isTyped || press.defaultPrevented || press.isComposing || press.repeat) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return Object.hasOwn(ACTS, press.key) ? ACTS[press.key] : undefined;
}

/** Fields, editors, the terminal, and dialogs over the page. */
export const TAKES_LETTERS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], .monaco-editor, .xterm, dialog, iframe';
