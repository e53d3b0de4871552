import { describe, expect, it } from 'vitest';
import { parseJobSaid, saidFile } from './job-files.ts';

describe('the names of what a process says', () => {
  it('are in their order by name, too', () => {
    const names = [1, 2, 9, 10, 99, 100, 99_999].map(saidFile);
    expect(names[0]).toBe('000001.json');
    expect(names.toSorted()).toEqual(names);
  });
});

describe('what a process says', () => {
  it.each([
    ['nothing', ''],
    ['half a file', '[{"kind":"beat"}'],
    ['no list', '{"kind":"beat"}'],
    ['a word that nobody says', '[{"kind":"passed"}]'],
    ['an ending that there is not', '[{"kind":"ended","ending":{"kind":"passed"}}]'],
    ['an ending without its words', '[{"kind":"ended","ending":{"kind":"error"}}]'],
    ['a killing without its time', '[{"kind":"ended","ending":{"kind":"timed out","because":"x"}}]'],
    ['a result without what it is made of', '[{"kind":"told","told":{"kind":"result","result":{"outcome":"passed"}}}]'],
    ['one false among true ones', '[{"kind":"beat"},{"kind":"told","told":null},{"kind":"beat"}]'],
    ['very deep nothing', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['numbers in the place of words', '[1,2,3]'],
  ])('is nothing when it is %s', (_, text) => {
    expect(parseJobSaid(text)).toBeUndefined();
  });

  it.each([
    [[]],
    [[{ kind: 'beat' }, { kind: 'beat' }]],
    [[{ kind: 'told', told: { kind: 'progress', played: 1, planned: 2, covered: [] } }]],
    [[{ kind: 'ended', ending: { kind: 'done' } }]],
    [[{ kind: 'ended', ending: { kind: 'engine failed', because: 'x' } }]],
    [[{ kind: 'ended', ending: { kind: 'out of memory', because: 'x', checks: ['a'] } }]],
    [
      [
        {
          kind: 'ended',
          ending: { kind: 'timed out', afterMs: 2, because: 'x', place: { path: 'a.ts', line: 1, column: 2 } },
        },
      ],
    ],
  ])('is taken whole when it is %j', (said) => {
    expect(parseJobSaid(JSON.stringify(said))).toEqual(said);
  });

  it('is taken without what does not belong to it', () => {
    expect(parseJobSaid('[{"kind":"beat","__proto__":{"x":1},"more":2}]')).toEqual([{ kind: 'beat' }]);
  });
});
