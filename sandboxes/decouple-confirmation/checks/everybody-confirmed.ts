import {
  type Asked,
  asRecord,
  committed,
  customerName,
  customersAsked,
  type Entry,
  failed,
  is,
  isCalm,
  type Of,
  present,
  quoted,
  type Reception,
  receptions,
  shortened,
  type Trace,
  tellings,
  type Verdict,
} from 'lab/authoring';
import { confirmationOf, isAbout, orderName, type PlacedOrder, placedOrders } from '../reading-the-trace.ts';
import { isCut, story } from './story.ts';

/** The failure when an accepted order is not stored, or a stored one has no mail by the end; undefined when all is well. */
export function somebodyUnconfirmed(trace: Trace): Verdict | undefined {
  const orders = placedOrders(trace);
  const unstored = acceptedButNotStored(trace, orders);
  if (unstored) return unstored;
  if (orders.length === 0 && isCalm(trace)) return nothingStored(trace);
  const refused = isCalm(trace) ? customersAsked(trace, 'POST').find(({ accepted }) => !accepted) : undefined;
  if (refused) return refusedForNothing(refused);
  const forgotten = orders.find((order) => !confirmationOf(trace, order));
  if (!forgotten) return undefined;
  const { because, evidence } = whyUnconfirmed(trace, forgotten);
  return failed(`${orderName(forgotten)} was never confirmed: ${because}.`, ...evidence);
}

/** A customer was told yes, and there is no such order: as many rows as there were promises, whoever made them. */
function acceptedButNotStored(trace: Trace, orders: readonly PlacedOrder[]): Verdict | undefined {
  if (orders.length === 0 && isCalm(trace)) return undefined;
  const promised = new Map<string, number>();
  for (const { call, answer, accepted } of customersAsked(trace, 'POST')) {
    const { email } = asRecord(call.body);
    if (!accepted || typeof email !== 'string') continue;
    const nth = (promised.get(email) ?? 0) + 1;
    promised.set(email, nth);
    const stored = orders.filter((order) => order.email === email).length;
    if (stored >= nth) continue;
    const crash = trace.find((e) => e.kind === 'crashed' && e.process === 'orders');
    const missing =
      stored === 0 ? 'no order of hers was' : `only ${stored} of her ${nth} orders ${stored === 1 ? 'was' : 'were'}`;
    return failed(
      `${customerName(email)} was answered ${answer?.status} and ${missing} ever stored: ${story(...present(answer, crash))}. What is promised must be stored first.`,
      ...present(answer, crash),
    );
  }
  return undefined;
}

/** Nothing stands in the way of an order in calm weather. */
export function refusedForNothing({ call, answer }: Asked): Verdict {
  const said = answer
    ? `was answered ${answer.status}${answer.error ? ` (${shortened(answer.error)})` : ''} at ${answer.at} ms`
    : 'got no answer';
  const who = customerName(String(asRecord(call.body).email));
  return failed(`${who} ordered in calm weather and ${said}.`, ...present(answer ?? call));
}

/** In calm weather somebody ordered, so there must be an order. */
export function nothingStored(trace: Trace): Verdict {
  const [first] = customersAsked(trace, 'POST');
  const foreign = committed(trace, 'orders').find(({ op, row }) => op === 'insert' && !isReadable(row));
  if (foreign) {
    const { id, email } = foreign.row;
    return failed(
      `A row went into the table orders with id ${quoted(id)} and email ${quoted(email)}: the contract needs text in both.`,
      foreign.entry,
    );
  }
  if (!first?.answer) {
    return failed('No order was stored: POST /orders got no answer.', ...present(first?.call));
  }
  const { status, error } = first.answer;
  const reply = `POST /orders was answered ${status}${error ? ` (${shortened(error)})` : ''}`;
  return failed(`No order was stored in the table orders: ${reply}.`, first.answer);
}

const isReadable = ({ id, email }: Readonly<Record<string, unknown>>) =>
  typeof id === 'string' && id !== '' && typeof email === 'string';

interface Cause {
  readonly because: string;
  readonly evidence: readonly Entry[];
}

/** Follows the order to where its trail ends. */
function whyUnconfirmed(trace: Trace, order: PlacedOrder): Cause {
  const handed = receptions(trace, 'confirmation').filter(({ body }) => isAbout(body, order));
  if (handed.length > 0) return whyLetGo(trace, handed[0]!.entry, handed.at(-1)!.entry);
  const told = tellings(trace).find(({ body }) => isAbout(body, order));
  if (!told) return whyNeverTold(trace, order.entry);
  const { entry } = told;
  const ending = whereItLies(entry);
  return { because: `${story(order.entry, entry)}, and ${ending}`, evidence: [order.entry, entry] };
}

function whereItLies(entry: Of<'published'> | Of<'appended'>): string {
  if (entry.kind === 'appended') return 'the confirmation process never read it';
  const [queue, ...more] = entry.to.map(shortened);
  if (queue === undefined) return 'no queue was bound to it';
  const queues = more.length === 0 ? `the queue ${queue}` : `the queues ${[...entry.to].map(shortened).join(' and ')}`;
  return `it went into ${queues}, from which the confirmation process was never handed it`;
}

function whyNeverTold(trace: Trace, stored: Entry): Cause {
  const cut = trace.find((entry) => entry.seq > stored.seq && isCut(entry));
  const evidence = present(stored, cut);
  const ending = cut ? 'nobody was told' : 'no message about it followed';
  return { because: `${story(...evidence)}, and ${ending}`, evidence };
}

/** The handler had the event in its hands, for the first and for the last time, and let it go without a mail. */
function whyLetGo(trace: Trace, first: Reception['entry'], last: Reception['entry']): Cause {
  const done = trace.find((entry) => entry.seq > last.seq && settles(entry, last));
  const isOurs = (e: Of<'given up'> | Of<'returned'>) =>
    last.kind === 'delivered' && e.message === last.message && e.queue === last.queue;
  const gaveUp = trace.filter(is('given up')).find(isOurs);
  const refused = trace.filter(is('returned')).findLast((e) => isOurs(e) && e.because !== '');
  const cut = trace.find((e) => e.seq > first.seq && isCut(e) && (!('process' in e) || e.process === 'confirmation'));
  const evidence = present(first, cut, refused, gaveUp ?? done);
  const ending = done
    ? 'An acknowledgement says that the work is done, so the event did not come again'
    : gaveUp
      ? 'The broker handed it out as often as it may'
      : 'The event did not come again';
  const threw = refused ? `. The handler said: ${shortened(refused.because)}` : '';
  return { because: `${story(...present(first, cut, gaveUp ?? done))}${threw}. ${ending}`, evidence };
}

/** Whether the entry tells the broker that this message is dealt with. */
function settles(entry: Entry, handed: Reception['entry']): boolean {
  if (handed.kind === 'delivered') return entry.kind === 'acknowledged' && entry.delivery === handed.delivery;
  return (
    entry.kind === 'offset committed' &&
    entry.log === handed.log &&
    entry.partition === handed.partition &&
    entry.offset > handed.offset
  );
}
