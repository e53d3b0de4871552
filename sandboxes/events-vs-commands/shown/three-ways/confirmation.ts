import type { Platform } from 'lab';
import { way } from './settings.ts';

export default async function start({ broker, mail }: Platform) {
  const confirm = async ({ email }: { email: string }) => {
    await mail.send({ to: email, subject: 'Your order', text: 'It is placed.' });
  };
  if (way === 'a command to a queue') await broker.consume({ queue: 'send-confirmation' }, confirm);
  else if (way === 'a command on a topic')
    await broker.subscribe('send-confirmation', { queue: 'confirmation' }, confirm);
  else await broker.subscribe('order.placed', { queue: 'confirmation' }, confirm);
}
