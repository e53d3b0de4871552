import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { Answered } from './messages.ts';
import { questions } from './schema.ts';
import { way } from './settings.ts';

const deadlineMs = 500;

/** Asks for a fee by one of the ways, and hears the answer by the same. */
export default async function start({ app, broker, database }: Platform) {
  const waiting = new Map<string, (cents: number) => void>();
  const answered = async ({ id, cents }: Answered) => waiting.get(id)?.(cents);
  if (way === 'queue') await broker.consume({ queue: 'answers' }, answered);
  if (way === 'topic') await broker.subscribe('fee.answered', { queue: 'checkout' }, answered);
  if (way === 'log') await broker.subscribe('answers', { group: 'checkout', from: 'earliest' }, answered);

  app.post('/fees', async ({ body }) => {
    const { zone } = body as { zone: string };
    const cents = await feeOf(zone).catch(() => undefined);
    return cents === undefined ? { status: 503 } : { status: 200, body: { cents } };
  });

  async function feeOf(zone: string): Promise<number | undefined> {
    if (way === 'call') {
      const signal = AbortSignal.timeout(deadlineMs);
      const answer = await fetch('http://tariff/fees', { method: 'POST', body: JSON.stringify({ zone }), signal });
      return ((await answer.json()) as { cents: number }).cents;
    }
    const id = crypto.randomUUID();
    if (way === 'job row') return await lookForAnswer(id, zone);
    const answer = new Promise<number>((resolve) => waiting.set(id, resolve));
    try {
      if (way === 'queue') await broker.send('questions', { id, zone });
      else await broker.publish(way === 'topic' ? 'fee.asked' : 'questions', { id, zone });
      return await Promise.race([answer, sleep(deadlineMs, undefined)]);
    } finally {
      waiting.delete(id);
    }
  }

  async function lookForAnswer(id: string, zone: string): Promise<number | undefined> {
    await database.insert(questions, { id, zone });
    for (let waitedMs = 0; waitedMs < deadlineMs; waitedMs += 20) {
      await sleep(20);
      const [question] = await database.select(questions, { id });
      if (question && question.cents !== null) return question.cents;
    }
    return undefined;
  }
}
