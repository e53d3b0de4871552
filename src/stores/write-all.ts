import * as v from 'valibot';
import { attempt, type Backing } from './backing.ts';

/** What to put under each key; undefined takes it away. */
export type Texts = ReadonlyMap<string, string | undefined>;

/**
 * Writes all of it or nothing. What was there before lies under `journal` meanwhile, so that a tab that dies in the middle
 * leaves the old state to whoever opens the course next. Throws what the backing threw, with the old state in place.
 */
export function writeAll(backing: Backing, journal: string, texts: Texts): void {
  const before = new Map([...texts.keys()].map((key) => [key, backing.getItem(key) ?? undefined]));
  backing.setItem(
    journal,
    JSON.stringify({ version: 1, before: [...before].map(([key, text]) => [key, text ?? null]) }),
  );
  try {
    for (const [key, text] of texts) put(backing, key, text);
    // Another tab that opened meanwhile has taken it back.
    if (![...texts].every(([key, text]) => (backing.getItem(key) ?? undefined) === text))
      throw new Error('Another tab wrote at the same time.');
  } catch (thrown) {
    restore(backing, journal, before);
    throw thrown;
  }
  attempt(() => backing.removeItem(journal));
}

/** Takes back what a tab left half written. */
export function finishInterrupted(backing: Backing, journal: string): void {
  const text = attempt(() => backing.getItem(journal));
  if (text == null) return;
  const parsed = v.safeParse(
    schema,
    attempt((): unknown => JSON.parse(text)),
  );
  if (parsed.success) {
    restore(backing, journal, new Map(parsed.output.before.map(([key, old]) => [key, old ?? undefined])));
  } else attempt(() => backing.removeItem(journal));
}

/** What is new goes first, so that there is room for the old. Where not even that succeeds the journal stays, for another try. */
function restore(backing: Backing, journal: string, before: Texts): void {
  const isBack = attempt(() => {
    for (const [key, text] of before) if (text !== backing.getItem(key)) backing.removeItem(key);
    for (const [key, text] of before)
      if (text !== undefined && backing.getItem(key) !== text) backing.setItem(key, text);
    return true;
  });
  if (isBack) attempt(() => backing.removeItem(journal));
}

function put(backing: Backing, key: string, text: string | undefined): void {
  if (text === undefined) backing.removeItem(key);
  else backing.setItem(key, text);
}

const schema = v.object({
  version: v.literal(1),
  before: v.array(v.tuple([v.string(), v.nullable(v.string())])),
});
