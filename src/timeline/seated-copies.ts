import { type Focus, isQuiet } from './focus.ts';
import type { QueueCopy } from './queue-copies.ts';
import { rowsFor } from './rows.ts';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

/** A copy with the row of the broker's band that it lies in; −1 when the band is full. */
export interface SeatedCopy {
  readonly copy: QueueCopy;
  readonly row: number;
  readonly quiet: boolean;
}

export function seatedCopies(
  copies: readonly QueueCopy[],
  index: TraceIndex,
  subjects: Subjects,
  focus: Focus,
): SeatedCopy[] {
  const quiet = copies.map((copy) => isQuiet(focus, subjects.of(index.published.get(copy.message)?.seq ?? -1)));
  const rows = rowsFor(
    copies.map((copy, i) => ({ enters: copy.enters, endsAt: copy.endsAt, quiet: quiet[i]! })),
    MOST_ROWS,
  );
  return copies.map((copy, i) => ({ copy, row: rows[i]!, quiet: quiet[i]! }));
}

/** A taller pile than this is not read row by row any more. */
const MOST_ROWS = 20;
