import { expect, test } from 'vitest';
import { Points, parsePoint } from './points.ts';

test('points are counted by who, verb and target, from one, in each play anew', () => {
  for (let play = 0; play < 2; play++) {
    const points = new Points();
    const names = [
      points.next('orders', 'commit'),
      points.next('orders', 'commit'),
      points.next('relay-2', 'publish', 'order.created'),
      points.next('orders', 'publish', 'order.created'),
      points.next('orders', 'publish', 'a:b'),
    ];
    expect(names).toEqual([
      'orders:commit:1',
      'orders:commit:2',
      'relay-2:publish:order.created:1',
      'orders:publish:order.created:1',
      'orders:publish:a:b:1',
    ]);
    expect([...points.reached.keys()]).toEqual(names);
  }
});

test('a program that makes up thousands of targets is named rightly, too', () => {
  const points = new Points();
  for (let i = 0; i < 5_000; i++) points.next('orders', 'publish', `made.up.${i}`);
  expect(points.next('orders', 'publish', 'made.up.4999')).toBe('orders:publish:made.up.4999:2');
  expect(points.reached.size).toBe(5_001);
});

test('a name can be taken apart, also when its target has colons', () => {
  expect(parsePoint('orders:commit:1')).toEqual({ who: 'orders', verb: 'commit', target: undefined });
  expect(parsePoint('orders:publish:a:b:2')).toEqual({ who: 'orders', verb: 'publish', target: 'a:b' });
  expect(parsePoint('orders:dance:1')).toBeUndefined();
});
