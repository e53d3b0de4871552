import { expect, test } from 'vitest';
import { isolated, unisolated } from './isolated.ts';

test('an answer is the same with the two headers that isolate', async () => {
  const answer = isolated(new Response('text', { status: 404, headers: { 'content-type': 'text/plain' } }));
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([404, 'text', 'text/plain']);
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
});

test('an answer without a body has none, and a redirect is left to the browser', () => {
  expect(isolated(new Response(null, { status: 204 })).body).toBeNull();
  const failed = Response.error();
  expect(isolated(failed)).toBe(failed);
});

test('what isolates can be taken away again, and the rest stays', async () => {
  const answer = unisolated(isolated(new Response('text', { headers: { 'content-type': 'text/plain' } })));
  expect([...answer.headers.keys()]).toEqual(['content-type']);
  expect(await answer.text()).toBe('text');
});
