import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import type { Asked } from './messages.ts';
import { questions, tariffs } from './schema.ts';
import { way } from './settings.ts';

/** Knows the fees. */
export default async function start({ app, broker, database }: Platform) {
  async function feeOf(zone: string): Promise<number> {
    const [tariff] = await database.select(tariffs, { zone });
    return tariff?.cents ?? 0;
  }

  async function answer({ id, zone }: Asked) {
    const told = { id, cents: await feeOf(zone) };
    if (way === 'queue') await broker.send('answers', told);
    else await broker.publish(way === 'topic' ? 'fee.answered' : 'answers', told);
  }

  async function lookForQuestions() {
    for (;;) {
      for (const { id, zone } of await database.select(questions, { cents: null }))
        await database.update(questions, { id }, { cents: await feeOf(zone) });
      await sleep(20);
    }
  }

  if (way === 'call')
    app.post('/fees', async ({ body }) => ({
      status: 200,
      body: { cents: await feeOf((body as { zone: string }).zone) },
    }));
  if (way === 'job row') void lookForQuestions();
  if (way === 'queue') await broker.consume({ queue: 'questions' }, answer);
  if (way === 'topic') await broker.subscribe('fee.asked', { queue: 'tariff' }, answer);
  if (way === 'log') await broker.subscribe('questions', { group: 'tariff', from: 'earliest' }, answer);
}
