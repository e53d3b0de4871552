export type Shortcut = 'check' | 'run' | 'save';

/** The same keys in every editor and around it. Mod is Ctrl, or Command on a Mac. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.isComposing || event.altKey) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && mod && !event.shiftKey) return 'check';
  if (event.key === 'Enter' && event.shiftKey && !mod) return 'run';
  if (event.key.toLowerCase() === 's' && mod && !event.shiftKey) return 'save';
  return undefined;
}
