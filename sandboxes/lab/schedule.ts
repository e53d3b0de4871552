/**
 * A place where something can go wrong, named by who does what to whom for the how-manieth time: `confirmation:mail:1`,
 * `relay-2:publish:order.created:3`, `broker:deliver:confirmation:1` (by queue). Names survive edits elsewhere in the code.
 */
export type Point = string;

export type Verb = 'commit' | 'publish' | 'send' | 'mail' | 'ack' | 'offset' | 'call' | 'answer' | 'deliver';

export type Fault =
  /** The process dies just before, or just after, it took effect. It never hears of it. */
  | { readonly kind: 'crash'; readonly moment: 'before' | 'after'; readonly point: Point }
  /** The caller gets an error; with `after`, although it took effect. */
  | { readonly kind: 'fail'; readonly moment: 'before' | 'after'; readonly point: Point }
  /** Takes effect late. A delivery that is late lets later ones pass: this is how reordering comes about. */
  | { readonly kind: 'delay'; readonly byMs: number; readonly point: Point }
  /** A second copy of a message reaches the queue so much later, as from a publisher that tried again: `redelivered` is false. */
  | { readonly kind: 'duplicate'; readonly byMs: number; readonly point: Point }
  /** A replica shows what was true so long ago. Replicas count from 1. */
  | { readonly kind: 'lag'; readonly replica: number; readonly byMs: number };

/** Empty is the calm schedule. */
export type Schedule = readonly Fault[];

/**
 * The schedule's only identity, readable and reversible: `crash-after@confirmation:mail:1`, faults joined by `,`; the empty
 * one is `calm`. Characters that would not survive a URL fragment, or that separate faults, are percent-encoded.
 */
export function scheduleId(schedule: Schedule): string {
  return schedule.length === 0 ? 'calm' : schedule.map(faultId).join(',');
}

/** The schedule that this text names; undefined when it names none, whatever the text is. */
export function parseScheduleId(id: string): Schedule | undefined {
  if (id === 'calm') return [];
  const schedule: Fault[] = [];
  for (const text of id.split(',')) {
    const fault = parseFault(text);
    if (!fault) return undefined;
    schedule.push(fault);
  }
  return scheduleId(schedule) === id ? schedule : undefined;
}

/** Five letters of the id's hash, to read aloud. It identifies nothing. */
export function scheduleBadge(schedule: Schedule): string {
  let hash = 2166136261; // FNV-1a
  for (const char of scheduleId(schedule)) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return Array.from({ length: 5 }, (_, i) => CONSONANTS[(hash >>> (i * 6)) % CONSONANTS.length]).join('');
}

const CONSONANTS = 'bcdfghjkmnpqrstvwxyz';

function faultId(fault: Fault): string {
  switch (fault.kind) {
    case 'crash':
    case 'fail':
      return `${fault.kind}-${fault.moment}@${encoded(fault.point)}`;
    case 'delay':
    case 'duplicate':
      return `${fault.kind}-${fault.byMs}@${encoded(fault.point)}`;
    case 'lag':
      return `lag-${fault.byMs}@replica-${fault.replica}`;
  }
}

const FAULT = /^(?:(crash|fail)-(before|after)|(delay|duplicate|lag)-(\d{1,9}))@(.+)$/;
const POINT = /^[^:]+:(?:commit|publish|send|mail|ack|offset|call|answer|deliver)(?::.+)?:[1-9]\d{0,8}$/s;
const REPLICA = /^replica-([1-9]\d{0,3})$/;

function parseFault(text: string): Fault | undefined {
  const [, sudden, moment, late, ms, where] = FAULT.exec(text) ?? [];
  if (where === undefined) return undefined;
  if (late === 'lag') {
    const [, replica] = REPLICA.exec(where) ?? [];
    return replica === undefined ? undefined : { kind: 'lag', replica: Number(replica), byMs: Number(ms) };
  }
  const point = decoded(where);
  if (point === undefined || !POINT.test(point)) return undefined;
  if (sudden === 'crash' || sudden === 'fail') return { kind: sudden, moment: moment as 'before' | 'after', point };
  return { kind: late as 'delay' | 'duplicate', byMs: Number(ms), point };
}

function encoded(point: Point): string {
  return point.replace(/[^\w.:~!$'()*+;=/?-]/gu, (char) => encodeURIComponent(char));
}

function decoded(text: string): Point | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
