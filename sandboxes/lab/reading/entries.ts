import type { Change, Entry, Kind, Of, Trace } from 'lab/authoring';

/** `trace.filter(is('mailed'))` */
export function is<K extends Kind>(...kinds: K[]): (entry: Entry) => entry is Of<K> {
  const [only] = kinds;
  // Verdicts ask for one kind nearly always, of every entry of every play.
  if (kinds.length === 1) return (entry): entry is Of<K> => entry.kind === only;
  return (entry): entry is Of<K> => (kinds as Kind[]).includes(entry.kind);
}

/** Every committed change of a table, in order, with the entry that committed it. */
export function committed(trace: Trace, table: string): (Change & { readonly entry: Of<'committed'> })[] {
  const found: (Change & { readonly entry: Of<'committed'> })[] = [];
  for (const entry of trace) {
    if (entry.kind !== 'committed') continue;
    for (const change of entry.changes) if (change.table === table) found.push({ ...change, entry });
  }
  return found;
}

/** Nothing was struck: whatever is missing is missing by the program's own doing. */
export const isCalm = (trace: Trace): boolean => !trace.some(is('struck'));

/** The entries that are there. */
export const present = (...entries: readonly (Entry | undefined)[]): readonly Entry[] =>
  entries.filter((entry) => entry !== undefined);
