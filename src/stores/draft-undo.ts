import { atom, type ReadableAtom } from 'nanostores';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { textOf } from './draft-files.ts';

type Files = readonly SourceFile[];

/** Remembers steps that replace whole files. What the learner types afterwards in other files stays when one is undone. */
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
  readonly order: readonly string[];
}

export function createDraftUndo(): DraftUndo {
  const steps: Step[] = [];
  const undoable = atom<string | undefined>(undefined);
  const show = () => undoable.set(steps.at(-1)?.label);

  return {
    undoable,
    remember(label, before, after) {
      const paths = new Set([...before, ...after].map((file) => file.path));
      const changed = [...paths].filter((path) => textOf(before, path) !== textOf(after, path));
      if (changed.length === 0) return;
      steps.push({
        label,
        before: new Map(changed.map((path) => [path, textOf(before, path)])),
        order: before.map((file) => file.path),
      });
      show();
    },
    undo(files) {
      const step = steps.pop();
      show();
      return step ? takeBack(step, files) : files;
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
