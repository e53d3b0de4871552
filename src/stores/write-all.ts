import * as v from 'valibot';
import { attempt, type Backing } from './backing.ts';
import { type Format, parseStored } from './stored-format.ts';

/** What to put under each key; undefined takes it away. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** Where it is written down what is under way, so that a tab that dies in the middle leaves nothing half done. */
export interface Journal {
  readonly key: string;
  /** The key for a text that lay under `key` and must not be lost: free, or holding it already. */
  aside(key: string, text: string): string;
}

/**
 * Writes all of it or nothing. Before and after lie in the journal meanwhile: whoever opens the course next takes back what a
 * tab left that died in the middle. Throws what the backing threw, with the old state in place.
 */
export function writeAll(backing: Backing, journal: Journal, texts: Texts): void {
  // A journal that is still there holds what nothing else holds.
  finish(backing, journal);
  const changes = [...texts].map(
    ([key, after]): Change => ({ key, before: backing.getItem(key), after: after ?? null }),
  );
  const record: JournalRecord = { version: 2, changes };
  backing.setItem(journal.key, JSON.stringify(record));
  try {
    for (const { key, after } of changes) put(backing, key, after);
    // Another tab that opened meanwhile has taken it back.
    if (!changes.every(({ key, after }) => backing.getItem(key) === after))
      throw new Error('Another tab wrote at the same time.');
    // It counts once the journal is gone: as long as that is there, the next visit takes it back.
    backing.removeItem(journal.key);
  } catch (thrown) {
    attempt(() => takeBack(backing, journal, changes));
    throw thrown;
  }
}

/** Takes back what a tab left half written. Names the keys under which it set aside what another tab has written over since. */
export function finishInterrupted(backing: Backing, journal: Journal): readonly string[] {
  // Where not even that succeeds the journal stays, for another try.
  return attempt(() => finish(backing, journal)) ?? [];
}

function finish(backing: Backing, journal: Journal): readonly string[] {
  const text = backing.getItem(journal.key);
  if (text === null) return [];
  const stored = parseStored(text, journalFormat);
  if (stored.kind === 'found') return takeBack(backing, journal, stored.value.changes);
  if (stored.kind === 'unreadable' && stored.reason === 'newer')
    throw new Error('A newer version of this course has still to take something back.');
  backing.removeItem(journal.key);
  return [];
}

/**
 * A key that holds another text than the planned one was written by another tab since: that stays, and what lay there before
 * is set aside. What is new goes first, so that there is room for the old.
 */
function takeBack(backing: Backing, journal: Journal, changes: readonly Change[]): readonly string[] {
  const open = changes
    .map((change) => ({ ...change, now: backing.getItem(change.key) }))
    .filter(({ before, after, now }) => before !== after && now !== before);
  const isOurs = ({ after, now }: (typeof open)[number]) => now === after || now === null;
  for (const { key } of open.filter(isOurs)) backing.removeItem(key);
  for (const { key, before } of open.filter(isOurs)) put(backing, key, before);
  const kept = open.flatMap((change) => {
    if (isOurs(change) || change.before === null) return [];
    const aside = journal.aside(change.key, change.before);
    backing.setItem(aside, change.before);
    return [aside];
  });
  backing.removeItem(journal.key);
  return kept;
}

function put(backing: Backing, key: string, text: string | null): void {
  if (text === null) backing.removeItem(key);
  else backing.setItem(key, text);
}

interface Change {
  readonly key: string;
  /** Null where there was nothing, or is to be nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

interface JournalRecord {
  readonly version: 2;
  readonly changes: readonly Change[];
}

const textOrNothing = v.nullable(v.string());

const version1 = v.object({ version: v.literal(1), before: v.array(v.tuple([v.string(), textOrNothing])) });

/** Version 1 did not say what was planned, so that whatever is there counts as another tab's. */
function fromVersion1(data: unknown): JournalRecord {
  const { before } = v.parse(version1, data);
  return { version: 2, changes: before.map(([key, old]) => ({ key, before: old, after: null })) };
}

const journalFormat: Format<JournalRecord> = {
  what: 'What was under way',
  version: 2,
  schema: v.object({
    version: v.literal(2),
    changes: v.array(v.object({ key: v.string(), before: textOrNothing, after: textOrNothing })),
  }),
  former: [fromVersion1],
};
