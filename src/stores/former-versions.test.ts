import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDraft } from './create-draft.ts';
import { draftCopyFormat } from './draft-copies.ts';
import { draftFormat } from './draft-record.ts';
import { named, type ReadEntry, readEntry } from './entries.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { passedFormat } from './passed-code.ts';
import { placeFormat, whereLeft } from './place.ts';
import { createPreferences, preferencesFormat } from './preferences.ts';
import { createProgress } from './progress.ts';
import { noProgress, progressFormat, progressOf } from './progress-record.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';
import { parseStored } from './stored-format.ts';
import { openWorkFile } from './work-file.ts';

const folder = new URL('./former/', import.meta.url);
/** What each former version of the course really wrote, by the version of its progress and what was new in it. */
const samples = readdirSync(folder).filter((name) => !name.startsWith('file-'));
const files = readdirSync(folder).filter((name) => name.startsWith('file-'));

type Sample = Readonly<Record<string, { readonly version: number }>>;
const sampleOf = (name: string): Sample => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

function openOn(sample: Sample) {
  const browser = createFakeBrowser();
  for (const [name, value] of Object.entries(sample)) browser.kept.set(storagePrefix + name, JSON.stringify(value));
  const tab = browser.openTab();
  return { browser, storage: createDeviceStorage(tab.backing, tab.events) };
}

describe.each(samples)('the storage that %s shows', (name) => {
  const sample = sampleOf(name);

  it('is read whole, and nothing of it is set aside', () => {
    const { browser, storage } = openOn(sample);
    const progress = createProgress(storage);
    const exercise = progressOf(progress.all.get(), 'decouple-confirmation');
    expect(Object.keys(exercise.checks)).toEqual(['live-apart', 'accepted-while-down', 'confirmed-once']);
    expect(exercise.checks['live-apart']?.helped).toBe(false);
    expect(exercise.solved).toMatchObject({ helped: true, checks: Object.keys(exercise.checks) });
    expect(exercise.help.hints).toBe(2);
    expect(exercise.help.since).toBeLessThanOrEqual(exercise.checks['confirmed-once']!.at);
    expect(exercise.answers).toEqual({ opens: 'stored' });
    expect(progress.all.get().predictions['crash-after-mail']?.option).toBe('two');
    expect(progress.passedCode('decouple-confirmation')).toEqual([{ path: 'orders.ts', text: '// solved' }]);
    const draft = createDraft('decouple-confirmation', [{ path: 'orders.ts', text: '' }], { storage });
    expect(draft.files.get()).toContainEqual({ path: 'orders.ts', text: '// typed' });
    expect(draft.copies.get()).toHaveLength(1);
    expect(createPreferences(storage).values.get().theme).toBe('dark');
    const part = whereLeft(storage)?.part;
    expect(part).toBe(sample.place === undefined ? undefined : 'describe-the-window');
    expect(storage.notices.get()).toEqual([]);
    draft.dispose();
    expect([...browser.kept.keys()].map((key) => key.slice(storagePrefix.length))).toEqual(Object.keys(sample));
  });

  it('keeps what it knew of questions and break-its, and is saved in the present form', () => {
    const { storage } = openOn(sample);
    const progress = createProgress(storage);
    const old = sample.progress as unknown as { questions?: object; breakIts?: object };
    progress.helped('decouple-confirmation', { solution: true });
    expect(progress.all.get()).toMatchObject({
      version: 2,
      questions: old.questions ?? {},
      breakIts: old.breakIts ?? {},
    });
    const kept = storage.read('progress', progressFormat);
    expect(kept).toEqual({ kind: 'found', value: progress.all.get() });
  });

  it('can be loaded from a file', () => {
    const text = JSON.stringify({
      format: 'event-driven-basics',
      version: 1,
      savedAt: '2026-11-27T09:00:00.000Z',
      entries: sample,
    });
    expect(openWorkFile(text)).toMatchObject({ kind: 'work', leftOut: [] });
  });
});

it.each(files)('the file %s is still loaded whole', (name) => {
  const opened = openWorkFile(readFileSync(new URL(name, folder), 'utf8'));
  expect(opened).toMatchObject({ kind: 'work', leftOut: [] });
  expect(opened.kind === 'work' && opened.entries.get('progress')).toMatchObject({ value: { version: 2 } });
});

const formats: readonly (readonly [ReadEntry['kind'], { readonly version: number }])[] = [
  ['progress', progressFormat],
  ['preferences', preferencesFormat],
  ['place', placeFormat],
  ['draft', draftFormat],
  ['draft copy', draftCopyFormat],
  ['passed code', passedFormat],
];

it.each(formats)('every version of %s has a sample', (kind, { version }) => {
  const entries = samples.flatMap((name) => Object.entries(sampleOf(name)));
  const versions = entries.filter(([name]) => named(name).kind === kind).map(([, entry]) => entry.version);
  const all = Array.from({ length: version }, (_, index) => index + 1);
  expect(new Set(versions)).toEqual(new Set(all));
});

it.each([
  ['a version that there never was', { version: 0, exercises: {}, predictions: {} }],
  ['version 1 in another shape', { version: 1, exercises: { decouple: { checks: [] } }, predictions: {} }],
  ['a day that no calendar has', { ...noProgress, predictions: { guess: { option: 'two', at: 1e300 } } }],
  ['version 2 in the shape of version 1', { version: 2, exercises: {}, predictions: { guess: 'two' } }],
])('%s is damaged, and nothing is made up for it', (_, data) => {
  expect(parseStored(JSON.stringify(data), progressFormat)).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
  expect(readEntry('progress', JSON.stringify(data))).toMatchObject({ kind: 'unreadable' });
});
