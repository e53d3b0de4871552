import type { Ending } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';

/** What to say of a program that never gave control back, from what it was last about. */
export function timedOut(doing: Doing, afterMs: number): Ending {
  const after = `${afterMs / 1000} s`;
  switch (doing.kind) {
    case 'compiling':
    case 'loading':
      return {
        kind: 'timed out',
        afterMs,
        because: `A file never got to its end: its top level kept running for ${after} and was ended.`,
      };
    case 'playing': {
      const who = doing.process === undefined ? 'The program' : `The ${doing.process} process`;
      const story = doing.schedule === undefined ? '' : `, in the story ${doing.schedule}`;
      const place = doing.loop ? { place: doing.loop } : {};
      const where = doing.loop ? ` The loop is in ${doing.loop.path}, line ${doing.loop.line}.` : '';
      return {
        kind: 'timed out',
        afterMs,
        because: `${who} never gave control back${story}: it was ended after ${after}.${where}`,
        ...place,
      };
    }
  }
}
