import {
  type Choice,
  customersAsked,
  type Explorable,
  present,
  type Scenario,
  type Showing,
  type Trace,
} from 'lab/authoring';
import { costsOf, DATABASE } from '../costs.ts';
import { whatCameOfIt } from './what-came-of-it.ts';

export const WAYS = ['call', 'job row', 'queue', 'topic', 'log'] as const;
export type Way = (typeof WAYS)[number];

/** What is down when Ada orders. A second later it is there. */
export const DOWNS = ['nothing', 'reader', 'broker', 'newcomer'] as const;
export type Down = (typeof DOWNS)[number];

export type Readers = 0 | 1 | 3;

export const fiveWays: Explorable = {
  id: 'what-it-costs',
  title: 'One order, and somebody should do something about it',
  knobs: [
    {
      id: 'way',
      label: 'By way of',
      options: [
        { id: 'call', label: 'a call' },
        { id: 'job row', label: 'a job row' },
        { id: 'queue', label: 'a queue' },
        { id: 'topic', label: 'a topic' },
        { id: 'log', label: 'a log' },
      ],
    },
    {
      id: 'readers',
      label: 'Who reacts',
      begins: '1',
      options: [
        { id: '0', label: 'nobody' },
        { id: '1', label: 'invoicing' },
        { id: '3', label: 'invoicing, stock and analytics' },
      ],
    },
    {
      id: 'down',
      label: 'For a second',
      options: [
        { id: 'nothing', label: 'nothing is down' },
        { id: 'reader', label: 'invoicing is down' },
        { id: 'broker', label: 'the broker is down' },
        { id: 'newcomer', label: 'invoicing has never run' },
      ],
    },
  ],
  shows: ({ way, readers, down }) => oneOrder(way as Way, Number(readers) as Readers, down as Down),
  reads: (trace, choice) => `${answered(trace)} ${reacted(trace, choice)} ${needed(trace, choice)}`,
  figures,
  about: (trace) => {
    const [asked] = customersAsked(trace, 'POST');
    return present(asked?.call, asked?.answer).map(({ seq }) => seq);
  },
};

/** One order, by one of the ways. What goes to a broker goes through an outbox and a relay. */
export function oneOrder(way: Way, readers: Readers, down: Down): Showing {
  return {
    program: 'shown/five-ways',
    settings: { way, readers },
    hidden: ['take-jobs.ts'],
    scenario: scenario(way, readers, down),
    schedule: 'calm',
  };
}

const SECOND_MS = 1_000;

function scenario(way: Way, readers: Readers, down: Down): Scenario {
  const throughTheBroker = way !== 'call' && way !== 'job row';
  return {
    id: `${way.replace(' ', '-')}-${readers}-${down}`,
    instances: {
      relay: throughTheBroker ? 1 : 0,
      invoicing: readers > 0 && down !== 'newcomer' ? 1 : 0,
      stock: readers > 1 ? 1 : 0,
      analytics: readers > 1 ? 1 : 0,
    },
    play: async ({ customer, operator, sleep, settled }) => {
      if (down === 'broker') operator.stopBroker();
      if (down === 'reader' && readers > 0) operator.stop('invoicing');
      await customer.post('http://orders/orders', { email: 'ada@example.org' });
      if (down !== 'nothing') await sleep(SECOND_MS);
      if (down === 'broker') operator.startBroker();
      if ((down === 'reader' || down === 'newcomer') && readers > 0) await operator.start('invoicing');
      await settled();
    },
  };
}

function answered(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.answer) return 'Ada got no answer.';
  return asked.accepted
    ? `Ada was answered after ${asked.answerMs} ms.`
    : `Ada was refused after ${asked.answerMs} ms.`;
}

function reacted(trace: Trace, { readers, down }: Choice): string {
  const wanted = Number(readers);
  const { kind, reactions } = whatCameOfIt(trace, wanted);
  switch (kind) {
    case 'refused':
      return reactions === 0
        ? 'Nobody has reacted, and there is no order.'
        : `${WORDS[reactions]} had reacted by then, to an order that there is not.`;
    case 'nobody':
      return 'There was nobody to react, so there is no window.';
    case 'done':
      return wanted === 1 ? 'Invoicing reacted.' : 'All three reacted.';
    case 'lost': {
      const who = reactions === 0 ? 'Nobody' : `${WORDS[reactions]} of three`;
      const why = down === 'newcomer' ? ': what was told before invoicing had subscribed is not told again' : '';
      return `${who} reacted, and the invoice is lost${why}.`;
    }
  }
}

const WORDS = ['None', 'One', 'Two', 'Three'];

function needed(trace: Trace, choice: Choice): string {
  const { answerNeeds } = costsOf(trace);
  const { Window, Messages, Steps } = figures(trace, choice);
  const came = whatCameOfIt(trace, Number(choice.readers)).kind;
  const all = inAll(trace, choice);
  const total = came === 'refused' ? `an order would have needed ${all}` : `in all, ${all} had to be up`;
  const window = came === 'nobody' ? '' : ` Window: ${Window}.`;
  return `Her answer needed ${listed(answerNeeds)}; ${total}.${window} Messages: ${Messages}. Steps: ${Steps}.`;
}

/** A refusal never comes to the database. An order does. */
function inAll(trace: Trace, { readers }: Choice): number {
  const { pointsOfFailure } = costsOf(trace);
  const isRefused = whatCameOfIt(trace, Number(readers)).kind === 'refused';
  return new Set([...pointsOfFailure, ...(isRefused ? [DATABASE] : [])]).size;
}

function figures(trace: Trace, choice: Choice) {
  const { answerNeeds, windowMs, messages, steps } = costsOf(trace);
  const window = { done: `${windowMs} ms`, lost: 'never closes', refused: 'none, refused', nobody: 'none' };
  return {
    'The answer needs': String(answerNeeds.length),
    'In all': String(inAll(trace, choice)),
    Window: window[whatCameOfIt(trace, Number(choice.readers)).kind],
    Messages: String(messages),
    Steps: String(steps),
  };
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
