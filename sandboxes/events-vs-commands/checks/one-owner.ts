import { type Check, committed, failed, is, type Of, passed, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, isSent, ordersOf } from '../reading.ts';
import { tooFewPens } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const oneOwner: Check = {
  id: 'one-owner',
  title: 'The command reserve-stock goes to its one owner, and only stock decides about the shelf',
  scenario: tooFewPens,
  scope: [],
  verdict: (trace) =>
    nobodyOrdered(trace) ??
    writesForTheOther(trace) ??
    toldToEverybody(trace) ??
    calls(trace) ??
    decidedByAnother(trace) ??
    neverSent(trace) ??
    passed(),
};

function writesForTheOther(trace: Trace): Verdict | undefined {
  for (const [table, owner] of [
    ['shelves', 'stock'],
    ['orders', 'orders'],
  ] as const) {
    const foreign = committed(trace, table).find(({ entry }) => entry.process !== owner)?.entry;
    if (foreign) {
      return failed(
        `The ${foreign.process} process wrote into the table ${table} at ${foreign.at} ms, which belongs to ${owner}: then there are two who decide.`,
        foreign,
      );
    }
  }
  return undefined;
}

function toldToEverybody(trace: Trace): Verdict | undefined {
  const [shouted] = factsOf(trace, 'reserve-stock');
  return (
    shouted &&
    failed(
      `reserve-stock was published to a topic at ${shouted.entry.at} ms, for whoever listens: with a second listener the stock is reserved twice, with none never. A command is sent to the queue of its one owner.`,
      shouted.entry,
    )
  );
}

function calls(trace: Trace): Verdict | undefined {
  const call = trace.filter(is('called')).find(({ from }) => from !== 'customer');
  return (
    call &&
    failed(`The ${call.from} process called the ${call.to} process at ${call.at} ms; the task is to do without.`, call)
  );
}

function decidedByAnother(trace: Trace): Verdict | undefined {
  const stranger = factsOf(trace).find(
    ({ topic, entry }) => /^stock\.(reserved|refused)$/.test(topic) && entry.process !== 'stock',
  );
  return (
    stranger &&
    failed(
      `The ${stranger.entry.process} process told ${stranger.topic} at ${stranger.entry.at} ms. Whether there is stock is for the stock process to say.`,
      stranger.entry,
    )
  );
}

function neverSent(trace: Trace): Verdict | undefined {
  const sent = (entry: Of<'published'>, id: string) =>
    isSent(entry) && entry.topic === 'reserve-stock' && JSON.stringify(entry.body).includes(id);
  const unsent = ordersOf(trace).find((order) => !trace.filter(is('published')).some((entry) => sent(entry, order.id)));
  return unsent && failed(`Nobody was sent reserve-stock for ${unsent.name}'s order.`, unsent.answer);
}
