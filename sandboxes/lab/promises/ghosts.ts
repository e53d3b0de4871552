import type { Entry, Played } from 'lab/authoring';
import { nameOf } from './message-accounts.ts';

/** A crashed process does nothing any more. Sentences about entries by a life that had ended, or that never began. */
export function ghosts({ trace }: Played): string[] {
  const states = new Map<string, 'living' | 'dead'>();
  return trace.flatMap((entry): string[] => {
    if (!isByLife(entry)) return [];
    const name = nameOf(entry);
    const state = states.get(name);
    if (entry.kind === 'started') states.set(name, 'living');
    if (entry.kind === 'crashed') states.set(name, 'dead');
    if (entry.process === 'outside') return [];
    const isFit = entry.kind === 'started' ? state === undefined : state === 'living';
    return isFit ? [] : [`${name} ${entry.kind} at ${entry.at} ms, being ${state ?? 'not yet born'}`];
  });
}

function isByLife(entry: Entry): entry is Extract<Entry, { readonly life: number }> {
  return 'life' in entry;
}
