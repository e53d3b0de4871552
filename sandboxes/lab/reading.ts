import type { Change, Entry, Kind, Of, Remark, Trace, Verdict, Window } from 'lab/authoring';


export function passed(...remarks: Remark[]): Verdict { return { outcome: 'passed', remarks }; }

export function failed(because: string, ...evidence: readonly Entry[]): Verdict {
  return { outcome: 'failed', because, evidence: evidence.map((e) => e.seq) };
}

export function is<K extends Kind>(...kinds: K[]): (entry: Entry) => entry is Of<K> {
  return (entry): entry is Of<K> => (kinds as Kind[]).includes(entry.kind);
}

export function committed(trace: Trace, table: string): (Change & { entry: Of<'committed'> })[] {
  return trace.filter(is('committed')).flatMap((entry) => entry.changes.filter((c) => c.table === table).map((c) => ({ ...c, entry })));
}

export function windows(trace: Trace, opens: (entry: Entry) => string | undefined, closes: (entry: Entry) => string | undefined): Window[] {
  const open = new Map<string, Window>();
  for (const entry of trace) {
    const opened = opens(entry);
    if (opened !== undefined && !open.has(opened)) open.set(opened, { key: opened, opens: entry });
    const closed = closes(entry);
    const window = closed === undefined ? undefined : open.get(closed);
    if (window && !window.closes) open.set(window.key, { ...window, closes: entry });
  }
  return [...open.values()];
}

/** Nearest rank. */
export function percentile(all: readonly Window[], percent: number): number | undefined {
  const ms = all.map((w) => (w.closes ? w.closes.at - w.opens.at : Infinity)).sort((a, b) => a - b);
  const at = ms[Math.max(0, Math.ceil((percent / 100) * ms.length) - 1)];
  return at === undefined || at === Infinity ? undefined : at;
}

/** One sentence, the subject named when it changes. */
export function tell(...entries: readonly Entry[]): string {
  let subject = '';
  return [...entries].sort((a, b) => a.seq - b.seq).map((entry, i, all) => {
    const [who, did] = clause(entry);
    const named = who === subject ? '' : `${who} `;
    subject = who;
    return `${i === 0 ? '' : i === all.length - 1 ? ' and ' : ', '}${named}${did} at ${entry.at} ms`;
  }).join('');
}

function clause(entry: Entry): [string, string] {
  const who = 'process' in entry ? `the ${entry.process} process` : 'the broker';
  switch (entry.kind) {
    case 'mailed': return [who, 'sent the mail'];
    case 'crashed': return [who, entry.because === 'stopped' ? 'was stopped' : entry.because === 'fault' ? 'crashed' : `died (${entry.error})`];
    case 'committed': return [who, entry.changes.some((c) => c.table === 'orders' && c.op === 'insert') ? 'stored the order' : 'committed'];
    case 'rolled back': return [who, `rolled back (${entry.because})`];
    case 'published': return [who, `published ${entry.topic}`];
    case 'delivered': return ['the broker', `delivered ${entry.topic} to ${entry.process}`];
    case 'acknowledged': return [who, 'acknowledged'];
    case 'returned': return ['the broker', `took the message back (${entry.because})`];
    case 'answered': return [who, `answered ${entry.status}`];
    case 'struck': return ['the story', `brought a ${entry.fault.kind}`];
    default: return [who, entry.kind];
  }
}
