import type { Platform } from 'lab';
import { jobs, journeys } from './schema.ts';
import { way } from './settings.ts';
import { after, causeOf, note, steps } from './steps.ts';
import { takeJobs } from './take-jobs.ts';

type Heard = { journeyId: string; fact?: string; done?: string };

/** Keeps the journeys, and how far each has got. */
export default async function start({ app, broker, database }: Platform) {
  app.post('/journeys', async () => {
    const id = crypto.randomUUID();
    if (way === 'call') {
      if (!(await allHaveBooked(id))) return { status: 503 };
      await database.insert(journeys, { id, status: 'booked' });
      return { status: 201, body: { id } };
    }
    await database.transaction(async (tx) => {
      await tx.insert(journeys, { id, status: 'under way' });
      const [first = ''] = steps;
      if (way === 'job row') await tx.insert(jobs, { journeyId: id, owner: first });
      if (way === 'queue') await note(tx, first, { journeyId: id });
      if (way === 'topic') await note(tx, 'journey.requested', { journeyId: id });
      if (way === 'log') await note(tx, 'journeys', { journeyId: id, fact: 'journey.requested' });
    });
    return { status: 202, body: { id } };
  });

  const arrived = async ({ journeyId }: Heard) => {
    await database.update(journeys, { id: journeyId }, { status: 'booked' });
  };

  if (way === 'job row')
    void takeJobs('journeys', database, async (tx, id) => {
      await tx.update(journeys, { id }, { status: 'booked' });
    });
  if (way === 'queue')
    await broker.consume({ queue: 'journeys' }, async ({ journeyId, done = '' }: Heard) => {
      const next = after(done);
      if (next === 'journeys') return arrived({ journeyId });
      await database.transaction((tx) => note(tx, next, { journeyId }));
    });
  if (way === 'topic') await broker.subscribe(causeOf('journeys'), { queue: 'journeys' }, arrived);
  if (way === 'log')
    await broker.subscribe('journeys', { group: 'journeys', from: 'earliest' }, async (heard: Heard) => {
      if (heard.fact === causeOf('journeys')) await arrived(heard);
    });
}

/** One after the other. When one does not answer, what was booked is cancelled. */
async function allHaveBooked(journeyId: string): Promise<boolean> {
  const booked: string[] = [];
  try {
    for (const service of steps) {
      await ask(service, 'bookings', journeyId);
      booked.push(service);
    }
    return true;
  } catch {
    for (const service of booked.reverse()) await ask(service, 'cancellations', journeyId);
    return false;
  }
}

async function ask(service: string, what: string, journeyId: string) {
  const signal = AbortSignal.timeout(300);
  await fetch(`http://${service}/${what}`, { method: 'POST', body: JSON.stringify({ journeyId }), signal });
}
