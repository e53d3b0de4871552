import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';
import type { Format } from './stored-format.ts';

interface Note {
  readonly version: 1;
  readonly text: string;
}

const format: Format<Note> = {
  what: 'Your note',
  version: 1,
  schema: v.object({ version: v.literal(1), text: v.string() }),
};

function open(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  return { browser, tab, storage: createDeviceStorage(tab.backing, tab.events) };
}

describe('storage on this device', () => {
  it('gives back what was written, under the prefix', () => {
    const { browser, storage } = open();
    expect(storage.write('note', { version: 1, text: 'a' } as Note)).toEqual({ kind: 'written' });
    expect(storage.take('note', format)).toEqual({ version: 1, text: 'a' });
    expect([...browser.kept.keys()]).toEqual([`${storagePrefix}note`]);
  });

  it.each([
    ['broken JSON', '{"version":1,'],
    ['JSON of another shape', '{"version":1,"text":7}'],
    ['data without a version', '{"text":"a"}'],
    ['null', 'null'],
    ['an empty text', ''],
  ])('sets %s aside, says where it is, and goes on without it', (_, text) => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, text);
    expect(storage.take('note', format)).toBeUndefined();
    expect(browser.kept.get(`${storagePrefix}set-aside/note/1`)).toBe(text);
    expect(browser.kept.has(`${storagePrefix}note`)).toBe(false);
    expect(storage.notices.get()).toEqual([
      'Your note on this device could not be read. Nothing was deleted: it goes along when you save your work as a file, and lies in this browser’s local storage under “event-driven-basics/set-aside/note/1”.',
    ]);
  });

  it('speaks no more of what was set aside once that is removed', () => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, 'no note');
    storage.take('note', format);
    storage.remove('set-aside/note/1');
    expect(storage.notices.get()).toEqual([]);
    browser.kept.set(`${storagePrefix}note`, 'no note either');
    storage.take('note', format);
    expect(storage.notices.get()).toHaveLength(1);
    storage.clear();
    expect(storage.notices.get()).toEqual([]);
  });

  it('tells whoever reads the page that it cannot keep, until it can', () => {
    const { browser, storage } = open();
    const note: Note = { version: 1, text: 'a' };
    browser.fill();
    expect(storage.write('note', note).kind).toBe('refused');
    expect(storage.notices.get()).toEqual([expect.stringContaining('is full')]);
    browser.empty();
    storage.write('note', note);
    expect(storage.notices.get()).toEqual([]);
    expect(createDeviceStorage(undefined).notices.get()).toEqual([expect.stringContaining('keeps nothing')]);
  });

  it('leaves the data of a newer version in its place, writes nothing over it and asks for a reload', () => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, '{"version":2,"words":["a"]}');
    expect(storage.take('note', format)).toBeUndefined();
    expect(storage.notices.get()[0]).toContain('newer version of this course. Reload the page');
    expect(storage.write('note', { version: 1, text: 'b' } as Note).kind).toBe('refused');
    expect([...browser.kept]).toEqual([[`${storagePrefix}note`, '{"version":2,"words":["a"]}']]);
  });

  it('never puts one thing that was set aside over another', () => {
    const { browser, storage } = open();
    for (const text of ['one', 'two']) {
      browser.kept.set(`${storagePrefix}note`, text);
      storage.take('note', format);
    }
    expect(browser.kept.get(`${storagePrefix}set-aside/note/1`)).toBe('one');
    expect(browser.kept.get(`${storagePrefix}set-aside/note/2`)).toBe('two');
  });

  it('does not write over what it could neither read nor move, until there is room to move it', () => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, 'broken');
    browser.fill();
    storage.take('note', format);
    expect(storage.write('note', { version: 1 })).toMatchObject({ kind: 'refused' });
    expect(browser.kept.get(`${storagePrefix}note`)).toBe('broken');
    browser.empty();
    expect(storage.write('note', { version: 1 }).kind).toBe('written');
    expect(browser.kept.get(`${storagePrefix}set-aside/note/1`)).toBe('broken');
    expect(storage.notices.get()).toEqual([expect.stringContaining('set-aside/note/1')]);
  });

  it('replaces what it could not move once there is room', () => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, 'broken');
    browser.fill();
    storage.take('note', format);
    browser.empty();
    expect(storage.replace(new Map([['note', 'b']]))).toEqual({ kind: 'written' });
    expect(browser.kept.get(`${storagePrefix}set-aside/note/1`)).toBe('broken');
  });

  it('sets aside once, also when somebody who hears of it looks again', () => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}note`, 'broken');
    const found: string[] = [];
    storage.watchAll(() => {
      found.push(storage.read('note', format).kind);
      storage.take('note', format);
    });
    storage.take('note', format);
    expect(found).toEqual(['nothing']);
    expect([...browser.kept]).toEqual([[`${storagePrefix}set-aside/note/1`, 'broken']]);
  });

  it('says what to do when the storage is full, and keeps what was there', () => {
    const { browser, storage } = open();
    storage.write('note', { version: 1, text: 'a' } as Note);
    browser.fill();
    const written = storage.write('note', { version: 1, text: 'b' } as Note);
    expect(written).toMatchObject({ kind: 'refused', because: expect.stringContaining('full') });
    expect(storage.take('note', format)?.text).toBe('a');
  });

  it('can still read when the storage is full from the start', () => {
    const browser = createFakeBrowser();
    browser.kept.set(`${storagePrefix}note`, '{"version":1,"text":"a"}');
    browser.fill();
    const { storage } = open(browser);
    expect(storage.take('note', format)?.text).toBe('a');
  });

  it('remembers for as long as the tab lives where storage is forbidden, and says so', () => {
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const storage = createDeviceStorage({
      getItem: forbidden,
      setItem: forbidden,
      removeItem: forbidden,
      key: forbidden,
      length: 0,
    });
    expect(storage.lasting).toBe(false);
    expect(storage.write('note', { version: 1, text: 'a' } as Note)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('Allow site data'),
    });
    expect(storage.take('note', format)?.text).toBe('a');
    expect(storage.names('')).toEqual(['note']);
  });

  it('replaces several texts at once or none, and tells whoever watches one of them', () => {
    const { browser, storage } = open();
    const heard: string[] = [];
    storage.watch('note', () => heard.push('note'));
    storage.watch('folder/', () => heard.push('folder'));
    storage.watch('other', () => heard.push('other'));
    const texts = new Map([
      ['note', '{"version":1,"text":"a"}'],
      ['folder/one', 'x'],
    ]);
    expect(storage.replace(texts)).toEqual({ kind: 'written' });
    expect(heard).toEqual(['note', 'folder']);
    browser.fill();
    expect(storage.replace(new Map([['note', 'b']]))).toMatchObject({ kind: 'refused' });
    expect(Object.fromEntries(storage.texts())).toEqual(Object.fromEntries(texts));
  });

  it('takes back at the start what a tab that died left half written', () => {
    const { browser } = open();
    browser.kept.set(`${storagePrefix}note`, 'half');
    const changes = [{ key: `${storagePrefix}note`, before: '{"version":1,"text":"whole"}', after: 'half' }];
    browser.kept.set(`${storagePrefix}unfinished`, JSON.stringify({ version: 2, changes }));
    const { storage } = open(browser);
    expect(storage.take('note', format)?.text).toBe('whole');
    expect(storage.names('')).toEqual(['note']);
  });

  it('says where it set aside what another tab wrote over after a tab had died', () => {
    const { browser } = open();
    browser.kept.set(`${storagePrefix}note`, '{"version":1,"text":"later"}');
    const changes = [{ key: `${storagePrefix}note`, before: 'old', after: 'half' }];
    browser.kept.set(`${storagePrefix}unfinished`, JSON.stringify({ version: 2, changes }));
    const { storage } = open(browser);
    expect(storage.take('note', format)?.text).toBe('later');
    expect(browser.kept.get(`${storagePrefix}set-aside/note/1`)).toBe('old');
    expect(storage.notices.get()).toEqual([expect.stringContaining('“event-driven-basics/set-aside/note/1”')]);
  });

  it('knows what it could not keep until it can, and hands it over with the rest', () => {
    const { browser, storage } = open();
    storage.write('kept', { version: 1 });
    browser.fill();
    storage.write('note', { version: 1, text: 'a' } as Note);
    expect(storage.keeps.get()).toBe(false);
    expect(storage.unsaved('note')).toBe(true);
    expect([...storage.texts().keys()]).toEqual(['kept', 'note']);
    browser.empty();
    storage.write('kept', { version: 1 });
    expect(storage.notices.get()).toHaveLength(1);
    storage.write('note', { version: 1, text: 'b' } as Note);
    expect(storage.keeps.get()).toBe(true);
    expect(storage.notices.get()).toEqual([]);
    expect(createDeviceStorage(undefined).keeps.get()).toBe(false);
  });

  it('hears of changes by other tabs and not of its own', () => {
    const { browser, storage } = open();
    const other = open(browser).storage;
    const heard: string[] = [];
    storage.watch('note', () => heard.push('here'));
    const stop = other.watch('note', () => heard.push('there'));
    storage.write('note', { version: 1 });
    storage.write('another', { version: 1 });
    stop();
    storage.write('note', { version: 1, text: 'b' } as Note);
    expect(heard).toEqual(['there']);
  });
});
