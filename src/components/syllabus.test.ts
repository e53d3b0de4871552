import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const project = new URL('../../', import.meta.url);
const there = (path: string) => existsSync(new URL(path, project));
const json = (path: string) => JSON.parse(readFileSync(new URL(path, project), 'utf8'));

/** The bullets of the syllabus, each with the lesson that teaches it and the exercise that holds one to it. */
const BULLETS: readonly (readonly [bullet: string, lesson: string, exercise: string])[] = [
  ['events vs commands', 'events-and-commands', 'events-vs-commands'],
  ['publish/subscribe and topics', 'publish-subscribe-topics', 'publish-subscribe'],
  ['message brokers: Kafka, RabbitMQ and managed options', 'brokers', 'queue-or-log'],
  ['eventual consistency and what it means for reads', 'eventual-consistency', 'read-your-write'],
  ['event ordering and delivery guarantees', 'ordering-and-delivery', 'once-and-in-order'],
  ['the outbox pattern for reliable publishing', 'outbox', 'outbox'],
  ['when events add more complexity than value', 'when-not-to', 'take-the-event-out'],
];

describe('the syllabus', () => {
  test.each(BULLETS)('%s has its lesson, its quiz and its exercise', (_, lesson, exercise) => {
    const text = `content/lessons/${lesson}.mdx`;
    expect(there(text), text).toBe(true);
    expect(there(`content/quizzes/${lesson}.json`)).toBe(true);
    expect(there(`sandboxes/${exercise}/checks.ts`)).toBe(true);
    expect(readFileSync(new URL(text, project), 'utf8')).toContain(`exercise: ${exercise}\n`);
  });

  test('its lessons stand in its order, and no other does', () => {
    expect(json('content/lessons.json').map(({ id }: { id: string }) => id)).toEqual(BULLETS.map(([, id]) => id));
  });

  test.each([
    ['overview', 'overview', undefined],
    ['common pitfall', 'pitfall', 'order-list-right-away'],
    ['practice', 'practice', 'decouple-confirmation'],
  ])('the %s has its page', (_, name, exercise) => {
    const page = readFileSync(new URL(`src/pages/${name}.astro`, project), 'utf8');
    expect(page).toContain(`getEntry('texts', '${name}')`);
    const text = readFileSync(new URL(`content/${name}.mdx`, project), 'utf8');
    if (exercise) expect(text).toContain(`exercise="${exercise}"`);
  });

  test('four outcomes are fed by every lesson, the pitfall and the practice', () => {
    const outcomes: readonly { id: string; evidence: readonly Record<string, unknown>[] }[] =
      json('content/outcomes.json');
    expect(outcomes.map(({ id }) => id)).toEqual(['tell-apart', 'design-reads', 'publish-reliably', 'judge-the-cost']);
    const fed = outcomes.flatMap(({ evidence }) => evidence.map(({ lesson, page }) => lesson ?? page));
    expect(new Set(fed)).toEqual(new Set([...BULLETS.map(([, lesson]) => lesson), 'pitfall', 'practice']));
  });

  test('twelve free resources are listed, each with why and how it was confirmed', () => {
    const resources: readonly { why: string; confirmed: string }[] = json('content/resources.json');
    expect(resources).toHaveLength(12);
    for (const { why, confirmed } of resources) {
      expect(why.length).toBeGreaterThan(20);
      expect(['read', 'overview', 'cited']).toContain(confirmed);
    }
  });
});
