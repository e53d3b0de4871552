import { describe, expect, test } from 'vitest';
import { scriptSafe, structuredData } from './structured-data.ts';

const pages = [
  { title: 'Home', path: '/', kind: 'A course you run' },
  { title: 'The outbox', path: '/lessons/outbox/', kind: 'Lesson 6 of 7, 45 minutes', minutes: 45 },
  { title: 'Practice', path: '/practice/', kind: 'Practice, 60 minutes', minutes: 60 },
  { title: 'Glossary', path: '/glossary/', kind: '50 terms' },
];
const graph = (path: string) => {
  const page = pages.find((each) => each.path === path)!;
  const { '@graph': things } = structuredData(page, 'What it is.', pages);
  return things as readonly Record<string, never>[];
};

describe('structured data', () => {
  test('home is the course, free, with all that is done in it and how long that takes', () => {
    const [course] = graph('/');
    expect(course).toMatchObject({ '@type': 'Course', isAccessibleForFree: true, timeRequired: 'PT1H45M' });
    expect(course!.hasPart).toMatchObject([
      { '@type': 'LearningResource', name: 'The outbox', position: 1, timeRequired: 'PT45M' },
      { '@type': 'LearningResource', name: 'Practice', position: 2, timeRequired: 'PT1H' },
    ]);
  });

  test('a lesson is a part of it and says where it stands', () => {
    const [lesson, trail] = graph('/lessons/outbox/');
    expect(lesson).toMatchObject({ '@type': 'LearningResource', isPartOf: { '@type': 'Course' } });
    expect(trail).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [{ position: 1 }, { name: 'The outbox' }],
    });
  });

  test('a page without an exercise is a page', () => {
    expect(graph('/glossary/')[0]).toMatchObject({ '@type': 'WebPage' });
  });

  test('addresses are whole', () => {
    expect(JSON.stringify(graph('/'))).toMatch(/"url":"https?:\/\//);
  });

  test('a title cannot end the script that it stands in', () => {
    const text = scriptSafe({ name: '</script><!-- & "x"' });
    expect(text).not.toMatch(/[<>&]/);
    expect(JSON.parse(text)).toEqual({ name: '</script><!-- & "x"' });
  });
});
