import type { Platform } from 'lab';
import { decided } from './decided.ts';
import type { ReserveStock } from './messages.ts';

export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'reserve-stock' }, async (command: ReserveStock) => {
    await database.transaction(async (tx) => {
      const answer = await decided(tx, command); // none when it was decided before
      if (answer) await broker.publish(answer.type, answer);
    });
  });
}
