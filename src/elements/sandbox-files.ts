import { atom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { fileProcesses } from '#exercise/file-processes.ts';
import type { SaveState } from '#stores/draft.ts';
import { sameFiles } from '#stores/draft-files.ts';
import { preferences } from '#stores/preferences.ts';
import { progress } from '#stores/progress.ts';
import type { Session } from '#stores/session.ts';
import { pensOf } from '#timeline/pens.ts';
import { type CodeArea, createCodeArea } from './code-area.ts';
import { copyCodeLink } from './code-link.ts';
import { downloadProject } from './download-project.ts';
import { editorWords } from './editor-words.ts';
import type { Library } from './exercise-library.ts';
import { FileMenus } from './file-menus.ts';
import { FileTabs, type Tab } from './file-tabs.ts';
import { findPart } from './find-part.ts';

export interface SandboxFiles {
  readonly area: CodeArea;
  /** Shows a file; with a line, reveals it. */
  select(path: string, line?: number): void;
  /** Shows a line in the editor, which is loaded for it. */
  goTo(path: string, line: number): void;
  dispose(): void;
}

export interface FilesActions {
  check(): void;
  run(): void;
  save(): void;
  say(words: string): void;
  /** These words are over, if they are still what was said last. */
  unsay(words: string): void;
}

/** Tabs, menus and editor over the draft, and over one file of the lab or the checks that is being looked into. */
export function openFiles(
  sandbox: HTMLElement,
  session: Session,
  library: Library,
  actions: FilesActions,
): SandboxFiles {
  const { draft, exercise } = session;
  const selected = atom(exercise.starter[0]?.path ?? '');
  const looked = atom<SourceFile | undefined>();
  const tabs = findPart(sandbox, 'file-tabs', FileTabs);
  const isGiven = (path: string) => exercise.given.includes(path);

  const editor = findPart(sandbox, '[data-part="editor"]', HTMLElement);
  const words = editorWords(
    findPart(sandbox, '[data-part="editor-words"]', HTMLElement),
    editor,
    actions.say,
    actions.unsay,
  );

  /** On a device that keeps nothing nothing is lost as long as nobody has written. */
  let isTouched = !sameFiles(draft.files.get(), exercise.starter);
  /** Where one types the notice above the code may be out of sight. */
  function showTrouble(state: SaveState): void {
    // What is being saved may not be saved again.
    if (state.kind === 'saving') return;
    const isTrouble = state.kind === 'not saved' || state.kind === 'conflict';
    words.trouble(isTrouble && isTouched ? NOT_SAVED : '');
  }

  const area = createCodeArea(editor, {
    label: exercise.title,
    library,
    onChange: (path, text) => {
      if (path !== looked.get()?.path && !isGiven(path)) draft.write(path, text);
    },
    onOpen: (path, line) => void open(path, line),
    onCheck: actions.check,
    onRun: actions.run,
    onSave: actions.save,
    tell: words.ofEditor,
  });

  function select(path: string, line?: number): void {
    selected.set(path);
    draw();
    area.show(path, line);
  }

  async function look(path: string, line?: number): Promise<void> {
    const reference = await library.reference().catch((failure: Error) => words.answer(failure.message));
    const file = reference?.find((one) => one.path === path);
    if (!file) return;
    looked.set(file);
    select(path, line);
  }

  /** A name was followed: into a file of the learner's own, or into the lab. */
  async function open(path: string, line?: number): Promise<void> {
    if (draft.files.get().some((file) => file.path === path)) select(path, line);
    else await look(path, line);
  }

  function draw(): void {
    const own = draft.files.get();
    const extra = looked.get();
    const paths = [...own.map((file) => file.path), ...(extra ? [extra.path] : [])];
    if (!paths.includes(selected.get())) selected.set(paths[0] ?? '');
    tabs.show(tabsOf(own, extra, isGiven), selected.get());
  }

  function written(): void {
    isTouched = true;
    changed();
  }

  function changed(): void {
    const extra = looked.get();
    const own = draft.files.get().map((file) => ({ ...file, readOnly: isGiven(file.path) }));
    draw();
    area.setFiles(extra ? [...own, { ...extra, readOnly: true }] : own);
    area.show(selected.get());
  }

  tabs.connect((path) => select(path));
  findPart(sandbox, 'file-menus', FileMenus).connect({
    draft,
    given: exercise.given,
    starter: exercise.starter,
    selected: () => selected.get(),
    select,
    passed: () => progress.passedCode(exercise.id),
    reference: library.reference,
    look: (path) => void look(path),
    looked: () => looked.get()?.path,
    close: () => looked.set(undefined),
    download: () =>
      void downloadProject(exercise.id, library.kit(), draft.files.get()).catch((failure: Error) =>
        words.answer(failure.message),
      ),
    share: () => void copyCodeLink(session).then(words.answer),
    editor: {
      words: () => (area.kind() === 'plain' ? 'Use the full editor' : 'Use the plain editor'),
      change: area.changeEditor,
      readerWords: () => (area.kind() === 'plain' ? '' : readerWords()),
      changeReader: area.changeScreenReader,
    },
    say: words.answer,
  });
  const forget = [draft.files.listen(written), looked.listen(changed), draft.saved.subscribe(showTrouble)];
  changed();
  return {
    area,
    select,
    goTo(path, line) {
      select(path, line);
      void area.load();
    },
    dispose() {
      for (const each of forget) each();
      area.dispose();
    },
  };
}

const NOT_SAVED = 'Your latest changes are not saved. Above the code stands why, and what can be done.';

const readerWords = () =>
  preferences.values.get().screenReader ? 'Leave screen reader mode' : 'Use screen reader mode';

function tabsOf(own: readonly SourceFile[], extra: SourceFile | undefined, isGiven: (path: string) => boolean): Tab[] {
  const processes = fileProcesses(own);
  const pens = pensOf([...processes.values()]);
  const tab = ({ path }: SourceFile, readOnly: boolean): Tab => ({
    path,
    pen: pens.get(processes.get(path) ?? ''),
    readOnly,
  });
  return [...own.map((file) => tab(file, isGiven(file.path))), ...(extra ? [tab(extra, true)] : [])];
}
