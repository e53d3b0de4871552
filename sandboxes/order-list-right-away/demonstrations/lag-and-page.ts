import type { Explorable, Scenario, Trace } from 'lab/authoring';
import { acceptedOf, listsOf } from '../reading.ts';
import { ADA, browserOf, FORMS, given } from '../scenarios.ts';
import { listWindow } from '../window.ts';

export const lagAndPage: Explorable = {
  id: 'lag-projection-and-page',
  title: 'Ada orders, and looks at her list five times',
  knobs: [
    {
      id: 'lag',
      label: 'The event is late by',
      options: [
        { id: '0', label: 'nothing' },
        { id: '60', label: '60 ms' },
        { id: '400', label: '400 ms' },
        { id: '5000', label: '5 s' },
      ],
    },
    {
      id: 'projection',
      label: 'The projection',
      options: [
        { id: 'running', label: 'is running' },
        { id: 'down', label: 'is down for 2 s' },
      ],
    },
    {
      id: 'page',
      label: 'The page',
      options: [
        { id: 'reads at once', label: 'reads the list at once' },
        { id: 'pauses', label: 'pauses for 100 ms, then reads' },
        { id: 'adds hers', label: 'adds her order until the list has it' },
      ],
    },
  ],
  shows: ({ lag, projection, page }) => ({
    program: 'shown/three-pages',
    settings: { does: page! },
    scenario: scenarios[projection as keyof typeof scenarios],
    schedule: lag === '0' ? 'calm' : `delay-${lag}@broker:deliver:projection:1`,
  }),
  reads: (trace, { page }) => `${answered(trace)} ${looked(trace)} ${meaning(trace, page!)}`,
  window: listWindow,
};

const LOOKS_AFTER_MS = [20, 100, 300, 1_800, 7_000];

const scenarios = { running: fiveLooks('all-are-there', 0), down: fiveLooks('the-projection-is-away', 2_000) };

function fiveLooks(id: string, downMs: number): Scenario {
  return {
    id,
    given,
    instances: { page: 1 },
    play: async (stage) => {
      const { operator, sleep } = stage;
      const browser = browserOf(stage);
      if (downMs > 0) operator.stop('projection');
      const back = async () => {
        await sleep(downMs);
        if (downMs > 0) await operator.start('projection');
      };
      const ada = async () => {
        await browser.checkout(ADA, FORMS[0], 3);
        for (const ms of LOOKS_AFTER_MS) {
          await sleep(ms);
          await browser.look(ADA);
        }
      };
      await Promise.all([back(), ada()]);
      await stage.settled();
    },
  };
}

const times = (trace: Trace): readonly number[] =>
  listsOf(trace).map(({ orders }) => orders.filter(({ orderId }) => orderId === FORMS[0]).length);

function answered(trace: Trace): string {
  const [accepted] = acceptedOf(trace);
  if (!accepted) return 'Ada’s order was not accepted.';
  const ms = accepted.answer.at - accepted.call.at;
  return `Ada was answered after ${ms} ms, ${times(trace)[0] === 0 ? 'with a list that did not have her order' : 'and her order was in the list'}.`;
}

function looked(trace: Trace): string {
  const looks = times(trace).slice(1);
  const without = looks.filter((each) => each === 0).length;
  return without === 0
    ? `At the ${LOOKS_AFTER_MS.length} looks after that it was there.`
    : `It was missing at ${without} of the ${LOOKS_AFTER_MS.length} looks after that.`;
}

function meaning(trace: Trace, page: string): string {
  if (page === 'adds hers') return 'The list was as late as ever, and nobody waited for it.';
  if (page === 'reads at once') return 'To her it looks as if nothing had been ordered, and the button is still there.';
  return times(trace).includes(0)
    ? 'She paid for the pause and got nothing for it.'
    : 'The pause was long enough today, and everybody pays for it every day.';
}
