import { type Entry, type Of, shortened, tell } from 'lab/authoring';

/** What happened, as one clause after the other; what the weather did is told as the program met it. */
export function story(...entries: readonly Entry[]): string {
  const clauses: string[] = [];
  let run: Entry[] = [];
  const close = () => {
    if (run.length > 0) clauses.push(tell(...run.map(briefly)));
    run = [];
  };
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.kind === 'struck' && entry.fault.kind === 'fail') {
      close();
      clauses.push(`${refusal(entry)} at ${entry.at} ms`);
    } else run.push(entry);
  }
  close();
  return clauses.join(', ');
}

/** What cut the program short: a crash that the weather brought, or a refusal. */
export function isCut(entry: Entry): boolean {
  return (
    (entry.kind === 'crashed' && entry.because === 'fault') ||
    (entry.kind === 'struck' && entry.fault.kind === 'fail') ||
    entry.kind === 'mail refused'
  );
}

/** Names that a program made up may be long. */
function briefly(entry: Entry): Entry {
  return 'topic' in entry ? { ...entry, topic: shortened(entry.topic) } : entry;
}

function refusal({ fault }: Of<'struck'>): string {
  const [, verb] = 'point' in fault ? fault.point.split(':') : [];
  const whom = verb === 'mail' ? 'mail provider' : verb === 'commit' ? 'database' : 'broker';
  return fault.kind === 'fail' && fault.moment === 'after'
    ? `the answer of the ${whom} was lost`
    : `the ${whom} refused`;
}
