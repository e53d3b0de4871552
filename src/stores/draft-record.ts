import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { whyNoDraft } from './draft-files.ts';
import type { Format } from './stored-format.ts';
import { time } from './time.ts';

/** A draft as it lies in storage. `revision` and `by` together name one saving, so that a tab sees another's. */
export interface DraftRecord {
  readonly version: 1;
  readonly revision: number;
  /** The tab that saved it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Fingerprint of the starter that the draft began with. */
  readonly starter: string;
  readonly files: readonly SourceFile[];
  /** They came with a link and are as they came: nobody's work here. */
  readonly fromLink?: true;
}

export const draftName = (exercise: string) => `draft/${exercise}`;

export const filesSchema = v.pipe(
  v.array(v.object({ path: v.string(), text: v.string() })),
  v.check((files) => whyNoDraft(files) === undefined),
);

export const draftFormat: Format<DraftRecord> = {
  what: 'Your code for this exercise',
  version: 1,
  schema: v.object({
    version: v.literal(1),
    revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    by: v.string(),
    savedAt: time,
    starter: v.string(),
    files: filesSchema,
    fromLink: v.exactOptional(v.literal(true)),
  }),
};

/** Short and stable; it tells versions of a starter apart and guards nothing (FNV-1a, 32 bits). */
export function fingerprint(files: readonly SourceFile[]): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(files.map((file) => [file.path, file.text]))) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
