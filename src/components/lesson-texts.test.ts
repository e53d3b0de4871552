import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { casesText, quizText, readingMinutes, wordsOf } from './reading-time.ts';

const content = new URL('../../content/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, content), 'utf8');
const json = (path: string) => JSON.parse(read(path));

const listed: readonly { readonly id: string; readonly minutes: number }[] = json('lessons.json');
const texts = readdirSync(new URL('lessons/', content)).map((file) => ({
  id: file.replace(/\.mdx$/, ''),
  text: read(`lessons/${file}`),
}));
const prose = [
  ...texts.map(({ text }) => text),
  read('overview.mdx'),
  read('the-lab.mdx'),
  read('pitfall.mdx'),
  read('practice.mdx'),
];

/** The parts of a lesson, in the order in which one meets them. */
const PARTS = ['<ShownStory', '<Prediction', '<Explorable', '<BreakIt', '<Sandbox', '| --- |', '<Quiz', '<Reading'];

describe.each(texts)('the lesson $id', ({ id, text }) => {
  test('is one of the syllabus, with a quiz of its own', () => {
    expect(listed.map((lesson) => lesson.id)).toContain(id);
    expect(text).toContain(`<Quiz lesson="${id}" />`);
  });

  test('has every part, in order', () => {
    hasInOrder(text, PARTS);
  });

  test('shows all that its exercise has to show, once', async () => {
    const exercise = text.match(/^exercise: (\S+)$/m)?.[1] ?? '';
    await showsAllOf(exercise, text);
  });

  test('says what it has to say before the knobs in at most 1,200 words', () => {
    const concept = text.slice(text.indexOf('<Prediction'), text.indexOf('<Explorable'));
    expect(wordsOf(concept)).toBeLessThanOrEqual(1_200);
  });

  test('leaves most of its minutes for doing', () => {
    const { minutes } = listed.find((lesson) => lesson.id === id)!;
    const cases = json('decisions.json').filter((each: { lesson: string }) => each.lesson === id);
    const read = [text, quizText(json(`quizzes/${id}.json`).questions), casesText(cases)].join('\n');
    expect(readingMinutes(read)).toBeLessThanOrEqual(minutes / 2);
  });

  test('asks six questions or more, and explains every option', () => {
    const { questions } = json(`quizzes/${id}.json`);
    expect(questions.length).toBeGreaterThanOrEqual(6);
    for (const { id: question, options } of questions) {
      expect(new Set(options.map((option: { id: string }) => option.id)).size, question).toBe(options.length);
      for (const { because } of options) expect(wordsOf(because), question).toBeGreaterThan(4);
    }
  });

  test('cannot be answered by its places: none holds more than half of the right answers', () => {
    const questions: readonly { right: readonly string[]; options: readonly { id: string }[] }[] = json(
      `quizzes/${id}.json`,
    ).questions;
    const places = questions.flatMap(({ right, options }) =>
      right.map((each) => options.findIndex((option) => option.id === each)),
    );
    for (const place of new Set(places))
      expect(places.filter((each) => each === place).length, `place ${place + 1}`).toBeLessThanOrEqual(
        places.length / 2,
      );
  });

  test('has no table with a column that nobody named', () => {
    expect(text.match(/^\|(.*\|)? +\|.*\n\|[ -]*---/gm)).toBe(null);
  });

  test('has no filler and no exclamation mark', () => {
    hasNoFiller(text);
  });
});

describe('the page of the common pitfall', () => {
  const text = read('pitfall.mdx');

  test('has every part, in order', () => {
    hasInOrder(text, ['<ShownStory', '<Prediction', '| --- |', '<Explorable', '<BreakIt', '<Sandbox', '<Reading']);
  });

  test('shows all that its exercise has to show, once', async () => {
    await showsAllOf('order-list-right-away', text);
  });

  test('is short, and leaves most of its minutes for doing', () => {
    expect(wordsOf(text)).toBeLessThanOrEqual(900);
    expect(readingMinutes(text)).toBeLessThanOrEqual(Number(text.match(/^minutes: (\d+)$/m)?.[1]) / 2);
  });

  test('has no filler and no exclamation mark', () => {
    hasNoFiller(text);
  });
});

function hasInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

async function showsAllOf(exercise: string, text: string): Promise<void> {
  const named = (component: string) =>
    [...text.matchAll(new RegExp(`<${component}\\b[^>]*?\\sid="([^"]+)"`, 'g'))].map((found) => found[1]);
  const { demonstrations } = await catalogueEntry(exercise);
  const ids = (all: readonly { readonly id: string }[]) => all.map((one) => one.id).toSorted();
  expect(named('ShownStory').toSorted()).toEqual(ids(demonstrations.stories));
  expect(named('Prediction').toSorted()).toEqual(ids(demonstrations.predictions));
  expect(named('Explorable').toSorted()).toEqual(ids(demonstrations.explorables));
  expect(named('BreakIt').toSorted()).toEqual(ids(demonstrations.breakIts));
  expect(text).toContain(`exercise="${exercise}"`);
}

function hasNoFiller(text: string): void {
  const said = text.replace(/`[^`]*`/g, '');
  expect(said.match(/\b(simply|obviously|of course|basically|leverage|delve|seamless\w*)\b/gi)).toBe(null);
  expect(said).not.toContain('!');
}

describe('the words of the course', () => {
  test('each term of the glossary is linked from the prose of its lesson, if that is written', () => {
    const glossary: readonly { id: string; lesson: string }[] = json('glossary.json');
    const written = new Map(texts.map(({ id, text }) => [id, text]));
    const lost = glossary.filter(
      ({ id, lesson }) => written.has(lesson) && !written.get(lesson)!.includes(`<Term of="${id}">`),
    );
    expect(lost.map(({ id, lesson }) => `${lesson}: ${id}`)).toEqual([]);
  });

  const known: readonly string[] = json('sources.json').map((source: { id: string }) => source.id);
  const cited = prose.flatMap((text) => [...text.matchAll(/<Source of="([^"]+)"/g)].map((found) => found[1] ?? ''));

  test('each source on which a claim rests is in the list', () => {
    expect(cited.filter((code) => !known.includes(code))).toEqual([]);
  });

  test('each source in the list is what some claim rests on', () => {
    expect(known.filter((code) => !cited.includes(code))).toEqual([]);
  });

  test('no claim rests on a text that we know only through texts that cite it', () => {
    const sources: readonly { id: string; confirmed: string }[] = json('sources.json');
    const unread = sources.filter(({ confirmed }) => confirmed === 'cited').map(({ id }) => id);
    const leaning = unread.filter((id) => prose.some((text) => text.includes(`<Source of="${id}"`)));
    expect(leaning).toEqual([]);
  });

  test('nothing is emphasised where only code is set apart', async () => {
    const files = ['decisions.json', 'glossary.json', ...texts.map(({ id }) => `quizzes/${id}.json`)];
    const exercises = [...new Set(prose.flatMap((text) => text.match(/exercise="[^"]+"/g) ?? []))];
    const entries = await Promise.all(exercises.map((named) => catalogueEntry(named.slice('exercise="'.length, -1))));
    const said = [...files.map(read), ...entries.flatMap(({ exercise }) => exercise.hints)];
    expect(said.flatMap((text) => text.replace(/`[^`]*`/g, '').match(/.{0,20}\*\w[^*]*\*.{0,20}/g) ?? [])).toEqual([]);
  });
});
