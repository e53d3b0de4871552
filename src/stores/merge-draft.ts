import { sameFiles } from './draft-files.ts';
import { type DraftRecord, fingerprint } from './draft-record.ts';

/** What becomes of a draft that comes with a file. */
export type DraftMerge =
  /** The same, or nobody's work. */
  | 'nothing new'
  /** Nobody has written anything here. */
  | 'taken'
  /** What is here goes on from the same line, and lies further back on it: the newer saving takes its place. */
  | 'taken, and a copy of the present one kept'
  /** An older saving of what is here, or nobody can know which is meant: the present one stays, and the other lies beside it. */
  | 'kept as a copy';

export function mergeDraft(here: DraftRecord | undefined, there: DraftRecord): DraftMerge {
  if (!here) return isUntouched(there) ? 'nothing new' : 'taken';
  if (sameFiles(here.files, there.files) || isUntouched(there)) return 'nothing new';
  if (isUntouched(here)) return 'taken';
  const goesOn = here.by === there.by && here.starter === there.starter && here.revision < there.revision;
  return goesOn ? 'taken, and a copy of the present one kept' : 'kept as a copy';
}

/** Still what the exercise gave. Where it gives files that nobody may change this is not known, and both are kept. */
function isUntouched({ files, starter }: DraftRecord): boolean {
  return fingerprint(files) === starter;
}
