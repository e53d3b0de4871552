import * as v from 'valibot';
import type { Ending, Told } from './engine.ts';
import { doneEndings, told } from './supervision/parse-worker-said.ts';

/** What a process that does a job leaves in its folder. */
export type JobSaid =
  /** A sign of life. */
  | { readonly kind: 'beat' }
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What the process is asked, in the same folder. */
export const ASKED_FILE = 'asked.json';

/** How the process ends when there is no room for its answers, since it cannot leave that in a file. */
export const NO_ROOM_EXIT_CODE = 28;

/** The name of the nth file, from 1: in their order by name, too. */
export function saidFile(number: number): string {
  return `${String(number).padStart(6, '0')}.json`;
}

/** The text of one of these files, or undefined when it is none: learner code can write there, too. */
export function parseJobSaid(text: string): readonly JobSaid[] | undefined {
  try {
    return v.parse(schema, JSON.parse(text)) as readonly JobSaid[];
  } catch {
    return undefined;
  }
}

const place = v.object({ path: v.string(), line: v.number(), column: v.number() });
const killed = {
  because: v.string(),
  place: v.exactOptional(place),
  checks: v.exactOptional(v.array(v.string())),
};

const schema = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('beat') }),
    v.object({ kind: v.literal('told'), told }),
    v.object({
      kind: v.literal('ended'),
      ending: v.variant('kind', [
        ...doneEndings.options,
        v.object({ kind: v.literal('timed out'), afterMs: v.number(), ...killed }),
        v.object({ kind: v.literal('out of memory'), ...killed }),
      ]),
    }),
  ]),
);
