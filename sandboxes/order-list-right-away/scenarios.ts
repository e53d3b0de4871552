import { asRecord, type Scenario, type Seen, type Stage } from 'lab/authoring';

/** Two of what answers the customers, whatever a deployment says. */
const instances = { page: 2 };

export const ADA = 'ada@example.org';
export const GRACE = 'grace@example.org';

/** Ada's order of last month, which the list has long had. */
export const EARLIER = {
  orderId: '00000000-0000-4000-8000-00000000000a',
  email: ADA,
  pens: 1,
  status: 'confirmed',
  version: 2,
} as const;

export const given = {
  orders: [{ id: EARLIER.orderId, email: ADA, pens: EARLIER.pens, status: EARLIER.status, version: EARLIER.version }],
  order_list: [EARLIER],
};

/** Made by the browser, when the form is opened. */
export const FORMS = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [
  string,
  string,
  string,
];

/** Somebody who has not seen an answer after this long looks elsewhere. */
const PATIENCE_MS = 1_000;

/**
 * What Run plays: Ada orders 3 pens and looks, at once and later. Then the projection is down, she orders 5 more and looks.
 * In the end it is back.
 */
export const ordersAndLooks: Scenario = {
  id: 'orders-and-looks',
  given,
  instances,
  play: async (stage) => {
    const { operator, sleep } = stage;
    const browser = browserOf(stage);
    const asked: Promise<unknown>[] = [];
    const glance = (asking: Promise<unknown>) => {
      asked.push(asking);
      return Promise.race([asking, sleep(PATIENCE_MS)]);
    };
    await glance(browser.checkout(ADA, FORMS[0], 3));
    await glance(browser.look(ADA));
    await sleep(300);
    await glance(browser.look(ADA));
    operator.stop('projection');
    await glance(browser.checkout(ADA, FORMS[1], 5));
    await glance(browser.look(ADA));
    await sleep(2_500);
    await glance(browser.look(ADA));
    await operator.start('projection');
    await stage.settled();
    await glance(browser.look(ADA));
    await Promise.all(asked); // what came too late came nevertheless
  },
};

/** Ada clicks twice, looks when all is quiet, and sends the same form a third time. */
export const sameFormAgain: Scenario = {
  id: 'the-same-form-again',
  given,
  instances,
  play: async (stage) => {
    const browser = browserOf(stage);
    await Promise.all([browser.checkout(ADA, FORMS[0], 3), browser.checkout(ADA, FORMS[0], 3)]);
    await browser.look(ADA);
    await stage.settled();
    await stage.sleep(1_000);
    await browser.look(ADA);
    await browser.checkout(ADA, FORMS[0], 3);
    await browser.look(ADA);
    await stage.settled();
    await stage.sleep(1_000);
    await browser.lookUntilShown(ADA);
  },
};

/** So many looks, and by then the shop has confirmed both orders. */
const RESENT_AFTER = 4;

/**
 * Ada orders twice and keeps looking, while the shop confirms both orders. Once she goes back and sends the second form
 * again. In the end she looks with her phone, too.
 */
export const shopConfirms: Scenario = {
  id: 'the-shop-confirms-it',
  given,
  instances,
  play: async (stage) => {
    const { sleep } = stage;
    const browser = browserOf(stage);
    await browser.checkout(ADA, FORMS[0], 3);
    await browser.checkout(ADA, FORMS[1], 5);
    const shop = async () => {
      await sleep(150);
      await confirm(stage, FORMS[0]);
      await confirm(stage, FORMS[1]);
    };
    const ada = async () => {
      for (let looks = 0; looks < 12; looks++) {
        await browser.look(ADA);
        await sleep(50);
        if (looks === RESENT_AFTER) await browser.checkout(ADA, FORMS[1], 5);
      }
    };
    await Promise.all([shop(), ada()]);
    await stage.settled();
    await sleep(1_000);
    await browser.look(ADA);
    await browserOf(stage).look(ADA);
  },
};

/** Ada tries to order, once, and looks. Then Grace does the same, in the same browser. */
export const sharedBrowser: Scenario = {
  id: 'a-shared-browser',
  given,
  instances,
  play: async (stage) => {
    const browser = browserOf(stage);
    for (const [email, form, pens] of [
      [ADA, FORMS[0], 3],
      [GRACE, FORMS[1], 4],
    ] as const) {
      await browser.look(email);
      await browser.tryCheckout(email, form, pens);
      await browser.look(email);
      await stage.sleep(200);
      await browser.look(email);
    }
    await stage.settled();
  },
};

/** A browser, which keeps the cookie of the last answer that had one and sends it along. */
export function browserOf({ customer, sleep }: Stage) {
  let cookie: string | undefined;

  const told = (seen: Seen | undefined): Seen | undefined => {
    const answered = asRecord(seen?.body).cookie;
    if (typeof answered === 'string') cookie = answered;
    return seen;
  };

  const withCookie = (): { cookie?: string } => (cookie === undefined ? {} : { cookie });

  const tryCheckout = async (email: string, orderId: string, pens: number): Promise<Seen | undefined> =>
    told(await customer.post('http://page/checkout', { orderId, email, pens, ...withCookie() }));

  const look = async (email: string): Promise<Seen | undefined> => {
    const query = cookie === undefined ? '' : `&cookie=${encodeURIComponent(cookie)}`;
    return told(await customer.get(`http://page/my-orders?email=${email}${query}`));
  };

  return {
    /** Sends the form once, whatever comes of it. */
    tryCheckout,
    look,
    /** Sends the form until it is accepted or refused: a process that has crashed is back soon. */
    async checkout(email: string, orderId: string, pens: number): Promise<void> {
      for (let tries = 0; tries < 6; tries++) {
        const seen = await tryCheckout(email, orderId, pens);
        if (seen && seen.status < 500) return;
        await sleep(200);
      }
    },
    /** Until a look shows a list. */
    async lookUntilShown(email: string): Promise<void> {
      for (let tries = 0; tries < 6; tries++) {
        if ((await look(email))?.status === 200) return;
        await sleep(200);
      }
    },
  };
}

async function confirm({ customer, sleep }: Stage, orderId: string): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    const seen = await customer.post(`http://orders/orders/${orderId}/confirmation`, {});
    if (seen && seen.status < 300) return;
    await sleep(50);
  }
}
