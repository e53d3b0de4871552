import type { Entry, Of, Trace } from 'lab/authoring';

/** Something the weather did, with a clause that says it: "the relay process crashed at 66 ms". */
export interface Misfortune {
  readonly entry: Entry;
  readonly clause: string;
}

/** The first thing that went wrong after this entry, or the last one before it. */
export function misfortune(trace: Trace, after: Entry): Misfortune | undefined {
  const all = trace.flatMap(misfortunes);
  return all.find(({ entry }) => entry.seq > after.seq) ?? all.at(-1);
}

function misfortunes(entry: Entry): readonly Misfortune[] {
  const clause = clauseOf(entry);
  return clause === undefined ? [] : [{ entry, clause: `${clause} at ${entry.at} ms` }];
}

function clauseOf(entry: Entry): string | undefined {
  if (entry.kind === 'crashed' && entry.because === 'fault') return `the ${entry.process} process crashed`;
  if (entry.kind === 'crashed' && entry.because !== 'stopped')
    return `the ${entry.process} process died (${entry.error})`;
  return entry.kind === 'struck' ? struckClause(entry) : undefined;
}

function struckClause({ fault }: Of<'struck'>): string | undefined {
  if (fault.kind === 'delay' && fault.point.split(':')[1] === 'publish')
    return `a publish began that took ${fault.byMs} ms longer`;
  if (fault.kind !== 'fail') return undefined;
  const whom = fault.point.split(':')[1] === 'commit' ? 'database' : 'broker';
  return fault.moment === 'before' ? `the ${whom} refused` : `the answer of the ${whom} was lost`;
}
