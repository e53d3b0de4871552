import type { Mail } from 'lab';

/** Everything that more than one process needs, in one place. Nobody imports anybody else's module. */
export const services = {
  confirmation: {
    async orderCreated(mail: Mail, order: { id: string; email: string; total: number }) {
      await mail.send({ to: order.email, subject: 'Your order', text: `Order ${order.id} is placed.` });
    },
  },
};
