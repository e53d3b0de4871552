import { expect, it } from 'vitest';
import { importWords } from './import-words.ts';
import { parseWorkNames, writeWorkNames } from './work-names.ts';

const names = parseWorkNames(
  writeWorkNames([
    {
      id: 'decouple',
      title: 'Take the mail out',
      worksheet: {
        title: 'Your window',
        fields: [
          {
            kind: 'choice',
            id: 'opens',
            question: 'When does it open?',
            options: [{ id: 'stored', label: 'At the commit' }],
          },
        ],
      },
    },
  ]),
);

it('what is said about one exercise stands together, what comes apart from what stays', () => {
  const at = new Date(2026, 10, 14).getTime();
  const words = importWords(
    [
      { kind: 'solved', exercise: 'decouple', at, helped: true },
      { kind: 'checks', exercise: 'decouple', count: 1 },
      { kind: 'draft beside', exercise: 'decouple' },
      { kind: 'predictions', count: 2 },
      { kind: 'settings kept', settings: ['theme', 'editor'] },
    ],
    names,
  );
  expect(words).toEqual({
    adds: [
      {
        about: 'Take the mail out',
        says: 'Solved on 14 November 2026, with help. 1 check that has not held here yet.',
      },
      { about: 'In the lessons', says: '2 predictions.' },
    ],
    keeps: [
      {
        about: 'Take the mail out',
        says: 'Your code stays. That of the file is another; it comes under Files, as a copy.',
      },
      { about: 'Settings', says: 'As you chose here: the theme, the editor.' },
    ],
  });
});

it('answers are told in words, and what is gone from the course by its id', () => {
  const kept = (exercise: string, field: string) =>
    importWords([{ kind: 'answer kept', exercise, field, here: 'stored', there: 'typed' }], names).keeps[0];
  expect(kept('decouple', 'opens')?.says).toBe(
    'When does it open? Your answer “At the commit” stays; the file says “typed”.',
  );
  expect(kept('gone', 'field')).toEqual({
    about: 'gone',
    says: 'field Your answer “stored” stays; the file says “typed”.',
  });
});
