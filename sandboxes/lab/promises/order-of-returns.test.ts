import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { deliveries, type Setting, traceOf } from './playing.ts';

type Stage = Parameters<NonNullable<Setting['play']>>[0];

const subscribing: Start = ({ broker, mail }) =>
  broker.subscribe<{ n: number }>('order.created', { queue: 'inbox' }, ({ n }) =>
    mail.send({ to: 'ada@example.com', subject: String(n), text: '' }),
  );

test('what two consumers give back as the broker goes down keeps its order', async () => {
  const breaking = ({ operator }: Stage) => {
    operator.stopBroker();
    operator.startBroker();
  };
  const setting: Setting = { guests: { reader: subscribing }, instances: { reader: 2 }, play: interrupted(breaking) };
  expect(deliveries(await traceOf(setting), 'inbox')).toEqual([1, 2, 1, 2, 3]);
});

test('what two consumers of one process give back as it crashes keeps its order', async () => {
  const twice: Start = async (services) => {
    await subscribing(services);
    await subscribing(services);
  };
  const breaking = async ({ operator }: Stage) => {
    operator.stop('reader');
    await operator.start('reader');
  };
  const setting: Setting = { guests: { reader: twice }, play: interrupted(breaking) };
  expect(deliveries(await traceOf(setting), 'inbox')).toEqual([1, 2, 1, 2, 3]);
});

/** Publishes three, and breaks in while the first two are being handled. */
function interrupted(breaking: (stage: Stage) => void | Promise<void>): NonNullable<Setting['play']> {
  return async (stage) => {
    await Promise.all([1, 2, 3].map((n) => stage.publisher.publish('order.created', { n })));
    await stage.sleep(20);
    await breaking(stage);
    await stage.settled();
  };
}
