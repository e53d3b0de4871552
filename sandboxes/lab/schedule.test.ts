import fc from 'fast-check';
import type { Fault } from 'lab/authoring';
import { expect, test } from 'vitest';
import { parseScheduleId, type Schedule, scheduleBadge, scheduleId } from './schedule.ts';

test('the calm schedule is called calm', () => {
  expect(scheduleId([])).toBe('calm');
  expect(parseScheduleId('calm')).toEqual([]);
});

test('an id reads as a story and comes back as the same schedule', () => {
  const schedule: Schedule = [
    { kind: 'crash', moment: 'after', point: 'confirmation:mail:1' },
    { kind: 'duplicate', byMs: 2_000, point: 'broker:deliver:confirmation:1' },
    { kind: 'lag', replica: 2, byMs: 500 },
  ];
  const id = 'crash-after@confirmation:mail:1,duplicate-2000@broker:deliver:confirmation:1,lag-500@replica-2';
  expect(scheduleId(schedule)).toBe(id);
  expect(parseScheduleId(id)).toEqual(schedule);
});

test('every schedule comes back from its id, whatever its topics are called', () => {
  fc.assert(
    fc.property(fc.array(anyFault(), { maxLength: 4 }), (schedule) => {
      const id = scheduleId(schedule);
      expect(id).toMatch(/^[\w.:~!$'()*+;=/?@,%-]+$/);
      expect(parseScheduleId(id)).toEqual(schedule);
    }),
  );
});

test.each([
  '',
  ',',
  'calm,',
  'calm,calm',
  'crash@orders:mail:1',
  'crash-after@',
  'crash-after@orders:mail',
  'crash-after@orders:mail:0',
  'crash-after@orders:mail:01',
  'crash-after@orders:explode:1',
  'crash-during@orders:mail:1',
  'delay-@orders:mail:1',
  'delay--5@orders:mail:1',
  'delay-1e3@orders:mail:1',
  'delay-9999999999@orders:mail:1',
  'lag-5@replica-0',
  'lag-5@replica-x',
  'crash-after@orders:publish:%:1',
  'crash-after@orders:publish:%E0%A4%A:1',
  'crash-after@orders:publish:a b:1',
  '<script>alert(1)</script>',
  '__proto__',
  'crash-after@orders:mail:1,'.repeat(1_000),
])('"%s" is the id of no schedule', (id) => {
  expect(parseScheduleId(id)).toBeUndefined();
});

test('no text makes the parser throw, and what it accepts is what it writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const schedule = parseScheduleId(text);
      if (schedule) expect(scheduleId(schedule)).toBe(text);
    }),
  );
});

test('a badge is five letters to read aloud', () => {
  expect(scheduleBadge([])).toMatch(/^[bcdfghjkmnpqrstvwxyz]{5}$/);
  expect(scheduleBadge([])).not.toBe(scheduleBadge([{ kind: 'crash', moment: 'after', point: 'orders:commit:1' }]));
});

function anyFault(): fc.Arbitrary<Fault> {
  const verb = fc.constantFrom('commit', 'publish', 'send', 'mail', 'ack', 'offset', 'call', 'answer', 'deliver');
  const target = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined });
  const point = fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), verb, target, fc.integer({ min: 1, max: 99 }))
    .map((parts) => parts.filter((part) => part !== undefined).join(':'));
  const byMs = fc.integer({ min: 0, max: 60_000 });
  const moment = fc.constantFrom('before' as const, 'after' as const);
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('crash' as const, 'fail' as const), moment, point }),
    fc.record({ kind: fc.constantFrom('delay' as const, 'duplicate' as const), byMs, point }),
    fc.record({ kind: fc.constant('lag' as const), replica: fc.integer({ min: 1, max: 9 }), byMs }),
  ) as fc.Arbitrary<Fault>;
}
