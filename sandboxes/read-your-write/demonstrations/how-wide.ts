import { type Explorable, is, LATENCY, percentile, type Scenario, type Trace, windowAt, windows } from 'lab/authoring';
import { projectionWindow } from '../window.ts';

const RUSH_MS = 1_200;
const STOPS_AT_MS = 200;

export const howWide: Explorable = {
  id: 'how-wide-the-window-is',
  title: 'The window of many orders, measured',
  knobs: [
    {
      id: 'down',
      label: 'The projection is down',
      options: [
        { id: '0', label: 'not at all' },
        { id: '200', label: 'for 200 ms' },
        { id: '400', label: 'for 400 ms' },
      ],
    },
    {
      id: 'work',
      label: 'One event keeps it busy for',
      begins: '20',
      options: [
        { id: '10', label: '10 ms' },
        { id: '20', label: '20 ms' },
        { id: '50', label: '50 ms' },
      ],
    },
    {
      id: 'every',
      label: 'There is an order every',
      begins: '40',
      options: [
        { id: '25', label: '25 ms' },
        { id: '40', label: '40 ms' },
      ],
    },
  ],
  shows: ({ down, work, every }) => ({
    program: 'shown/a-rush',
    settings: { workMs: Number(work) - ON_THE_WAY_MS },
    scenario: rush(Number(every), Number(down)),
    schedule: 'calm',
  }),
  reads: (trace) => {
    const figures = figuresOf(trace);
    return `${spread(trace)} ${figures ? arithmetic(figures) : balance(trace)}`;
  },
  about: (trace) => {
    const widest = windowAt(windows(trace, projectionWindow.opens, projectionWindow.closes), 99);
    return widest ? [widest.opens.seq, ...(widest.closes ? [widest.closes.seq] : [])] : [];
  },
  window: projectionWindow,
};

/** What an event costs beside the work on it: the way to the consumer, the commit and the acknowledgement. */
const ON_THE_WAY_MS = LATENCY.deliver + LATENCY.statement + LATENCY.commit + LATENCY.ack;

function rush(everyMs: number, downMs: number): Scenario {
  return {
    id: `an-order-every-${everyMs}-ms-down-for-${downMs}`,
    play: async ({ customer, operator, sleep, settled }) => {
      const orders = async () => {
        const answers: Promise<unknown>[] = [];
        for (let ms = 0; ms < RUSH_MS; ms += everyMs) {
          answers.push(customer.post('http://orders/orders', { quantity: 1 }));
          await sleep(everyMs);
        }
        await Promise.all(answers);
      };
      const outage = async () => {
        await sleep(STOPS_AT_MS);
        if (downMs === 0) return;
        operator.stop('projection');
        await sleep(downMs);
        await operator.start('projection');
      };
      await Promise.all([orders(), outage()]);
      await settled();
    },
  };
}

/** What can be said about a backlog, all of it counted and timed in the trace. */
export interface Figures {
  readonly backlog: number;
  readonly arrivalsPerSecond: number;
  readonly servedPerSecond: number;
  /** From the projection's return until nothing waited; undefined when the orders ended before that. */
  readonly caughtUpMs: number | undefined;
}

/** Undefined when the projection was never down. */
export function figuresOf(trace: Trace): Figures | undefined {
  const back = trace.filter(is('ready')).find(({ process, life }) => process === 'projection' && life > 1);
  if (!back) return undefined;
  const published = trace.filter(is('published'));
  const applied = trace.filter(is('committed')).filter(({ process }) => process === 'projection');
  const waiting = (seq: number) =>
    published.filter((entry) => entry.seq < seq).length - applied.filter((entry) => entry.seq <= seq).length;
  const caughtUp = applied.find(({ seq }) => seq > back.seq && waiting(seq) === 0);
  const isInTime = caughtUp && caughtUp.at <= published.at(-1)!.at;
  return {
    backlog: waiting(back.seq),
    ...ratesOf(trace),
    caughtUpMs: isInTime ? caughtUp.at - back.at : undefined,
  };
}

function ratesOf(trace: Trace): Pick<Figures, 'arrivalsPerSecond' | 'servedPerSecond'> {
  const published = trace.filter(is('published'));
  const between = (published.at(-1)!.at - published[0]!.at) / (published.length - 1);
  const delivered = new Map(trace.filter(is('delivered')).map(({ delivery, at }) => [delivery, at]));
  const done = trace.filter(is('acknowledged'));
  const busy = done.reduce((sum, { delivery, at }) => sum + at - delivered.get(delivery)! + LATENCY.deliver, 0);
  return { arrivalsPerSecond: 1_000 / between, servedPerSecond: (1_000 * done.length) / busy };
}

function spread(trace: Trace): string {
  const all = windows(trace, projectionWindow.opens, projectionWindow.closes);
  const [half, most] = [percentile(all, 50), percentile(all, 99)];
  return `${all.length} orders: p50 of their windows ${half} ms, p99 ${most} ms.`;
}

function arithmetic({ backlog, arrivalsPerSecond, servedPerSecond, caughtUpMs }: Figures): string {
  const [arrivals, served] = [Math.round(arrivalsPerSecond), Math.round(servedPerSecond)];
  const waited = `When the projection came back, ${backlog} events waited.`;
  if (served <= arrivals)
    return `${waited} ${arrivals} more come every second and ${served} are done, so it never catches up while orders come in like this.`;
  const predicted = Math.round((1_000 * backlog) / (servedPerSecond - arrivalsPerSecond));
  const sum = `${waited} ${backlog} / (${served} − ${arrivals}) per second makes ${predicted} ms to catch up;`;
  return caughtUpMs === undefined
    ? `${sum} the orders ended before that.`
    : `${sum} in this play it took ${caughtUpMs} ms.`;
}

function balance(trace: Trace): string {
  const { arrivalsPerSecond, servedPerSecond } = ratesOf(trace);
  const [arrivals, served] = [Math.round(arrivalsPerSecond), Math.round(servedPerSecond)];
  return served > arrivals
    ? `${arrivals} events come every second and ${served} could be done: nobody waits for another.`
    : `${arrivals} events come every second and only ${served} are done: the window grows with every order, and nothing is down.`;
}
