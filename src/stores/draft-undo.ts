import { atom, type ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { textOf } from './draft-files.ts';

type Files = readonly SourceFile[];

/**
 * Remembers steps that replace whole files. What the learner types afterwards in other files stays when one is undone, and
 * what they typed in the same files can be had back: then the undo is a step of its own.
 */
export interface DraftUndo {
  readonly undoable: ReadableAtom<string | undefined>;
  remember(label: string, before: Files, after: Files): void;
  /** The files with the last step taken back. */
  undo(files: Files): Files;
}

interface Step {
  readonly label: string;
  /** What the step changed, as it was before; a file that was not there has no text. */
  readonly before: ReadonlyMap<string, string | undefined>;
  /** What it made of them. */
  readonly after: ReadonlyMap<string, string | undefined>;
  readonly order: readonly string[];
}

export function createDraftUndo(): DraftUndo {
  const steps: Step[] = [];
  const undoable = atom<string | undefined>(undefined);
  const show = () => undoable.set(steps.at(-1)?.label);

  function remember(label: string, before: Files, after: Files): void {
    const paths = new Set([...before, ...after].map((file) => file.path));
    const changed = [...paths].filter((path) => textOf(before, path) !== textOf(after, path));
    if (changed.length === 0) return;
    const textsIn = (files: Files) => new Map(changed.map((path) => [path, textOf(files, path)]));
    steps.push({ label, before: textsIn(before), after: textsIn(after), order: before.map((file) => file.path) });
    show();
  }

  return {
    undoable,
    remember,
    undo(files) {
      const step = steps.pop();
      show();
      if (!step) return files;
      const undone = takeBack(step, files);
      const editedSince = [...step.after].some(([path, text]) => textOf(files, path) !== text);
      if (editedSince) remember(`the undo (${step.label})`, files, undone);
      return undone;
    },
  };
}

function takeBack(step: Step, files: Files): Files {
  const texts = new Map<string, string | undefined>(files.map((file) => [file.path, file.text]));
  for (const [path, text] of step.before) texts.set(path, text);
  const place = (path: string) => (step.order.includes(path) ? step.order.indexOf(path) : step.order.length);
  return [...texts]
    .flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))
    .sort((one, other) => place(one.path) - place(other.path));
}
