import { type Entry, is, type Of, type Trace } from 'lab/authoring';

/** What it cost to get one thing done, and all that came of it: read from the trace of one request to one process. */
export interface Costs {
  /**
   * What had to be up for the answer to the customer: the asked process, whoever it waited for, the database where one of
   * them read or wrote meanwhile, and the broker where one of them put something into it. Each can make the customer wait.
   */
  readonly answerNeeds: readonly string[];
  /** Everybody who did something until the answer: they were needed, where nothing but the answer was under way. */
  readonly atWorkMeanwhile: readonly string[];
  /** What had to be up at some time for all of it: each can hold up, or lose, what was to come of the request. */
  readonly pointsOfFailure: readonly string[];
  /** From the commit of the asked process to the last row or mail that came of it elsewhere; 0 when none came after it. */
  readonly windowMs: number;
  /** Requests and answers between processes, messages into the broker, and copies out of it. The customer's own are not counted. */
  readonly messages: number;
  /** Effects that take place one by one, each of them a place where a crash may fall. */
  readonly steps: number;
}

/**
 * Of the requests of customers in this trace, with nothing else going on. What an answer needs is read from the first one;
 * the rest is of all of them together.
 */
export function costsOf(trace: Trace): Costs {
  const requests = trace.filter(is('called')).filter(({ from }) => from === 'customer');
  const [request] = requests;
  if (!request) return NOTHING;
  const customers = new Set(requests.map(({ call }) => call));
  const after = trace.slice(request.seq + 1);
  return {
    answerNeeds: neededForTheAnswer(trace, request),
    atWorkMeanwhile: named(participants(untilAnswered(trace, request)), [request.to]),
    pointsOfFailure: named(participants(after), [request.to]),
    windowMs: windowOf(after, request.to),
    messages: after.filter((entry) => isMessage(entry, customers)).length,
    steps: after.filter(({ point }) => point !== undefined).length,
  };
}

const NOTHING: Costs = {
  answerNeeds: [],
  atWorkMeanwhile: [],
  pointsOfFailure: [],
  windowMs: 0,
  messages: 0,
  steps: 0,
};

/** What customers ask and are answered is no message between processes. */
const isMessage = (entry: Entry, customers: ReadonlySet<number>): boolean =>
  is('published', 'appended', 'delivered', 'read')(entry) ||
  (is('called', 'answered')(entry) && !customers.has(entry.call));

/** Everybody who did something, or was asked to and did not answer. */
function participants(entries: readonly Entry[]): Set<string> {
  const found = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'called') found.add(entry.to);
    if (entry.point !== undefined && 'process' in entry) found.add(entry.process);
    if (is('delivered', 'read')(entry)) found.add(entry.process);
    if (is('published', 'appended', 'delivered', 'read')(entry)) found.add(BROKER);
    if (isChange(entry) || entry.kind === 'selected') found.add(DATABASE);
    if (is('mailed', 'mail refused')(entry)) found.add(MAIL);
  }
  return found;
}

const BROKER = 'the broker';
export const DATABASE = 'the database';
const MAIL = 'the mail provider';

const isChange = (entry: Entry): entry is Of<'committed'> => is('committed')(entry) && entry.changes.length > 0;

/**
 * Others may be at work before the answer is there without anybody waiting for them. Waited for is who was called, and who
 * was handed a message by somebody waited for and told something that came back.
 */
function neededForTheAnswer(trace: Trace, request: Of<'called'>): readonly string[] {
  const meanwhile = untilAnswered(trace, request);
  const waitedFor = new Set([request.to]);
  for (const process of waitedFor) {
    for (const entry of meanwhile) {
      if (entry.kind === 'called' && entry.from === process) waitedFor.add(entry.to);
      if (!is('delivered', 'read')(entry) || entry.process !== process) continue;
      const told = meanwhile.find((each) => is('published', 'appended')(each) && each.message === entry.message);
      if (told && 'process' in told) waitedFor.add(told.process);
    }
  }
  const theirs = meanwhile.filter((entry) => 'process' in entry && waitedFor.has(entry.process));
  const needed = participants(theirs);
  return named(new Set([...waitedFor, ...[BROKER, DATABASE, MAIL].filter((server) => needed.has(server))]), []);
}

function untilAnswered(trace: Trace, request: Of<'called'>): Trace {
  const answer = trace.find((entry) => entry.kind === 'answered' && entry.call === request.call);
  return trace.slice(request.seq + 1, answer === undefined ? trace.length : answer.seq);
}

function windowOf(entries: readonly Entry[], asked: string): number {
  const stored = entries.find((entry) => isChange(entry) && entry.process === asked);
  const last = entries.findLast(
    (entry) =>
      'process' in entry &&
      entry.process !== asked &&
      (entry.kind === 'mailed' || (isChange(entry) && entry.changes.some(({ op }) => op === 'insert'))),
  );
  return stored && last ? Math.max(0, last.at - stored.at) : 0;
}

/** Processes by name, and then what they share. */
function named(found: ReadonlySet<string>, more: readonly string[]): readonly string[] {
  const all = [...new Set([...found, ...more])].sort();
  const isServer = (name: string) => [BROKER, DATABASE, MAIL].includes(name);
  return [...all.filter((name) => !isServer(name)), ...all.filter(isServer)];
}
