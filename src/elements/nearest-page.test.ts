import { expect, test } from 'vitest';
import { nearestPage } from './nearest-page.ts';

const pages = [
  '/',
  '/overview/',
  '/lessons/outbox/',
  '/lessons/brokers/',
  '/lessons/events-and-commands/',
  '/lessons/ordering-and-delivery/',
  '/pitfall/',
  '/practice/',
  '/playground/',
].map((path) => ({ path, title: path }));
const nearest = (path: string) => nearestPage(path, pages)?.path;

test.each([
  ['/lessons/outbx/', '/lessons/outbox/'],
  ['/lessons/otubox', '/lessons/outbox/'],
  ['/lesson/broker/', '/lessons/brokers/'],
  ['/outbox.html', '/lessons/outbox/'],
  ['/lessons/Events_and_Comands/', '/lessons/events-and-commands/'],
  ['/lessons/delivery/', '/lessons/ordering-and-delivery/'],
  ['/practise/', '/practice/'],
  ['/play/', '/playground/'],
])('whoever asks for %s is led to %s', (asked, meant) => {
  expect(nearest(asked)).toBe(meant);
});

test('what is like no page is not guessed at', () => {
  expect(['/', '/wp-admin.php', '/lessons/zzz/', '/%E0%A4%A/'].map(nearest)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
