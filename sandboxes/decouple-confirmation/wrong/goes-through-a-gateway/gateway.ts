import type { Platform } from 'lab';

/** Knows who is interested in what. */
export default function start({ app }: Platform) {
  app.post('/order-created', async (request) => {
    const answer = await fetch('http://confirmation/order-created', {
      method: 'POST',
      body: JSON.stringify(request.body),
    });
    return { status: answer.status };
  });
}
