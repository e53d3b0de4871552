import type { Platform } from 'lab';
import { sales } from './schema.ts';
import { way } from './settings.ts';

export default async function start({ broker, database, mail }: Platform) {
  // A fact leaves it to each listener what to do. A command says what to do, and whoever gets it does that.
  const react = async ({ orderId }: { orderId: string }) => {
    await database.insert(sales, { orderId }, { onConflict: 'do nothing' });
  };
  const obey = async ({ email }: { email: string }) => {
    await mail.send({ to: email, subject: 'Your order', text: 'It is placed.' });
  };
  if (way === 'a command to a queue') await broker.consume({ queue: 'send-confirmation' }, obey);
  else if (way === 'a command on a topic') await broker.subscribe('send-confirmation', { queue: 'analytics' }, obey);
  else await broker.subscribe('order.placed', { queue: 'analytics' }, react);
}
