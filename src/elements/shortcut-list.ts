/** Keys and what they do on the page that is shown. A space in `keys` stands between keys that are pressed together. */
export interface ShortcutGroup {
  readonly title: string;
  /** Whether its keys are single letters, which can be switched off. */
  readonly letters: boolean;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** What is on the page. */
export interface PageParts {
  /** The titles of its neighbours in the course. */
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** `graded` has checks; `ungraded` is a playground. */
  readonly sandbox: 'none' | 'graded' | 'ungraded';
  /** Whether a story can be stepped through. */
  readonly story: boolean;
}

/** `mod` is what the keyboard calls it: ⌘ or Ctrl. */
export function shortcutList({ next, previous, sandbox, story }: PageParts, mod: string): readonly ShortcutGroup[] {
  const page: ShortcutGroup = {
    title: 'On every page',
    letters: true,
    shortcuts: [
      { keys: ['/'], does: 'Search the course' },
      ...(next ? [{ keys: ['n'], does: `Next: ${next}` }] : []),
      ...(previous ? [{ keys: ['p'], does: `Previous: ${previous}` }] : []),
      { keys: ['?'], does: 'Show this list' },
    ],
  };
  const code: ShortcutGroup = {
    title: 'In the exercise',
    letters: false,
    shortcuts: [
      ...(sandbox === 'graded' ? [{ keys: [`${mod} Enter`], does: 'Check' }] : []),
      { keys: sandbox === 'graded' ? ['Shift Enter'] : ['Shift Enter', `${mod} Enter`], does: 'Run' },
      { keys: [`${mod} S`], does: 'Save now; it saves by itself, too' },
      { keys: ['Esc', 'Tab'], does: 'One after the other: leave the editor' },
    ],
  };
  const steps: ShortcutGroup = {
    title: 'In a timeline',
    letters: false,
    shortcuts: [
      { keys: ['←', '→'], does: 'One step back, one step on' },
      { keys: ['Home', 'End'], does: 'The first step, the last step' },
    ],
  };
  return [page, ...(sandbox === 'none' ? [] : [code]), ...(story ? [steps] : [])];
}

/** What Mod is called on this machine's keyboard. */
export function modName(platform: string): string {
  return /mac|iphone|ipad|ipod/i.test(platform) ? '⌘' : 'Ctrl';
}
