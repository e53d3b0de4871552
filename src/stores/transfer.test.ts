import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDraft } from './create-draft.ts';
import { draftCopiesOf } from './draft-copies.ts';
import { type DraftRecord, draftFormat, draftName } from './draft-record.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { createPreferences } from './preferences.ts';
import { createProgress } from './progress.ts';
import { progressOf } from './progress-record.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';
import { createTransfer } from './transfer.ts';
import { openWorkFile, workFileName, workFileOf } from './work-file.ts';

const id = 'decouple-confirmation';
const starter = [{ path: 'orders.ts', text: 'given' }];
const now = new Date('2026-11-27T09:00:00.000Z');

function open(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(tab.backing, tab.events);
  return { browser, tab, storage, progress: createProgress(storage), transfer: createTransfer(storage) };
}
type Device = ReturnType<typeof open>;

function write(device: Device, text: string, settled = true) {
  const draft = createDraft(id, starter, { storage: device.storage });
  draft.write('orders.ts', text);
  if (settled) draft.saveNow();
  return draft;
}

/** What is on the device, as a file that is loaded again. */
function fileOf({ storage }: Pick<Device, 'storage'>) {
  const opened = openWorkFile(JSON.stringify(workFileOf(storage, now)));
  if (opened.kind === 'refused') throw new Error(opened.because);
  return opened.entries;
}

const keptOn = ({ browser }: Device) => Object.fromEntries(browser.kept);
const draftOn = ({ storage }: Device): DraftRecord | undefined => storage.take(draftName(id), draftFormat);
const copiesOn = ({ storage }: Device) =>
  createDraft(id, starter, { storage })
    .copies.get()
    .map(({ files }) => files[0]?.text);

function worked() {
  const device = open();
  device.progress.checksPassed(id, ['alone']);
  device.progress.solved(id, [{ path: 'orders.ts', text: 'right' }], ['alone']);
  device.progress.answer(id, 'opens', 'stored');
  device.progress.predict('guess', 'two');
  createPreferences(device.storage).set({ theme: 'dark' });
  write(device, 'mine');
  return device;
}

describe('a file', () => {
  it('holds everything, and on an empty device everything is as it was', () => {
    const from = worked();
    const to = open();
    expect(to.transfer.apply(fileOf(from))).toEqual({ kind: 'written' });
    expect(fileOf(to)).toEqual(fileOf(from));
    expect(to.progress.all.get()).toEqual(from.progress.all.get());
  });

  it('holds what was typed and not saved yet', () => {
    const device = open();
    write(device, 'just typed', false);
    expect(fileOf(device).get(draftName(id))).toMatchObject({ value: { files: [{ text: 'just typed' }] } });
  });

  it('holds what a full storage refused, and what lives in memory alone', () => {
    const device = open();
    device.browser.fill();
    write(device, 'refused');
    device.progress.checksPassed(id, ['alone']);
    expect(device.storage.keeps.get()).toBe(false);
    expect(fileOf(device).get(draftName(id))).toMatchObject({ value: { files: [{ text: 'refused' }] } });
    expect(fileOf(device).get('progress')).toMatchObject({ value: { exercises: { [id]: { checks: { alone: {} } } } } });
    const storage = createDeviceStorage(undefined);
    createDraft(id, starter, { storage }).write('orders.ts', 'in memory');
    expect(fileOf({ storage }).get(draftName(id))).toMatchObject({ value: { files: [{ text: 'in memory' }] } });
  });

  it('is named for its day', () => {
    expect(workFileName(new Date(2026, 2, 7))).toBe('event-driven-basics-2026-03-07.json');
  });

  it.each([
    ['not JSON', '{"format":', /not JSON/],
    ['nothing', '', /not JSON/],
    ['a text', '"event-driven-basics"', /not saved by this course/],
    ['JSON of another program', '{"name":"x","version":"1.0.0"}', /not saved by this course/],
    ['a list', '[1,2,3]', /not saved by this course/],
    ['ever deeper lists', '['.repeat(100_000), /not JSON/],
    [
      'a newer version of the file',
      '{"format":"event-driven-basics","version":2}',
      /newer version of this course. Reload/,
    ],
    ['a head without a body', '{"format":"event-driven-basics","version":1}', /damaged/],
    [
      'newer progress',
      '{"format":"event-driven-basics","version":1,"savedAt":"2026-11-27T09:00:00.000Z","entries":{"progress":{"version":3}}}',
      /newer version/,
    ],
    [
      'a file of a day that no calendar has',
      '{"format":"event-driven-basics","version":1,"savedAt":"2026-02-31T09:00:00.000Z","entries":{}}',
      /damaged/,
    ],
  ])('that is %s is refused with a sentence that names the remedy', (_, text, sentence) => {
    expect(openWorkFile(text)).toMatchObject({ kind: 'refused', because: expect.stringMatching(sentence) });
  });

  it('leaves out what is damaged or of no use, and takes the rest', () => {
    const file = JSON.parse(JSON.stringify(workFileOf(worked().storage, now)));
    file.entries['draft/../../etc'] = { version: 1 };
    file.entries.progress = { version: 2, exercises: 7 };
    file.entries.place = { version: 1, page: '/practice/', at: 1e300 };
    file.entries[draftName('later')] = { ...file.entries[draftName(id)], savedAt: 1e300 };
    file.entries[`${draftCopiesOf(id)}later`] = { version: 1, keptAt: 1e300, files: [] };
    const opened = openWorkFile(JSON.stringify(file));
    const leftOut = ['progress', 'draft/../../etc', 'place', 'draft/later', `draft-copy/${id}/later`];
    expect(opened).toMatchObject({ kind: 'work', leftOut: expect.arrayContaining(leftOut) });
  });

  it('cannot reach what is no data', () => {
    const text = readFileSync(new URL('./former/file-1.json', import.meta.url), 'utf8');
    const hostile = text.replace('"exercises": {', '"exercises": { "__proto__": { "checks": { "polluted": 1 } },');
    const to = open();
    const opened = openWorkFile(hostile);
    if (opened.kind === 'work') to.transfer.apply(opened.entries);
    expect(progressOf(to.progress.all.get(), 'anything').checks).toEqual({});
    expect(({} as { checks?: unknown }).checks).toBeUndefined();
  });
});

describe('loading a file', () => {
  it('changes nothing the second time', () => {
    const from = worked();
    const to = open();
    to.progress.checksPassed(id, ['alone', 'later']);
    write(to, 'theirs');
    to.transfer.apply(fileOf(from));
    const once = keptOn(to);
    expect(to.transfer.plan(fileOf(from))).toMatchObject({ texts: new Map(), differences: [] });
    to.transfer.apply(fileOf(from));
    expect(keptOn(to)).toEqual(once);
  });

  it('keeps both drafts when nobody can know which is meant', () => {
    const from = worked();
    const to = open();
    write(to, 'theirs');
    const { differences } = to.transfer.plan(fileOf(from));
    expect(differences).toContainEqual({ kind: 'draft beside', exercise: id });
    to.transfer.apply(fileOf(from));
    expect(draftOn(to)?.files[0]?.text).toBe('theirs');
    expect(copiesOn(to)).toEqual(['mine']);
  });

  it('takes a later saving of the same draft, and keeps the present one as a copy', () => {
    const device = worked();
    const early = keptOn(device);
    const draft = createDraft(id, starter, { storage: device.storage });
    const { revision, by } = draftOn(device)!;
    const later = { ...draftOn(device)!, revision: revision + 1, by, files: [{ path: 'orders.ts', text: 'later' }] };
    device.storage.write(draftName(id), later);
    const file = fileOf(device);
    draft.dispose();
    for (const [key, text] of Object.entries(early)) device.browser.kept.set(key, text);
    device.transfer.apply(file);
    expect(draftOn(device)?.files[0]?.text).toBe('later');
    expect(copiesOn(device)).toEqual(['mine']);
  });

  it('keeps an older saving of the same draft as a copy', () => {
    const device = worked();
    const file = fileOf(device);
    write(device, 'spoiled');
    expect(device.transfer.plan(file).differences).toEqual([{ kind: 'draft beside', exercise: id }]);
    device.transfer.apply(file);
    expect(draftOn(device)?.files[0]?.text).toBe('spoiled');
    expect(copiesOn(device)).toEqual(['mine']);
    expect(device.transfer.plan(file).texts.size).toBe(0);
  });

  it('brings every copy, and none goes for it', () => {
    const copyOf = (text: string) => ({ version: 1 as const, keptAt: 5, files: [{ path: 'orders.ts', text }] });
    const from = open();
    const to = open();
    for (let number = 1; number <= 8; number += 1) {
      from.storage.write(`${draftCopiesOf(id)}${number}`, copyOf(`from ${number}`));
      to.storage.write(`${draftCopiesOf(id)}${number}`, copyOf(`to ${number}`));
    }
    to.transfer.apply(fileOf(from));
    write(to, 'mine').reset();
    expect(copiesOn(to)).toHaveLength(17);
  });

  it('keeps both codes that passed, and says which answers differ', () => {
    const from = worked();
    const to = open();
    to.progress.solved(id, [{ path: 'orders.ts', text: 'another way' }], ['alone']);
    to.progress.answer(id, 'opens', 'asked');
    const { differences } = to.transfer.plan(fileOf(from));
    expect(differences).toContainEqual({ kind: 'passed code beside', exercise: id });
    expect(differences).toContainEqual({
      kind: 'answer kept',
      exercise: id,
      field: 'opens',
      here: 'asked',
      there: 'stored',
    });
    to.transfer.apply(fileOf(from));
    expect(to.progress.passedCode(id)?.[0]?.text).toBe('another way');
    expect(copiesOn(to)).toContain('right');
  });

  it('takes the code of a solution that holds more checks, and keeps the other', () => {
    const from = open();
    from.progress.solved(id, [{ path: 'orders.ts', text: 'holds more' }], ['alone', 'grown']);
    const to = worked();
    to.transfer.apply(fileOf(from));
    expect(to.progress.passedCode(id)?.[0]?.text).toBe('holds more');
    expect(copiesOn(to)).toEqual(['right']);
  });

  it('leaves the settings that somebody chose here', () => {
    const from = worked();
    createPreferences(from.storage).set({ editor: 'plain' });
    const to = open();
    const preferences = createPreferences(to.storage);
    preferences.set({ theme: 'light' });
    to.transfer.apply(fileOf(from));
    expect(preferences.values.get()).toMatchObject({ theme: 'light', editor: 'plain' });
  });

  it('can be undone, until something else changes here or in another tab', () => {
    const from = worked();
    const to = open();
    write(to, 'theirs');
    const before = keptOn(to);
    to.transfer.apply(fileOf(from));
    expect(to.transfer.undoable.get()).toBe(true);
    expect(to.transfer.undo()).toEqual({ kind: 'written' });
    expect(keptOn(to)).toEqual(before);
    expect(to.progress.all.get().exercises).toEqual({});

    to.transfer.apply(fileOf(from));
    open(to.browser).progress.predict('other', 'x');
    expect(to.transfer.undoable.get()).toBe(false);
    expect(to.transfer.undo()).toMatchObject({ kind: 'refused' });
    expect(to.progress.all.get().predictions).toHaveProperty('other');
  });

  it('cannot be undone over a change of which nobody was told', () => {
    const to = open();
    to.transfer.apply(fileOf(worked()));
    const key = `${storagePrefix}${draftName(id)}`;
    to.browser.kept.set(key, to.browser.kept.get(key)!.replace('mine', 'typed since'));
    expect(to.transfer.undo()).toMatchObject({ kind: 'refused', because: expect.stringContaining('changed since') });
    expect(draftOn(to)?.files[0]?.text).toBe('typed since');
    expect(to.transfer.undoable.get()).toBe(false);
  });

  it('is seen by a tab that has the exercise open', () => {
    const to = open();
    const other = open(to.browser);
    const draft = createDraft(id, starter, { storage: other.storage });
    to.transfer.apply(fileOf(worked()));
    expect(draft.files.get()[0]?.text).toBe('mine');
    expect(other.progress.all.get().predictions).toHaveProperty('guess');
  });

  it('leaves everything as it was when the storage is full', () => {
    const to = open();
    write(to, 'theirs');
    const before = keptOn(to);
    to.browser.fill();
    expect(to.transfer.apply(fileOf(worked()))).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('full'),
    });
    expect(keptOn(to)).toEqual(before);
    expect(to.transfer.undoable.get()).toBe(false);
  });

  it('works in memory where storage is forbidden', () => {
    const storage = createDeviceStorage(undefined);
    const progress = createProgress(storage);
    const transfer = createTransfer(storage);
    expect(transfer.apply(fileOf(worked()))).toEqual({ kind: 'written' });
    expect(progress.all.get().predictions).toHaveProperty('guess');
    transfer.undo();
    expect(progress.all.get().predictions).toEqual({});
  });

  it('leaves what a newer version saved, and sets aside what is damaged', () => {
    const to = createFakeBrowser();
    to.kept.set(`${storagePrefix}progress`, '{"version":9}');
    to.kept.set(`${storagePrefix}draft/${id}`, 'damaged');
    const device = open(to);
    const { differences } = device.transfer.plan(fileOf(worked()));
    expect(differences.filter((each) => each.kind === 'left to a newer version' || each.kind === 'solved')).toEqual([
      { kind: 'left to a newer version', name: 'progress' },
    ]);
    expect(device.transfer.apply(fileOf(worked()))).toEqual({ kind: 'written' });
    expect(to.kept.get(`${storagePrefix}progress`)).toBe('{"version":9}');
    expect(to.kept.get(`${storagePrefix}set-aside/draft/${id}/1`)).toBe('damaged');
    expect(draftOn(device)?.files[0]?.text).toBe('mine');
  });
});

describe('what could not be read', () => {
  const asideOn = ({ browser }: Device) =>
    [...browser.kept]
      .filter(([key]) => key.includes('set-aside'))
      .map(([key, text]) => [key.split('set-aside/')[1], text]);

  it('comes with a file, beside what is set aside here', () => {
    const from = open();
    from.browser.kept.set(`${storagePrefix}set-aside/progress/1`, 'theirs');
    from.progress.predict('guess', 'two');
    const to = open();
    to.browser.kept.set(`${storagePrefix}progress`, 'mine');
    to.transfer.apply(fileOf(from));
    expect(asideOn(to)).toEqual([
      ['progress/1', 'theirs'],
      ['progress/2', 'mine'],
    ]);
  });

  it('is said, gets a name of its own, and comes once', () => {
    const from = open();
    from.browser.kept.set(`${storagePrefix}set-aside/progress/1`, 'theirs');
    const to = open();
    to.browser.kept.set(`${storagePrefix}set-aside/progress/1`, 'mine');
    expect(to.transfer.plan(fileOf(from)).differences).toEqual([{ kind: 'set aside', name: 'set-aside/progress/2' }]);
    to.transfer.apply(fileOf(from));
    expect(asideOn(to)).toEqual([
      ['progress/1', 'mine'],
      ['progress/2', 'theirs'],
    ]);
    expect(to.transfer.plan(fileOf(from)).texts.size).toBe(0);
  });
});

describe('erasing', () => {
  it('leaves nothing, and other tabs follow', () => {
    const device = worked();
    const other = open(device.browser);
    device.browser.kept.set('another site', 'stays');
    device.transfer.erase();
    expect(keptOn(device)).toEqual({ 'another site': 'stays' });
    expect(device.progress.all.get().predictions).toEqual({});
    expect(other.progress.all.get().predictions).toEqual({});
  });

  it('needs no room, and takes what a newer version saved, too', () => {
    const device = worked();
    device.browser.kept.set(`${storagePrefix}progress`, '{"version":9}');
    device.browser.fill();
    device.transfer.erase();
    expect(keptOn(device)).toEqual({});
    expect(device.storage.keeps.get()).toBe(true);
  });
});
