import type { Platform, Transaction } from 'lab';
import { bookings, jobs } from './schema.ts';
import { way } from './settings.ts';
import { after, causeOf, note } from './steps.ts';
import { takeJobs } from './take-jobs.ts';

type OfJourney = { journeyId: string; fact?: string };

/** Books its part of a journey, and says so by the way that was chosen. */
export async function serve(service: string, { app, broker, database }: Platform) {
  const book = async (tx: Transaction, journeyId: string) => {
    await tx.insert(bookings, { journeyId, service, status: 'booked' }, { onConflict: 'do nothing' });
  };

  const bookAndSay = (to: string) => (heard: OfJourney) =>
    database.transaction(async (tx) => {
      await book(tx, heard.journeyId);
      await note(tx, to, { journeyId: heard.journeyId, fact: `${service}.booked`, done: service });
    });

  if (way === 'call') {
    app.post('/bookings', async ({ body }) => {
      await database.transaction((tx) => book(tx, (body as OfJourney).journeyId));
      return { status: 201 };
    });
    app.post('/cancellations', async ({ body }) => {
      const { journeyId } = body as OfJourney;
      await database.update(bookings, { journeyId, service }, { status: 'cancelled' });
      return { status: 200 };
    });
  }
  if (way === 'job row')
    void takeJobs(service, database, async (tx, journeyId) => {
      await book(tx, journeyId);
      await tx.insert(jobs, { journeyId, owner: after(service) });
    });
  if (way === 'queue') await broker.consume({ queue: service }, bookAndSay('journeys'));
  if (way === 'topic') await broker.subscribe(causeOf(service), { queue: service }, bookAndSay(`${service}.booked`));
  if (way === 'log')
    await broker.subscribe('journeys', { group: service, from: 'earliest' }, async (heard: OfJourney) => {
      if (heard.fact === causeOf(service)) await bookAndSay('journeys')(heard);
    });
}
