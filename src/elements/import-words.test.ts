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

it('what is kept is called by its exercise and its kind, and not by its key', () => {
  const saysOf = (name: string) =>
    importWords(
      [
        { kind: 'left to a newer version', name },
        { kind: 'set aside', name: `set-aside/${name}/1` },
      ],
      names,
    );
  const copy = saysOf('draft-copy/decouple/3-9f8e');
  expect(copy.keeps[0]?.says).toContain('A copy of your code of “Take the mail out”: a newer version of this course');
  expect(copy.adds[0]?.says).toBe(
    'A copy of your code of “Take the mail out”, which could not be read before. It is kept as it is.',
  );
  const kept = ['progress', 'preferences', 'place', 'draft/decouple', 'passed/gone', 'no name of ours'].map(names.kept);
  expect(kept).toEqual([
    'Your progress',
    'Your settings',
    'The place where you left',
    'Your code of “Take the mail out”',
    'The code of “gone” that passed',
    '“no name of ours”',
  ]);
});

it('an answer that is called like something of every object is told as it was typed', () => {
  expect(names.answer('decouple', 'opens', 'constructor')).toBe('constructor');
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
