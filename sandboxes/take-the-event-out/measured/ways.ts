import {
  customersAsked,
  type Entry,
  type Figures,
  type Of,
  type Scenario,
  type Showing,
  type Trace,
} from 'lab/authoring';
import { costsOf } from '../costs.ts';

export const ways = [
  { id: 'call', label: 'a call' },
  { id: 'job row', label: 'a job row' },
  { id: 'queue', label: 'a queue' },
  { id: 'topic', label: 'a topic' },
  { id: 'log', label: 'a log' },
];

export const isThroughTheBroker = (way: string): boolean => way !== 'call' && way !== 'job row';

/** How long the case's trouble lasts. */
export const TROUBLE_MS = 1_000;

/** A play of one of the programs that only cases show. */
export function calmly(name: string, way: string, isInTrouble: boolean, scenario: Omit<Scenario, 'id'>): Showing {
  const id = `${name}-by-${way.replace(' ', '-')}${isInTrouble ? '-in-trouble' : ''}`;
  return {
    program: `shown/${name}`,
    settings: { way },
    scenario: { ...scenario, id },
    schedule: 'calm',
  };
}

/** The columns that every case has; the one that says how long is named by the case. */
export function figuresOf(
  trace: Trace,
  [name, words]: readonly [name: string, words: string],
  needs = costsOf(trace).answerNeeds,
): Figures {
  const { pointsOfFailure, messages, steps } = costsOf(trace);
  return {
    'The answer needs': String(needs.length),
    'In all': String(pointsOfFailure.length),
    [name]: words,
    Messages: String(messages),
    Steps: String(steps),
  };
}

/** From the commit to what closes it. What had closed before the customer was answered was never open to her. */
export function windowWords(
  opens: Of<'committed'> | undefined,
  closes: Entry | undefined,
  answer: Of<'answered'> | undefined,
): string | undefined {
  if (!opens || !closes) return undefined;
  return `${answer && closes.seq < answer.seq ? 0 : closes.at - opens.at} ms`;
}

/** What became of all that was asked for: `done` of the accepted ones came to their end. */
export function outcomeWords(trace: Trace, done: number, windowMs: number): string {
  const asked = customersAsked(trace, 'POST');
  const accepted = asked.filter((each) => each.accepted).length;
  if (accepted === 0) return asked.length === 1 ? 'none, refused' : `none, all ${asked.length} refused`;
  return done < accepted ? 'never closes' : `${windowMs} ms`;
}

interface Stored {
  readonly row: Readonly<Record<string, unknown>>;
  readonly entry: Entry;
}

/** Of all that was stored, from its commit to the last that came of it; 0 when all of that was there before. */
export function longestWindow(
  stored: readonly Stored[],
  came: readonly { readonly of: unknown; readonly entry: Entry }[],
): number {
  const lengths = stored.flatMap(({ row, entry }) =>
    came.filter(({ of }) => of === row.id).map((last) => last.entry.at - entry.at),
  );
  return Math.max(0, ...lengths);
}
