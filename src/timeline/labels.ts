import { changeClauses, changeLabel } from './changes.ts';
import { faultLabel, momentOf } from './faults.ts';
import { instanceName } from './lane-id.ts';
import type { Occurrence } from './occurrence.ts';
import { named } from './replicas.ts';
import type { Label, Mark } from './scene.ts';
import { quoted, type Telling, topicOf } from './telling.ts';

/** The few words at a mark, and how early they are seated; what goes without saying has none. */
export function labelOf(what: Occurrence, telling: Telling, marked: boolean): Label | undefined {
  const label = plainLabel(what, telling);
  if (!label || !marked) return label;
  return { ...label, rank: label.rank === 0 ? 0 : 1, style: label.style === 'fault' ? 'fault' : 'strong' };
}

/** As few words as will do beside a mark on a lane, where the lane says who. */
export function briefOf(what: Occurrence, telling: Telling, does: string): string {
  switch (what.kind) {
    case 'delivered':
      return what.entry.deliveryCount > 0
        ? 'delivered again'
        : `delivered to ${instanceName(telling.index, what.entry)}`;
    case 'acknowledged':
      return 'acknowledged';
    case 'published':
      return what.entry.to.length === 0
        ? `${quoted(what.entry.topic, 40)} published, nobody listens`
        : `${quoted(what.entry.topic, 40)} published`;
    case 'appended':
      return `${recordLabel(what, telling)}, appended`;
    case 'record read':
      return `${recordLabel(what, telling)}, read${what.again ? ' again' : ''}`;
    case 'answered':
      return `answers ${what.entry.status}`;
    case 'read':
      return `“${quoted(what.shown, 40)}”${fromWhere(what)}`;
    case 'committed':
      return changeLabel(what.entry.changes, telling) ?? changeClauses(what.entry.changes, telling.subjects).join(', ');
    default:
      return plainLabel(what, telling)?.text ?? does;
  }
}

export function markOf(what: Occurrence): Mark | undefined {
  switch (what.kind) {
    case 'mailed':
      return what.before ? 'mail again' : 'mail';
    case 'crashed':
      return what.unreleased ? undefined : 'crash';
    case 'started':
      return 'restart';
    case 'read':
      return what.stale ? 'stale read' : 'read';
    case 'struck':
    case 'no answer':
    case 'mail refused':
      return 'fault';
    case 'broker':
      return what.entry.state === 'down' ? 'crash' : 'restart';
    case 'noted':
    case 'said':
      return 'point';
    default:
      return undefined;
  }
}

function plainLabel(what: Occurrence, telling: Telling): Label | undefined {
  switch (what.kind) {
    case 'crashed':
      return what.unreleased
        ? { text: 'not released yet', style: 'plain', rank: 3 }
        : { text: crashLabel(what), style: 'fault', rank: 0 };
    case 'struck':
      return { text: faultLabel(what.entry.fault), style: 'fault', rank: 0 };
    case 'no answer':
      return { text: 'no answer', style: 'fault', rank: 0 };
    case 'mail refused':
      return { text: 'mail refused', style: 'fault', rank: 2 };
    case 'given up':
      return { text: what.entry.to === null ? 'given up, lost' : 'given up', style: 'fault', rank: 1 };
    case 'broker':
      return what.entry.state === 'down'
        ? { text: 'the broker is down', style: 'fault', rank: 0 }
        : { text: 'the broker is back', style: 'plain', rank: 3 };
    case 'mailed':
      return what.before
        ? { text: againLabel(what, telling), style: 'strong', rank: 1 }
        : { text: mailLabel(what, telling), style: 'plain', rank: 2 };
    case 'read':
      return { text: `“${quoted(what.shown, 32)}”${fromWhere(what)}`, style: 'plain', rank: 3 };
    case 'answered':
      return what.entry.status >= 400 ? { text: `answered ${what.entry.status}`, style: 'plain', rank: 3 } : undefined;
    case 'committed': {
      const text = changeLabel(what.entry.changes, telling);
      return text === undefined ? undefined : { text, style: 'plain', rank: text.endsWith('recorded') ? 5 : 2 };
    }
    default:
      return messageLabel(what, telling);
  }
}

function messageLabel(what: Occurrence, telling: Telling): Label | undefined {
  switch (what.kind) {
    case 'rolled back':
      return { text: 'rolled back', style: 'plain', rank: 3 };
    case 'started':
      return { text: what.first ? 'released' : 'restarted, memory empty', style: 'plain', rank: 3 };
    case 'published':
      return what.entry.to.length === 0
        ? { text: `${quoted(what.entry.topic, 32)}, nobody listens`, style: 'pen', rank: 3 }
        : { text: quoted(what.entry.topic, 32), style: 'pen', rank: 4 };
    case 'appended':
      return { text: recordLabel(what, telling), style: 'pen', rank: 4 };
    case 'record read':
      return { text: `${recordLabel(what, telling)}${what.again ? ', again' : ''}`, style: 'pen', rank: 4 };
    case 'delivered':
      return what.entry.deliveryCount > 0 ? { text: 'delivered again', style: 'pen', rank: 4 } : undefined;
    case 'returned':
      return {
        text:
          what.entry.because === 'connection lost'
            ? 'never acknowledged, so it is kept'
            : 'the handler failed, so it comes again',
        style: 'note',
        rank: 5,
      };
    case 'noted':
      return what.entry.kind === 'loaded' ? { text: `loads ${what.entry.module}`, style: 'plain', rank: 3 } : undefined;
    default:
      return undefined;
  }
}

/** ", replica 2": who is shown something else by another copy has to see which one it was. */
function fromWhere({ readers }: Extract<Occurrence, { kind: 'read' }>): string {
  const last = readers.at(-1);
  return last === undefined ? '' : `, ${named(last)}`;
}

/** "order.cancelled, partition 1"; whose it is, where several have a part in the story. */
function recordLabel(what: Extract<Occurrence, { kind: 'appended' | 'record read' }>, telling: Telling): string {
  const [key] = what.subjects;
  const of =
    telling.single || telling.subjects.all.length < 2 || key === undefined
      ? ''
      : ` of ${telling.subjects.named(key).name}`;
  return `${quoted(topicOf(telling, what.entry), 32)}${of}, partition ${what.entry.partition}`;
}

function mailLabel(what: Extract<Occurrence, { kind: 'mailed' }>, telling: Telling): string {
  const key = what.subjects[0];
  return `mail to ${key === undefined ? quoted(what.entry.to, 24) : telling.subjects.named(key).name}`;
}

/** Among several orders two mails that repeat are told apart by whose they are. */
function againLabel(what: Extract<Occurrence, { kind: 'mailed' }>, telling: Telling): string {
  const [key] = what.subjects;
  const one = telling.single || telling.subjects.all.length < 2 || key === undefined;
  return one ? 'the same mail, again' : `the same mail to ${telling.subjects.named(key).name}, again`;
}

function crashLabel(what: Extract<Occurrence, { kind: 'crashed' }>): string {
  switch (what.entry.because) {
    case 'stopped':
      return 'stopped by the operator';
    case 'unhandled error':
      return 'died of an unhandled error';
    case 'did not start':
      return 'did not start';
    default:
      return `crashed ${(what.fault && momentOf(what.fault)) ?? ''}`.trimEnd();
  }
}
