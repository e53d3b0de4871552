import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { filesSchema } from './draft-record.ts';
import type { Format } from './stored-format.ts';

/** The code that passed every check, kept apart from the draft. */
export interface PassedCode {
  readonly version: 1;
  readonly files: readonly SourceFile[];
}

export const passedName = (exercise: string) => `passed/${exercise}`;

export const passedFormat: Format<PassedCode> = {
  what: 'The code that passed',
  version: 1,
  schema: v.object({ version: v.literal(1), files: filesSchema }),
};
