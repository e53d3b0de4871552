import type { Entry } from 'lab/authoring';

/** One sentence from these entries, in the order in which they happened; the subject is named when it changes. */
export function tell(...entries: readonly Entry[]): string {
  let subject = '';
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  return inOrder
    .map((entry, i) => {
      const [who, did] = clause(entry);
      const named = who === subject ? '' : `${who} `;
      subject = who;
      return `${i === 0 ? '' : i === inOrder.length - 1 ? ' and ' : ', '}${named}${did} at ${entry.at} ms`;
    })
    .join('');
}

function clause(entry: Entry): [who: string, did: string] {
  const who = 'process' in entry ? `the ${entry.process} process` : 'the broker';
  switch (entry.kind) {
    case 'started':
      return [who, entry.life === 1 ? 'started' : 'came back'];
    case 'ready':
      return [who, 'was ready'];
    case 'logged':
      return [who, 'printed a line'];
    case 'crashed':
      return [
        who,
        entry.because === 'stopped' ? 'was stopped' : entry.because === 'fault' ? 'crashed' : `died (${entry.error})`,
      ];
    case 'called':
      return [entry.from === 'customer' ? 'the customer' : `the ${entry.from} process`, `called ${entry.to}`];
    case 'answered':
      return [who, `answered ${entry.status}`];
    case 'unanswered':
      return [
        'the call',
        entry.because === 'timed out'
          ? 'got no answer in time'
          : `was ${entry.because === 'refused' ? 'refused' : 'cut off'}`,
      ];
    case 'wrote':
      return [who, `wrote into ${entry.change.table}`];
    case 'committed':
      return [
        who,
        entry.changes.some(({ table, op }) => table === 'orders' && op === 'insert') ? 'stored the order' : 'committed',
      ];
    case 'rolled back':
      return [who, `rolled back (${entry.because})`];
    case 'published':
      return [who, `published ${entry.topic}`];
    case 'appended':
      return [who, `appended to ${entry.log}`];
    case 'delivered':
      return ['the broker', `delivered ${entry.topic} to ${entry.process}`];
    case 'read':
      return [who, `read ${entry.log}`];
    case 'returned':
      return ['the broker', `took the message back (${entry.because})`];
    case 'given up':
      return ['the broker', 'gave the message up'];
    case 'offset committed':
      return [who, 'committed its offset'];
    case 'mailed':
      return [who, 'sent the mail'];
    case 'mail refused':
      return ['the mail provider', `refused a mail of the ${entry.process} process`];
    case 'struck':
      return ['the story', `brought a ${entry.fault.kind}`];
    case 'broker':
      return ['the broker', entry.state === 'down' ? 'went down' : 'came back'];
    default:
      return [who, entry.kind];
  }
}
