import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, Transaction } from 'lab';
import { passOn } from './pass-on.ts';
import { jobs, links, outbox } from './schema.ts';
import { way } from './settings.ts';

type Wanted = { linkId: string; email: string };

/** The whole shop is one program: it makes the link, and it mails it. */
export default async function start({ app, broker, database, mail }: Platform) {
  const send = ({ linkId, email }: Wanted) =>
    mail.send({ to: email, subject: 'Your password', text: `Link ${linkId}` });

  app.post('/resets', async ({ body }) => {
    const { email } = body as { email: string };
    const linkId = crypto.randomUUID();
    await database.transaction(async (tx) => {
      await tx.insert(links, { id: linkId, email });
      if (way === 'job row') await tx.insert(jobs, { linkId, email });
      if (way === 'queue') await note(tx, 'mails', { linkId, email });
      if (way === 'topic') await note(tx, 'password-reset.requested', { linkId, email });
      if (way === 'log') await note(tx, 'resets', { linkId, email });
    });
    if (way !== 'call') return { status: 202 };
    return send({ linkId, email }).then(
      () => ({ status: 200 }),
      () => ({ status: 503 }),
    );
  });

  async function takeJobs() {
    for (;;) {
      for (const job of await database.select(jobs, { doneAt: null })) {
        const done = () => database.update(jobs, { linkId: job.linkId }, { doneAt: new Date().toISOString() });
        await send(job)
          .then(done)
          .catch((error) => console.warn('will try again', error));
      }
      await sleep(50);
    }
  }

  if (way === 'job row') void takeJobs();
  if (way === 'queue') await broker.consume({ queue: 'mails' }, send);
  if (way === 'topic') await broker.subscribe('password-reset.requested', { queue: 'mails' }, send);
  if (way === 'log') await broker.subscribe('resets', { group: 'mails', from: 'earliest' }, send);
  if (way !== 'call' && way !== 'job row') void passOn(broker, database);
}

async function note(tx: Transaction, to: string, body: object) {
  await tx.insert(outbox, { id: crypto.randomUUID(), to, body });
}
