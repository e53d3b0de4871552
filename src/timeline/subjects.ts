import { asRecord, type Entry, is, type Of, type Trace } from 'lab/authoring';
import type { TraceIndex } from './trace-index.ts';

/** What a story is about, one order say: everything that shares its ids, and the name a person would give it. */
export interface Subject {
  readonly key: string;
  /** "Ada", or "order 1" where nobody's address is known, or the topic of a message that is about no order. */
  readonly name: string;
  /** "Ada’s order", "order 1", "the message shelf.counted". */
  readonly order: string;
}

export interface Subjects {
  readonly all: readonly Subject[];
  /** By `seq`; an entry may speak of nobody, or of several. */
  of(seq: number): readonly string[];
  named(key: string): Subject;
  /** The subject that an id or an address belongs to. */
  byIdentifier(identifier: string): Subject | undefined;
}

/**
 * Ids and addresses that stand together in one row, message, request or mail belong to one subject. Two different addresses
 * never do: an id that is used for everything must not make one order of all.
 */
export function subjectsOf(index: TraceIndex): Subjects {
  const groups = new Groups();
  const spoken = index.trace.map((entry) => clustersOf(entry, index));
  for (const clusters of spoken) for (const cluster of clusters) groups.unite(cluster);
  const topics = topicsOf(index.trace, spoken, groups);
  const subjects = new Map<string, Subject>();
  const bySeq = spoken.map((clusters) => {
    const keys = new Set<string>();
    for (const cluster of clusters) {
      // An address tells more than an id: ids may be used twice.
      const telling = cluster.find((id) => ADDRESS.test(id)) ?? cluster[0];
      const key = telling === undefined ? undefined : groups.find(telling);
      if (key === undefined) continue;
      keys.add(key);
      if (!subjects.has(key)) subjects.set(key, subject(key, groups.address(key), topics.get(key), subjects.size + 1));
    }
    return [...keys];
  });
  return {
    all: [...subjects.values()],
    of: (seq) => bySeq[seq] ?? [],
    named: (key) => subjects.get(key)!,
    byIdentifier: (identifier) => subjects.get(groups.find(identifier)),
  };
}

function subject(key: string, address: string | undefined, topic: string | undefined, number: number): Subject {
  if (address !== undefined) {
    const name = nameOf(address);
    return { key, name, order: `${name}’s order` };
  }
  if (topic !== undefined) return { key, name: topic, order: `the message ${topic}` };
  return { key, name: `order ${number}`, order: `order ${number}` };
}

/** Of what is in messages alone, and in none of them called an order: the topic of the first of them. */
function topicsOf(
  trace: Trace,
  spoken: readonly (readonly (readonly string[])[])[],
  groups: Groups,
): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  const orders = new Set<string>();
  for (const entry of trace) {
    for (const [id] of spoken[entry.seq] ?? []) {
      if (id === undefined) continue;
      const key = groups.find(id);
      if (speaksOfAnOrder(entry)) orders.add(key);
      else if (is('published', 'appended')(entry) && !topics.has(key)) topics.set(key, topicOf(entry));
    }
  }
  for (const key of orders) topics.delete(key);
  return topics;
}

const topicOf = (entry: Of<'published'> | Of<'appended'>): string =>
  (entry.kind === 'published' ? entry.topic : entry.log).slice(0, 40);

function speaksOfAnOrder(entry: Entry): boolean {
  if (is('called', 'answered', 'unanswered')(entry)) return true;
  if (is('wrote')(entry)) return entry.change.table === 'orders';
  if (is('committed')(entry)) return entry.changes.some(({ table }) => table === 'orders');
  return is('published', 'appended')(entry) && Object.keys(asRecord(entry.body)).some((name) => ORDER_ID.test(name));
}

/** "Ada" of ada@example.org. */
export function nameOf(address: string): string {
  const first = (address.split('@')[0] ?? '').split(/[._+-]/).find((part) => part !== '') ?? address;
  const letters = [...first];
  return ((letters[0] ?? '').toUpperCase() + letters.slice(1).join('')).slice(0, 20);
}

/** Each cluster is one thing that somebody said: a row, a body, a mail. */
function clustersOf(entry: Entry, index: TraceIndex): readonly (readonly string[])[] {
  switch (entry.kind) {
    case 'called':
      return [[...identifiers(entry.body), ...inText(entry.path)]];
    case 'answered': {
      const call = index.called.get(entry.call);
      return [[...identifiers(entry.body), ...(call ? [...identifiers(call.body), ...inText(call.path)] : [])]];
    }
    case 'unanswered': {
      const call = index.called.get(entry.call);
      return call ? [[...identifiers(call.body), ...inText(call.path)]] : [];
    }
    case 'wrote':
      return [identifiers(entry.change.row)];
    case 'committed':
      return entry.changes.map((change) => identifiers(change.row));
    case 'rolled back':
      return (index.wrote.get(entry.tx) ?? []).map((write) => identifiers(write.change.row));
    case 'published':
    case 'appended':
      return [identifiers(entry.body)];
    case 'delivered':
      return [identifiers(entry.body)];
    case 'acknowledged':
    case 'returned':
    case 'given up':
      return [identifiers(index.published.get(entry.message)?.body)];
    case 'read':
      return [identifiers(index.appended.get(entry.message)?.body)];
    case 'offset committed':
      return [identifiers(index.recordAt(entry.log, entry.partition, entry.offset - 1)?.body)];
    case 'mail refused':
      return [[entry.to]];
    case 'mailed':
      return [[entry.to, ...inText(entry.text), ...inText(entry.subject)]];
    default:
      return [];
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const WHOLE_UUID = new RegExp(`^${UUID.source}$`, 'i');
const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const ID_NAME = /^id$|Id$|_id$/;
const ORDER_ID = /^order_?id$/i;
/** More than any honest message has; a huge one must not make the page wait. */
const MOST = 24;

function inText(text: string): string[] {
  return String(text).slice(0, 2_000).match(UUID)?.slice(0, MOST) ?? [];
}

function identifiers(value: unknown, name = '', depth = 0, found: string[] = []): string[] {
  if (found.length >= MOST || depth > 4) return found;
  if (typeof value === 'string') {
    if (value.length > 0 && value.length < 200 && (ID_NAME.test(name) || WHOLE_UUID.test(value) || ADDRESS.test(value)))
      found.push(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      identifiers(item, Array.isArray(value) ? name : key, depth + 1, found);
  }
  return found;
}

/** Union-find over ids, where two addresses keep two groups apart. */
class Groups {
  readonly #parent = new Map<string, string>();
  readonly #address = new Map<string, string>();

  unite(cluster: readonly string[]): void {
    const [first, ...others] = cluster;
    if (first === undefined) return;
    for (const other of others) this.#join(this.find(first), this.find(other));
  }

  find(id: string): string {
    let root = id;
    for (let parent = this.#parent.get(root); parent !== undefined && parent !== root; parent = this.#parent.get(root))
      root = parent;
    if (!this.#parent.has(root)) {
      this.#parent.set(root, root);
      if (ADDRESS.test(root)) this.#address.set(root, root);
    }
    if (root !== id) this.#parent.set(id, root);
    return root;
  }

  address(root: string): string | undefined {
    return this.#address.get(root);
  }

  #join(a: string, b: string): void {
    if (a === b) return;
    const addressA = this.#address.get(a);
    const addressB = this.#address.get(b);
    if (addressA !== undefined && addressB !== undefined && addressA !== addressB) return;
    this.#parent.set(b, a);
    if (addressB !== undefined) this.#address.set(a, addressB);
  }
}
