import type { Explorable, Scenario } from 'lab/authoring';
import { type Look, looksOf, type Order, orderOf } from '../reading.ts';
import { readerOf } from '../scenarios.ts';
import { projectionWindow } from '../window.ts';

export const lagAndWait: Explorable = {
  id: 'lag-replica-and-wait',
  title: 'Ada changes 2 pens to 3 and looks four times',
  knobs: [
    {
      id: 'lag',
      label: 'The second replica is behind by',
      options: [
        { id: '30', label: '30 ms' },
        { id: '100', label: '100 ms' },
        { id: '400', label: '400 ms' },
      ],
    },
    {
      id: 'replica',
      label: 'The page reads',
      options: [
        { id: 'in turn', label: 'both in turn' },
        { id: 'the first', label: 'the first replica' },
        { id: 'the second', label: 'the second replica' },
      ],
    },
    {
      id: 'wait',
      label: 'It waits for her version',
      options: [
        { id: '0', label: 'not at all' },
        { id: '50', label: 'for 50 ms' },
        { id: '200', label: 'for 200 ms' },
      ],
    },
    {
      id: 'projection',
      label: 'The projection',
      options: [
        { id: 'running', label: 'is running' },
        { id: 'down', label: 'is down for 250 ms' },
      ],
    },
  ],
  shows: ({ lag, replica, wait, projection }) => ({
    program: 'shown/waits-with-a-deadline',
    settings: { waitMs: Number(wait), reads: replica! },
    scenario: scenarios[projection as keyof typeof scenarios],
    schedule: lag === '30' ? 'calm' : `lag-${lag}@replica-2`,
  }),
  reads: (trace) => {
    const order = orderOf(trace);
    if (!order) return 'Ada could not order.';
    const looks = looksOf(trace, order);
    return `${seen(looks)} ${meaning(order, looks)} ${price(looks)}`;
  },
  window: projectionWindow,
};

const scenarios = { running: fourLooks('all-are-there', 0), down: fourLooks('the-projection-is-away', 250) };

function fourLooks(id: string, downMs: number): Scenario {
  return {
    id,
    instances: { page: 1 },
    play: async (stage) => {
      const { operator, sleep } = stage;
      const ada = readerOf(stage);
      await ada.order(2);
      await sleep(600);
      if (downMs > 0) operator.stop('projection');
      await ada.change(3);
      const back = async () => {
        await sleep(downMs);
        if (downMs > 0) await operator.start('projection');
      };
      await Promise.all([back(), ada.look(0, 25, 25, 25)]);
      await stage.settled();
    },
  };
}

function seen(looks: readonly Look[]): string {
  const each = looks.map(({ quantity }) => (quantity === undefined ? '“updating”' : String(quantity)));
  return `She was shown ${each.slice(0, -1).join(', ')} and ${each.at(-1)}.`;
}

function meaning({ states }: Order, looks: readonly Look[]): string {
  const shown = looks.map(({ state }) => state).filter((state) => state !== undefined);
  const newest = states.length - 1;
  if (shown.some((state, i) => state < (shown[i - 1] ?? 0))) return 'She went back in time.';
  if (shown.some((state) => state < newest))
    return shown.includes(newest)
      ? 'At first her own change was missing; then it was there.'
      : 'Her own change was missing all the time.';
  return shown.length === looks.length
    ? 'She saw her own change every time.'
    : 'Nothing that she was shown was old; what could not be shown yet, she was told.';
}

function price(looks: readonly Look[]): string {
  const waits = looks.flatMap(({ call, answer }) => (answer ? [answer.at - call.at] : []));
  return `Her longest look took ${Math.max(...waits)} ms.`;
}
