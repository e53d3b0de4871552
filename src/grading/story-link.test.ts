import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalWords } from './reader-words.ts';
import { readStoryLink, writeStoryLink } from './story-link.ts';

const checks = [{ id: 'confirmed-once' }, { id: 'live-apart' }];
const read = (fragment: unknown) => readStoryLink(fragment, checks);

test('a story link names a check and a schedule, and stays readable', () => {
  const link = {
    check: 'confirmed-once',
    schedule: 'crash-after@confirmation:mail:1,delay-300@broker:deliver:confirmation:1',
  };
  expect(writeStoryLink(link)).toBe(`#story=confirmed-once/${link.schedule}`);
  expect(read(writeStoryLink(link))).toEqual({ kind: 'story', link });
});

test('a link without a check is the run of the exercise', () => {
  expect(read(writeStoryLink({ schedule: 'calm' }))).toEqual({ kind: 'story', link: { schedule: 'calm' } });
});

test('other fragments are no story links', () => {
  for (const fragment of ['', '#', '#window', 'story=x/calm', undefined, 7, null, {}]) {
    expect(read(fragment)).toEqual({ kind: 'none' });
  }
});

test('an unknown check is named', () => {
  expect(read('#story=confirmed-twice/calm')).toMatchObject({
    kind: 'broken',
    because: expect.stringContaining('“confirmed-twice”, which this exercise does not have. Nothing was lost'),
  });
});

test('a schedule that cannot be read is named', () => {
  for (const schedule of ['kaboom@x', 'crash-sometime@a:mail:1', 'crash-after@', 'calm,calm', '<script>']) {
    expect(read(`#story=live-apart/${encodeURIComponent(schedule)}`)).toMatchObject({
      kind: 'broken',
      because: expect.stringContaining('which is none'),
    });
  }
});

test('links that lost a part, lie in their encoding or never end are refused', () => {
  for (const rest of ['', 'live-apart', 'live-apart/', '/calm', '%E0%A4%A/calm', `live-apart/${'x'.repeat(5_000)}`]) {
    expect(read(`#story=${rest}`).kind).toBe('broken');
  }
});

test('whatever a link holds, reading it gives a story of this exercise or a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const reading = read(`#story=${rest}`);
      if (reading.kind === 'story') expect(['confirmed-once', 'live-apart', undefined]).toContain(reading.link.check);
      else expect(reading).toMatchObject({ kind: 'broken', because: expect.stringMatching(/\.$/) });
    }),
  );
});

test('what to do is said in the words of the place', () => {
  expect(readStoryLink('#story=run/kaboom', [])).toMatchObject({
    kind: 'broken',
    because: expect.stringMatching(/Press Run to see what it does\.$/),
  });
  expect(readStoryLink('#story=live-apart/kaboom', checks, terminalWords)).toMatchObject({
    because: expect.stringMatching(/npm run check shows the stories of your own code\.$/),
  });
});

test('code goes along at the end of a link, and is handed on unread', () => {
  const written = writeStoryLink({ schedule: 'calm' }, 'a-b_c');
  expect(written).toBe('#story=run/calm&code=a-b_c');
  expect(readStoryLink(written, checks)).toEqual({ kind: 'story', link: { schedule: 'calm' }, packed: 'a-b_c' });
});

test('a link with more code than an address holds, or with code twice, is refused', () => {
  for (const more of ['x'.repeat(60_001), 'a&code=b'])
    expect(readStoryLink(`#story=run/calm&code=${more}`, checks)).toMatchObject({ kind: 'broken' });
});
