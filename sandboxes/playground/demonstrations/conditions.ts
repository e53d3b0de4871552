import {
  asRecord,
  type Choice,
  customersAsked,
  type Explorable,
  is,
  mentions,
  percentile,
  type Trace,
  windows,
} from 'lab/authoring';
import { weather } from '../weather.ts';
import { fromOrderToMail } from '../window.ts';

/** What one may choose for a run of the playground; faults at single places are put on top of it. */
export const conditions: Explorable = {
  id: 'conditions',
  title: 'Conditions',
  knobs: [
    {
      id: 'orders',
      label: 'Orders',
      options: [
        { id: '1', label: '1' },
        { id: '3', label: '3' },
        { id: '12', label: '12' },
      ],
    },
    {
      id: 'apart',
      label: 'Between two orders',
      begins: '20',
      options: [
        { id: '0', label: 'nothing' },
        { id: '20', label: '20 ms' },
        { id: '200', label: '200 ms' },
      ],
    },
    {
      id: 'looks',
      label: 'Customers look at their orders',
      options: [
        { id: 'never', label: 'never' },
        { id: 'after', label: 'after each order' },
      ],
    },
    {
      id: 'instances',
      label: 'Instances of confirmation',
      options: [
        { id: '1', label: '1' },
        { id: '3', label: '3' },
      ],
    },
    {
      id: 'outage',
      label: 'Down at first',
      options: [
        { id: 'none', label: 'nothing' },
        { id: 'confirmation', label: 'confirmation' },
        { id: 'broker', label: 'the broker' },
        { id: 'mail', label: 'the mail provider' },
        { id: 'orders', label: 'orders' },
      ],
    },
    {
      id: 'lasts',
      label: 'For how long',
      options: [
        { id: '300', label: '300 ms' },
        { id: '3000', label: '3 s' },
      ],
    },
    {
      id: 'lag',
      label: 'The first replica, if there is one, is behind by',
      options: [
        { id: '0', label: 'its own lag' },
        { id: '500', label: '500 ms' },
      ],
    },
  ],
  shows: (choice) => ({
    program: 'starter',
    scenario: weather(choice),
    schedule: choice.lag === '0' ? 'calm' : `lag-${choice.lag}@replica-1`,
  }),
  reads: (trace: Trace, _: Choice) => `${counted(trace)} ${measured(trace)}`,
  window: fromOrderToMail,
};

function counted(trace: Trace): string {
  const asked = customersAsked(trace, 'POST');
  const accepted = asked.filter((one) => one.accepted).length;
  const mails = trace.filter(is('mailed')).length;
  const published = trace.filter(({ kind }) => kind === 'published' || kind === 'appended').length;
  return `${accepted} of ${amount(asked.length, 'order')} accepted, ${amount(published, 'message')} published, ${amount(mails, 'mail')} sent.${looked(trace)}`;
}

/** Whoever was answered an order, and then a list without it, has looked inside the window. */
function looked(trace: Trace): string {
  const looks = customersAsked(trace, 'GET');
  if (looks.length === 0) return '';
  const ordered = new Map(
    customersAsked(trace, 'POST').map(({ call, answer }) => [
      asRecord(call.body).email,
      asRecord(answer?.body).orderId,
    ]),
  );
  const found = looks.filter(({ call, answer }) => {
    const orderId = ordered.get(decodeURIComponent(call.path.split('/').at(-1) ?? ''));
    return typeof orderId === 'string' && mentions(answer?.body, orderId);
  });
  return ` ${found.length} of ${amount(looks.length, 'look')} found the order.`;
}

function measured(trace: Trace): string {
  const all = windows(trace, fromOrderToMail.opens, fromOrderToMail.closes);
  const open = all.filter(({ closes }) => !closes).length;
  const half = percentile(all, 50);
  const most = percentile(all, 99);
  if (all.length === 0) return 'No order was stored.';
  if (open > 0) return `Of ${amount(open, 'order')} the mail never left.`;
  return all.length === 1
    ? `From the order to the mail it took ${half} ms.`
    : `From an order to its mail it took ${half} ms for half of them, and ${most} ms at most.`;
}

const amount = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
