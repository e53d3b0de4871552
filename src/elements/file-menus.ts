import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Draft, DraftCopy } from '#stores/draft.ts';
import { calendarDay, clockTime } from './dates.ts';
import { connectMenu, type MenuLine } from './drop-menu.ts';
import { findPart } from './find-part.ts';
import { askForName } from './name-form.ts';

export interface FileMenusActions {
  readonly draft: Draft;
  readonly given: readonly string[];
  readonly starter: readonly SourceFile[];
  /** The file on show. */
  selected(): string;
  select(path: string): void;
  /** The code that passed, when there is any. */
  passed(): readonly SourceFile[] | undefined;
  /** The lab and the checks; fetched when asked for. */
  reference(): Promise<readonly SourceFile[]>;
  look(path: string): void;
  /** The file that is being looked into. */
  looked(): string | undefined;
  close(): void;
  /** Hands the files over as a Node project. */
  download(): void;
  /** Puts an address that holds the files where it can be pasted. */
  share(): void;
  readonly editor: {
    words(): string;
    change(): void;
    /** Empty where the editor needs no such switch. */
    readerWords(): string;
    changeReader(): void;
  };
  say(words: string): void;
}

/** What can be done with the files, and what can be looked into. */
export class FileMenus extends HTMLElement {
  connect(actions: FileMenusActions): void {
    const [files, look] = this.querySelectorAll('details');
    if (!files || !look) return;
    connectMenu(files, () => this.#fileLines(actions));
    let fetched: Fetched = 'not yet';
    look.addEventListener('toggle', async ({ isTrusted }) => {
      if (!look.open || !isTrusted || fetched !== 'not yet') return;
      fetched = await actions.reference().catch((failure: Error) => {
        actions.say(failure.message);
        return failure;
      });
      // The list was drawn while nothing had come yet.
      look.dispatchEvent(new Event('toggle'));
      // Whoever opens it again tries again.
      if (fetched instanceof Error) fetched = 'not yet';
    });
    connectMenu(look, () => lookLines(fetched, actions));
  }

  #fileLines(actions: FileMenusActions): readonly MenuLine[] {
    const { draft } = actions;
    return [
      { words: 'New file', act: () => this.#askForNew(actions) },
      ...this.#selectedLines(actions),
      'rule',
      { words: 'Download as a Node project', act: () => actions.download() },
      { words: 'Copy a link with this code', act: () => actions.share() },
      { words: 'Reset all files', act: () => draft.reset() },
      ...passedLines(actions),
      ...copyLines(actions),
      'rule',
      { words: actions.editor.words(), act: () => actions.editor.change() },
      ...readerLines(actions),
    ];
  }

  /** Renaming, deleting and resetting are for files of the learner's own. */
  #selectedLines(actions: FileMenusActions): readonly MenuLine[] {
    const { draft, given, starter } = actions;
    const path = actions.selected();
    const own = draft.files.get().some((file) => file.path === path) && !given.includes(path);
    if (!own) return [];
    const original = starter.some((file) => file.path === path);
    return [
      'rule',
      { words: `Rename ${path}`, act: () => this.#askForOther(actions, path) },
      { words: `Delete ${path}`, act: () => draft.remove(path) },
      ...(original ? [{ words: `Reset ${path}`, act: () => draft.reset(path) }] : []),
    ];
  }

  #askForNew({ draft, select }: FileMenusActions): void {
    askForName(this.#row(), 'Name of the new file', 'new.ts', (name) => {
      const path = name.includes('.') ? name : `${name}.ts`;
      draft.add(path);
      select(path);
    });
  }

  #askForOther({ draft, select }: FileMenusActions, path: string): void {
    askForName(this.#row(), `New name of ${path}`, path, (name) => {
      if (name === path) return;
      draft.rename(path, name);
      select(name);
    });
  }

  #row(): Element {
    return findPart(this.closest('.pane-code') ?? this, '.files', HTMLElement);
  }
}

function readerLines({ editor }: FileMenusActions): readonly MenuLine[] {
  const words = editor.readerWords();
  return words === '' ? [] : [{ words, act: () => editor.changeReader() }];
}

function passedLines({ draft, passed }: FileMenusActions): readonly MenuLine[] {
  const files = passed();
  return files ? [{ words: 'Open the code that passed', act: () => draft.openPassed(files) }] : [];
}

/** Copies go only when the learner says so, and the oldest first: it is what a full storage can do without. */
function copyLines({ draft, say }: FileMenusActions): readonly MenuLine[] {
  const copies = draft.copies.get();
  const oldest = copies.at(-1);
  if (!oldest) return [];
  const kept = ({ at }: DraftCopy) => `kept at ${clockTime(at)} on ${calendarDay(at)}`;
  const remove: MenuLine = {
    words: `Delete the oldest copy, ${kept(oldest)}`,
    act() {
      draft.dropCopy(oldest.id);
      say(`The copy ${kept(oldest)} is deleted.`);
    },
  };
  return [
    'rule',
    { heading: 'Other versions: what gave way to a link or a reset, or came from another tab or a file' },
    ...copies.map((copy): MenuLine => ({ words: `Open the copy ${kept(copy)}`, act: () => draft.openCopy(copy.id) })),
    remove,
  ];
}

type Fetched = 'not yet' | Error | readonly SourceFile[];

function lookLines(reference: Fetched, { look, looked, close }: FileMenusActions): readonly MenuLine[] {
  if (reference === 'not yet') return [{ heading: 'Fetching the files.' }];
  if (reference instanceof Error) return [{ heading: reference.message }];
  const open = looked();
  const line = ({ path }: SourceFile): MenuLine => ({
    words: path.slice(path.indexOf('/') + 1),
    act: () => look(path),
  });
  const ofLab = (file: SourceFile) => file.path.startsWith('lab/');
  const offered = (file: SourceFile) => file.path === 'lab/lab.ts';
  return [
    ...(open === undefined ? [] : ([{ words: `Close ${open}`, act: close }, 'rule'] as const)),
    { heading: 'What your code may use' },
    ...reference.filter(offered).map(line),
    'rule',
    { heading: 'The checks of this exercise' },
    ...reference.filter((file) => !ofLab(file)).map(line),
    'rule',
    { heading: 'The lab your code runs in' },
    ...reference.filter((file) => ofLab(file) && !offered(file)).map(line),
  ];
}

customElements.define('file-menus', FileMenus);
