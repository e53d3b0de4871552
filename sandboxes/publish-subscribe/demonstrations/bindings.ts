import {
  asRecord,
  type Choice,
  committed,
  type Explorable,
  is,
  type Scenario,
  type Stage,
  type Trace,
} from 'lab/authoring';

export const bindings: Explorable = {
  id: 'who-gets-which-copy',
  title: 'Four facts, and who gets a copy',
  knobs: [
    {
      id: 'layout',
      label: 'Queues',
      options: [
        { id: 'service', label: 'one for each service' },
        { id: 'shared', label: 'one for both services' },
        { id: 'instance', label: 'one for each instance' },
      ],
    },
    {
      id: 'pattern',
      label: 'Analytics binds to',
      options: [
        { id: 'all', label: 'order.#' },
        { id: 'one', label: 'order.*' },
        { id: 'exact', label: 'order.created' },
      ],
    },
    {
      id: 'instances',
      label: 'Instances of analytics',
      options: [
        { id: '1', label: 'one' },
        { id: '2', label: 'two' },
      ],
    },
    {
      id: 'state',
      label: 'While the first two facts are told, analytics',
      options: [
        { id: 'up', label: 'is there' },
        { id: 'down', label: 'is down, and had subscribed before' },
        { id: 'late', label: 'has not subscribed yet' },
      ],
    },
    {
      id: 'stock',
      label: 'Stock',
      options: [
        { id: 'works', label: 'works' },
        { id: 'fails', label: 'fails at each copy the first time' },
      ],
    },
  ],
  shows: ({ layout, pattern, instances, state, stock }) => ({
    program: 'shown/one-subscriber',
    settings: {
      layout: LAYOUTS[layout as keyof typeof LAYOUTS],
      pattern: PATTERNS[pattern as keyof typeof PATTERNS],
      subscribesAfterMs: state === 'late' ? BACK_AFTER_MS : 0,
      stockFailsFirst: stock === 'fails',
    },
    scenario: fourFacts(Number(instances), state === 'down'),
    schedule: 'calm',
  }),
  reads: (trace, choice) =>
    [heardBy(trace, choice), stockHeard(trace), failures(trace, choice), meaning(trace, choice)]
      .filter(Boolean)
      .join(' '),
};

const LAYOUTS = {
  service: 'one for each service',
  shared: 'one for both services',
  instance: 'one for each instance',
};
const PATTERNS = { all: 'order.#', one: 'order.*', exact: 'order.created' };
const FITTING = { all: 4, one: 3, exact: 2 };
const BACK_AFTER_MS = 300;

/** Ada orders and her payment fails; later Grace orders and Ada cancels. */
function fourFacts(instances: number, isDown: boolean): Scenario {
  return {
    id: `four-facts-${instances}${isDown ? '-down' : ''}`,
    instances: { analytics: instances },
    play: async (stage) => {
      const { operator, sleep, settled } = stage;
      if (isDown) operator.stop('analytics');
      const adas = await order(stage, 'ada');
      await stage.customer.post(`http://orders/orders/${adas}/failed-payment`, {});
      await sleep(BACK_AFTER_MS);
      if (isDown) await operator.start('analytics');
      await order(stage, 'grace');
      await stage.customer.post(`http://orders/orders/${adas}/cancellation`, {});
      await settled();
    },
  };
}

async function order({ customer }: Stage, name: string): Promise<string> {
  const seen = await customer.post('http://orders/orders', { email: `${name}@example.org` });
  return String(asRecord(seen?.body).orderId);
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const TIMES = ['never', 'once', 'twice'];
const word = (count: number): string => WORDS[count] ?? String(count);

/** What analytics counted: rows, and the facts behind them. */
function counted(trace: Trace): { readonly rows: number; readonly facts: number } {
  const rows = committed(trace, 'counted');
  return { rows: rows.length, facts: new Set(rows.map(({ row }) => row.factId)).size };
}

function heardBy(trace: Trace, { pattern }: Choice): string {
  const { rows, facts } = counted(trace);
  const fitting = FITTING[pattern as keyof typeof FITTING];
  const twice = rows > facts ? `, and counted ${rows - facts === facts ? 'each' : word(rows - facts)} twice` : '';
  return `Of the four facts, ${word(fitting)} fit the pattern; analytics heard of ${word(facts)}${twice}.`;
}

function stockHeard(trace: Trace): string {
  const heard = committed(trace, 'slips');
  const facts = new Set(heard.map(({ row }) => `${row.orderId} ${row.topic}`)).size;
  const parts = heard.some(({ row }) => String(row.topic).split('.').length > 2);
  return `Stock, which is bound to order.*, heard of ${word(facts)}${parts ? ', the failed payment among them' : facts < 3 ? ' of its three' : ''}.`;
}

/** What stock failed at, and who else had to do with it. */
function failures(trace: Trace, { layout, stock }: Choice): string {
  if (stock === 'works') return '';
  const handed = trace.filter(is('delivered'));
  const stocks = new Set(handed.filter(({ process }) => process === 'stock').map(({ delivery }) => delivery));
  const back = trace.filter(is('returned')).filter(({ delivery }) => stocks.has(delivery));
  const again = back.filter(({ message, seq }) =>
    handed.some((entry) => entry.message === message && entry.process === 'analytics' && entry.seq > seq),
  );
  const times = `It failed ${TIMES[back.length] ?? `${word(back.length)} times`}`;
  if (layout === 'shared') {
    const taken =
      again.length === 0 ? 'stock took it again' : `analytics took ${word(again.length)} of ${word(back.length)}`;
    return `${times}, and what came back to the queue was for whoever was free: ${taken}.`;
  }
  return `${times}, and each copy came back to its own queue; analytics did not notice.`;
}

function meaning(trace: Trace, { layout, pattern, instances, state }: Choice): string {
  if (layout === 'shared') return shared(state, instances);
  if (layout === 'instance' && state === 'down') {
    const left = word(leftBehind(trace));
    return instances === '2'
      ? `Its instances came back and declared two new queues. In the old ones lie ${left} copies, and nobody will ever take them.`
      : `It came back and declared a new queue. In the old one lie ${left} copies, and nobody will ever take them.`;
  }
  if (state === 'late') return 'What was told before its queue was there is gone, and nobody was told.';
  if (layout === 'instance' && instances === '2')
    return 'Two queues are two subscriptions, so the second instance repeats what the first one does.';
  if (layout === 'instance') return 'With one instance that never stops this looks right. Add one, or stop it.';
  if (state === 'down') return 'Its queue was there while it was not, and kept what came.';
  if (instances === '2') return 'The two instances shared the work.';
  return pattern === 'all' ? 'As it should be.' : 'What does not fit was never copied for it.';
}

function shared(state: string | undefined, instances: string | undefined): string {
  if (state === 'up')
    return `One queue with two patterns got whatever fits either, and handed it out in turn${instances === '2' ? ', to three consumers of two services' : ''}. What one of them had, the other never saw.`;
  return state === 'down'
    ? 'While analytics was away, stock was handed what was meant for both.'
    : 'As long as stock was alone with the queue, it was handed everything that fitted.';
}

/** Copies in queues from which they were never handed out. */
function leftBehind(trace: Trace): number {
  const handed = new Set(trace.filter(is('delivered')).map(({ message, queue }) => `${message} ${queue}`));
  return trace
    .filter(is('published'))
    .flatMap(({ message, to }) => to.map((queue) => `${message} ${queue}`))
    .filter((copy) => !handed.has(copy)).length;
}
