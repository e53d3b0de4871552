import type { Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { grade } from '../promises/grade.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { AS_BEFORE_MS } from './checks/answered-in-time.ts';
import { checks } from './checks.ts';
import { orderOf } from './reading-the-trace.ts';
import { ada } from './scenarios.ts';

const { exercise, starter, solution, alternatives, wrong } = await readExercise(import.meta.dirname);
const relayInOrders = alternatives.find(({ slug }) => slug === 'relay-in-orders')!.files;

/** What one of the checks says of one play of a program. */
async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

const OCCURRED_AT = 'occurredAt: new Date().toISOString(),\n      orderId';
const CREATED = 'body: created }';

describe('the event is a fact', () => {
  test.each([
    ['has no id', CREATED, 'body: { ...created, id: undefined } }', 'has no id of its own'],
    ['has one id for all', CREATED, "body: { ...created, id: 'it' } }", 'under one id'],
    [
      'has a type that tells what to do',
      CREATED,
      "body: { ...created, type: 'order.confirm' } }",
      'calls itself “order.confirm”',
    ],
    ['does not say which order', CREATED, 'body: { ...created, orderId: undefined } }', 'it has no orderId'],
    ['has no version', CREATED, 'body: { ...created, version: undefined } }', 'has no version'],
    ['has a version in words', CREATED, "body: { ...created, version: 'first' } }", 'has no version'],
    ['has another version than the row', CREATED, 'body: { ...created, version: 7 } }', 'says version 7 of an order'],
    ['has no time', CREATED, 'body: { ...created, occurredAt: undefined } }', 'occurredAt is nothing'],
    ['has a time in words', CREATED, "body: { ...created, occurredAt: 'today' } }", 'occurredAt is “today”'],
    ['has a number for its time', CREATED, 'body: { ...created, occurredAt: Date.now() } }', 'no time such as'],
    [
      'has a constant time',
      OCCURRED_AT,
      "occurredAt: '2026-01-01T00:00:00.000Z',\n      orderId",
      'before anybody had asked',
    ],
    [
      'has a time to come',
      OCCURRED_AT,
      'occurredAt: new Date(Date.now() + 60_000).toISOString(),\n      orderId',
      'A fact lies in the past',
    ],
    ['is a list', CREATED, 'body: [created] }', 'is no object with fields'],
    ['carries our note under another name', CREATED, "body: { ...created, margin: '31 %' } }", 'our margin note'],
    [
      'carries our note in a text',
      CREATED,
      "body: { ...created, raw: JSON.stringify({ note: '31 %' }) } }",
      'our margin note',
    ],
    [
      'carries the row without the note',
      CREATED,
      "body: { ...created, row: { id: orderId, email, total, version: 1, confirmation: 'on its way' } } }",
      'the row as it is stored, with confirmation',
    ],
  ])('so not one that %s', async (_, from, to, words) => {
    const verdict = await verdictOf('event-is-a-fact', patched(solution, 'orders.ts', from, to));
    expect(verdict).toMatchObject({ outcome: 'failed', because: expect.stringContaining(words) });
  });

  test.each([
    ['thin', CREATED, 'body: { ...created, email: undefined, total: undefined } }'],
    ['of a type in another spelling', "type: 'order.created'", "type: 'org.example.OrderCreated' as never"],
    ['nested', CREATED, 'body: { ...created, email: undefined, total: undefined, data: { email, total } } }'],
    ['rich in what others need', CREATED, "body: { ...created, customer: { email, language: 'en' } } }"],
  ])('and may be %s', async (_, from, to) => {
    const program = patched(solution, 'orders.ts', 'topic: created.type', "topic: 'order.created'");
    expect(await verdictOf('event-is-a-fact', patched(program, 'orders.ts', from, to))).toMatchObject({
      outcome: 'passed',
    });
  });
});

describe('orders and confirmation live apart', () => {
  test('also when one only wants a value from the module of the other', async () => {
    const named = patched(
      solution,
      'confirmation.ts',
      'export default',
      "export const QUEUE = 'confirmation';\nexport default",
    );
    const importing = patched(
      named,
      'orders.ts',
      'import { orders',
      "import { QUEUE } from './confirmation.ts';\nimport { orders",
    );
    const used = patched(importing, 'orders.ts', "{ queue: 'orders' }", "{ queue: 'beside ' + QUEUE }");
    expect(await verdictOf('live-apart', used)).toMatchObject({
      because: 'The orders process loads confirmation.ts, the module of the other one.',
    });
  });

  test('and may share the type of an event', async () => {
    const named = patched(solution, 'confirmation.ts', 'export default', 'export type Queue = string;\nexport default');
    const typed = patched(
      named,
      'orders.ts',
      'import { orders',
      "import type { Queue } from './confirmation.ts';\nimport { orders",
    );
    expect(await verdictOf('live-apart', typed)).toMatchObject({ outcome: 'passed' });
  });

  test('so they do not run one module', async () => {
    const one = patched(solution, 'deployment.ts', "'./confirmation.ts'", "'./orders.ts'");
    expect(await verdictOf('live-apart', one)).toMatchObject({
      because: expect.stringContaining('Both processes run the module orders.ts'),
    });
  });

  test('so a relay does not call the handler either', async () => {
    const relay = patched(
      solution,
      'relay.ts',
      'await broker.publish(topic, body);',
      "await broker.publish(topic, body);\n      await fetch('http://confirmation/told', { method: 'POST', body: JSON.stringify(body) });",
    );
    expect(await verdictOf('live-apart', relay)).toMatchObject({
      because: expect.stringContaining(
        'The relay process called the confirmation process: POST http://confirmation/told',
      ),
    });
  });

  test('so the orders process does not write the records of the other', async () => {
    const meddling = patched(
      relayInOrders,
      'orders.ts',
      "id: event.id, topic: 'order.created', body: event });",
      "id: event.id, topic: 'order.created', body: event });\n      await tx.insert(confirmations, { eventId: crypto.randomUUID(), orderId: crypto.randomUUID(), sentAt: event.occurredAt });",
    );
    expect(await verdictOf('live-apart', meddling)).toMatchObject({
      because: expect.stringContaining('The orders process wrote into the table confirmations'),
    });
  });

  test('and an event that names no order is about the customer’s, however many they have', async () => {
    const thin = patched(solution, 'orders.ts', CREATED, 'body: { ...created, orderId: undefined } }');
    const verdict = await verdictOf('live-apart', thin);
    expect(JSON.stringify(verdict)).not.toContain('no order.created about that order');
  });

  test('and a slow answer that waits for nobody is none of this', async () => {
    const slow = patched(
      solution,
      'orders.ts',
      'return { status: 201',
      'await new Promise<void>((resolve) => setTimeout(resolve, 400));\n    return { status: 201',
    );
    expect(await verdictOf('live-apart', slow)).toMatchObject({ outcome: 'passed' });
    expect(await verdictOf('accepted-while-down', slow)).toMatchObject({
      because: expect.stringMatching(
        /^Grace waited 4\d\d ms for an answer while the confirmation process was down\. When orders\.ts/,
      ),
    });
  });

  test('but one that is slow only while the other is down depends on it', async () => {
    const asking = patched(
      solution,
      'orders.ts',
      'return { status: 201',
      'const before = Date.now();\n    while (Date.now() < before + 60 && (await database.select(orders, {})).length > 1) await new Promise<void>((resolve) => setTimeout(resolve, 5));\n    return { status: 201',
    );
    expect(await verdictOf('accepted-while-down', asking)).toMatchObject({
      because: expect.stringMatching(
        /^Grace waited \d+ ms for an answer while the confirmation process was down\. With everything up, Ada was answered in \d+ ms: accepting an order must not depend on anybody else\.$/,
      ),
    });
  });

  test('and an order is accepted as quickly as the starter did it', async () => {
    const { scenario } = checks.find(({ id }) => id === 'accepted-while-down')!;
    const { trace } = await playFiles(starter, scenario);
    expect(orderOf(trace, ada.email)?.answerMs).toBe(AS_BEFORE_MS);
  });
});

describe('every order is accepted, stored and confirmed', () => {
  const forGrace = (reply: string) =>
    patched(
      solution,
      'orders.ts',
      'await database.transaction',
      `if (email.startsWith('grace')) return ${reply};\n    await database.transaction`,
    );

  test.each(['second-subscriber', 'confirmed-once'])('so %s refuses a program that refuses', async (id) => {
    expect(await verdictOf(id, forGrace('{ status: 500 }'))).toMatchObject({
      because: expect.stringMatching(/^Grace ordered in calm weather and was answered 500 at \d+ ms\.$/),
    });
  });

  test.each(['accepted-while-down', 'second-subscriber', 'confirmed-once'])(
    'so %s refuses a program that says yes and stores nothing',
    async (id) => {
      expect(await verdictOf(id, forGrace('{ status: 202, body: { orderId } }'))).toMatchObject({
        because: expect.stringContaining('Grace was answered 202 and no order of hers was ever stored'),
      });
    },
  );
});

describe('an order that goes astray', () => {
  test('is looked for in the queue that it lies in', async () => {
    const perStart = patched(
      solution,
      'confirmation.ts',
      "{ queue: 'confirmation' }",
      "{ queue: 'confirmation-' + crypto.randomUUID().slice(0, 4) }",
    );
    expect(await verdictOf('accepted-while-down', perStart)).toMatchObject({
      because: expect.stringMatching(
        /^Grace’s order was never confirmed: .* it went into the queue confirmation-[0-9a-f]{4}, from which the confirmation process was never handed it\.$/,
      ),
    });
  });
});

describe('the page tells the truth', () => {
  test('and an order that was stored and refused is not one that was stored wrongly', async () => {
    const late = patched(
      solution,
      'orders.ts',
      'return { status: 201',
      "throw new Error('too late');\n    return { status: 201",
    );
    expect(await verdictOf('page-tells-the-truth', late)).toMatchObject({
      because: expect.stringMatching(/^Ada ordered in calm weather and was answered 500 \(too late\) at \d+ ms\.$/),
    });
  });

  test('and the answer to POST as well', async () => {
    const boasting = patched(
      solution,
      'orders.ts',
      "body: { orderId, confirmation: 'on its way' }",
      "body: { orderId, confirmation: 'sent' }",
    );
    expect(await verdictOf('page-tells-the-truth', boasting)).toMatchObject({
      because: expect.stringContaining('The answer to POST said “sent”'),
    });
  });

  test('in the two words that were agreed', async () => {
    const wordy = patched(solution, 'orders.ts', 'confirmation: order.confirmation', "confirmation: 'soon'");
    expect(await verdictOf('page-tells-the-truth', wordy)).toMatchObject({
      because: expect.stringContaining('The page said “soon”'),
    });
  });

  test('which needs an orderId to open it by', async () => {
    const silent = patched(solution, 'orders.ts', "body: { orderId, confirmation: 'on its way' }", 'body: {}');
    expect(await verdictOf('page-tells-the-truth', silent)).toMatchObject({
      because: expect.stringContaining('it has no orderId'),
    });
  });

  test.each([
    ['total', 'total: order.total, ', '', 'The page of Ada’s order says total nothing'],
    ['orderId', 'orderId: order.id, ', '', 'The page of Ada’s order says orderId nothing'],
  ])('and says its %s', async (_, from, to, words) => {
    expect(await verdictOf('page-tells-the-truth', patched(solution, 'orders.ts', from, to))).toMatchObject({
      because: expect.stringContaining(words),
    });
  });

  test('and turns to "sent" in the end', async () => {
    const forgetful = patched(solution, 'orders.ts', "{ confirmation: 'sent' }", "{ confirmation: 'on its way' }");
    expect(await verdictOf('page-tells-the-truth', forgetful)).toMatchObject({
      because: expect.stringMatching(
        /The mail had left at \d+ ms, and at \d+ ms, when all was quiet, the page still said “on its way”/,
      ),
    });
  });
});

describe('the duplicate that nobody can avoid', () => {
  test.each([
    ['a crash between mail and record', 'crash-after@confirmation:mail:1', 'crash-between-mail-and-record'],
    ['a lost answer of the mail provider', 'fail-after@confirmation:mail:1', 'answer-of-the-mail-lost'],
  ])('is named after %s, and held against nobody', async (_, schedule, remark) => {
    expect(await verdictOf('confirmed-once', solution, schedule)).toMatchObject({
      outcome: 'passed',
      remarks: [{ id: remark, text: expect.stringContaining('which no program can avoid here') }],
    });
  });

  test('is no excuse for a program that had time to record', async () => {
    const late = patched(
      relayInOrders,
      'confirmation.ts',
      'await database.insert(confirmations',
      "await broker.publish('confirmation.sent', { orderId });\n    await database.insert(confirmations",
    );
    expect(
      await verdictOf('confirmed-once', late, 'crash-after@confirmation:publish:confirmation.sent:1'),
    ).toMatchObject({
      because: expect.stringContaining('Ada’s order was confirmed twice'),
    });
  });

  test.each([50, 600])(
    'is told apart from a memory that a deploy empties, by one fault, with a relay every %i ms',
    async (ms) => {
      const { files } = wrong.find(({ slug }) => slug === 'remembers-in-memory')!;
      const relayed = patched(files, 'relay.ts', 'sleep(50)', `sleep(${ms})`);
      const results = await grade(exercise, relayed, { mixes: 0 });
      expect(results.find(({ check }) => check === 'confirmed-once')).toMatchObject({
        outcome: 'failed',
        schedule: [{ kind: 'duplicate', byMs: 2_500 }],
      });
    },
  );
});
