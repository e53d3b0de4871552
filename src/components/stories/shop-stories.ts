import { customers, order } from './customers.ts';
import { playShop, type ShopStory } from './play-shop.ts';
import { confirmationWindow, storedWindow } from './window.ts';

/** Twelve orders, one crash: events wait in the broker until the confirmation process is back. */
export const twelveOrders = () =>
  playShop({
    scenario: {
      id: 'twelve-orders',
      play: async (stage) => {
        for (const [index, customer] of customers.entries()) {
          void order(stage, customer);
          await stage.sleep(GAPS_MS[index % GAPS_MS.length]!);
        }
        await stage.settled();
      },
    },
    processes: { orders: './orders.ts', stock: './stock.ts', confirmation: './written-confirmation.ts' },
    schedule: 'crash-after@confirmation:ack:confirmation:3',
    window: storedWindow('barbara', 'confirmations'),
  });

const GAPS_MS = [16, 11, 18, 12, 20];

const oneOrder: Pick<ShopStory, 'scenario' | 'processes' | 'window'> = {
  scenario: {
    id: 'one-order',
    play: async (stage) => {
      await order(stage, 'ada');
      await stage.settled();
    },
  },
  processes: { orders: './orders.ts', stock: './stock.ts', confirmation: './confirmation.ts' },
  window: confirmationWindow('ada'),
};

export const calmRun = () => playShop({ ...oneOrder, schedule: 'calm' });

export const duplicateAfterACrash = () => playShop({ ...oneOrder, schedule: 'crash-after@confirmation:mail:1' });

/** Ada looks for her order before the list has heard of it, and again after. */
export const readInTheWindow = () =>
  playShop({
    scenario: {
      id: 'a-look-in-the-window',
      play: async (stage) => {
        const placed = await order(stage, 'ada');
        const look = () => stage.customer.get(`http://list/orders/${placed?.body.orderId}`);
        await stage.sleep(8);
        await look();
        await stage.sleep(40);
        await look();
        await stage.settled();
      },
    },
    processes: { orders: './orders.ts', list: './list.ts' },
    schedule: 'calm',
    window: storedWindow('ada', 'listed'),
  });
