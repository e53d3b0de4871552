import {
  type Check,
  committed,
  customerName,
  type Entry,
  failed,
  is,
  type Of,
  passed,
  present,
  receptions,
  shortened,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { confirmationOf, isAbout, mailsTo, orderName, orderOf, placedOrders } from '../reading-the-trace.ts';
import { ada, confirmationIsDown, grace } from '../scenarios.ts';
import { nothingStored } from './everybody-confirmed.ts';
import { namedFor } from './fact-or-command.ts';
import { oneCallsTheOther } from './one-calls-the-other.ts';

export const liveApart: Check = {
  id: 'live-apart',
  title: 'Orders and confirmation live apart: neither loads the other, asks it for anything, or does its work',
  scenario: confirmationIsDown,
  scope: [],
  verdict: (trace) =>
    sentByAStranger(trace) ??
    loadsTheOther(trace) ??
    oneCallsTheOther(trace) ??
    writesTheOthersTable(trace) ??
    waitsForTheOther(trace) ??
    mailsWithoutTheFact(trace) ??
    nothingHappened(trace) ??
    passed(),
};

function sentByAStranger(trace: Trace): Verdict | undefined {
  const stranger = trace.filter(is('mailed')).find((mail) => mail.process !== 'confirmation');
  if (!stranger) return undefined;
  const itself = `The ${stranger.process} process sent the mail to ${customerName(String(stranger.to))} itself at ${stranger.at} ms`;
  return failed(
    `${itself}. That is the work of the confirmation process, whichever module the code stands in.`,
    stranger,
  );
}

/** By value: importing a type leaves nothing to load. */
function loadsTheOther(trace: Trace): Verdict | undefined {
  const main = { orders: mainModule(trace, 'orders'), confirmation: mainModule(trace, 'confirmation') };
  const loaded = trace
    .filter(is('loaded'))
    .find(
      (e) =>
        (e.process === 'orders' && e.module === main.confirmation) ||
        (e.process === 'confirmation' && e.module === main.orders),
    );
  if (!loaded) return undefined;
  if (main.orders === main.confirmation) {
    return failed(`Both processes run the module ${loaded.module}: give each a module of its own.`, loaded);
  }
  return failed(`The ${loaded.process} process loads ${loaded.module}, the module of the other one.`, loaded);
}

/** A module is noted when it has been evaluated, so the one that a process runs is its last before it is ready. */
function mainModule(trace: Trace, process: string): string | undefined {
  const ready = trace.find((e) => e.kind === 'ready' && e.process === process);
  const loaded = trace.filter(is('loaded')).filter((e) => e.process === process && e.seq < (ready?.seq ?? Infinity));
  return loaded.at(-1)?.module;
}

function writesTheOthersTable(trace: Trace): Verdict | undefined {
  for (const [table, stranger] of [
    ['orders', 'confirmation'],
    ['confirmations', 'orders'],
  ] as const) {
    const foreign = committed(trace, table).find(({ entry }) => entry.process === stranger)?.entry;
    if (foreign)
      return failed(
        `The ${stranger} process wrote into the table ${table} at ${foreign.at} ms, which is not its own.`,
        foreign,
      );
  }
  return undefined;
}

/**
 * Ada was answered after the confirmation process had done something, and Grace, for whom it could do nothing, was not
 * answered, or late, or refused. One of the two alone proves nothing.
 */
function waitsForTheOther(trace: Trace): Verdict | undefined {
  const [adas, graces] = [orderOf(trace, ada.email), orderOf(trace, grace.email)];
  if (!adas?.answer || !graces) return undefined;
  const { call, answer } = adas;
  const act = trace.findLast(
    (e): e is Of<'mailed'> | Of<'committed'> | Of<'published'> | Of<'appended'> =>
      is('mailed', 'committed', 'published', 'appended')(e) &&
      e.process === 'confirmation' &&
      e.seq > call.seq &&
      e.seq < answer.seq,
  );
  const back = trace.find((e) => e.kind === 'started' && e.process === 'confirmation' && e.seq > graces.call.seq);
  const inTime =
    graces.accepted && graces.answerMs <= adas.answerMs * 1.5 + 5 && graces.answer!.seq < (back?.seq ?? Infinity);
  if (!act || inTime) return undefined;
  const waited = !graces.answer
    ? 'got no answer'
    : !graces.accepted
      ? `was answered ${graces.answer.status} after ${graces.answerMs} ms`
      : `waited ${graces.answerMs} ms`;
  return failed(
    `The orders process answered Ada at ${answer.at} ms, only after ${what(act)} by the confirmation process at ${act.at} ms; Grace, who ordered while that was down, ${waited}. A reply that is waited for is a call, by whatever road it comes.`,
    act,
    answer,
    ...present(graces.answer ?? graces.call),
  );
}

function what(act: Of<'mailed'> | Of<'committed'> | Of<'published'> | Of<'appended'>): string {
  switch (act.kind) {
    case 'mailed':
      return 'the mail had been sent';
    case 'committed':
      return `the table ${shortened(act.changes[0]?.table ?? '')} had been written`;
    case 'published':
      return `${shortened(act.topic)} had been published`;
    case 'appended':
      return `${shortened(act.log)} had been published`;
  }
}

/** The handler reacts to the fact, not to an order given to it, and does not go and look for work. */
function mailsWithoutTheFact(trace: Trace): Verdict | undefined {
  const handed = receptions(trace, 'confirmation');
  for (const order of placedOrders(trace)) {
    const mail = confirmationOf(trace, order);
    if (!mail) continue;
    const before = handed.filter(({ body, entry }) => entry.seq < mail.seq && isAbout(body, order));
    if (before.some(({ topic }) => topic === 'order.created')) continue;
    const other = before.at(-1);
    if (other) {
      return failed(
        `What the confirmation process was handed about ${orderName(order)} is ${shortened(other.topic)}, at ${other.entry.at} ms, and not order.created. ${namedFor(other.topic) === 'a command' ? 'A message that tells somebody what to do is a call by another name.' : 'The contract names the topic, so that others can listen, too.'}`,
        other.entry,
        mail,
      );
    }
    const looked: Entry | undefined = trace.find(
      (e) =>
        e.kind === 'selected' && e.process === 'confirmation' && e.table === 'orders' && e.rows > 0 && e.seq < mail.seq,
    );
    return failed(
      `The confirmation process mailed ${customerName(order.email)} at ${mail.at} ms, and no order.created about that order had reached it${looked ? `: it looked the order up in the table orders at ${looked.at} ms` : ''}.`,
      ...present(looked, mail),
    );
  }
  return undefined;
}

/** Two processes that do nothing live apart, too, but that is not the task. */
function nothingHappened(trace: Trace): Verdict | undefined {
  const orders = placedOrders(trace);
  if (orders.length === 0) return nothingStored(trace);
  if (orders.some((order) => mailsTo(trace, order.email).length > 0)) return undefined;
  const [stray] = trace.filter(is('mailed'));
  if (stray) {
    return failed(
      `The confirmation process mailed ${shortened(stray.to)} at ${stray.at} ms, who ordered nothing, and none of those who did.`,
      stray,
    );
  }
  return failed('The confirmation process sent no mail at all.', ...orders.map((order) => order.entry));
}
