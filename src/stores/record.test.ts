import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { createRecord } from './record.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';

const format = {
  what: 'Your words',
  version: 1,
  schema: v.object({ version: v.literal(1), words: v.array(v.string()) }),
};
type Words = v.InferOutput<typeof format.schema>;

function open(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(tab.backing, tab.events);
  const union = (mine: Words, theirs: Words): Words => ({
    version: 1,
    words: [...new Set([...theirs.words, ...mine.words])],
  });
  const record = createRecord<Words>(storage, 'words', format, { version: 1, words: [] }, union);
  return {
    browser,
    storage,
    words: () => record.value.get().words,
    add: (word: string) => record.change((all) => ({ ...all, words: [...all.words, word] })),
  };
}

describe('a record that tabs share', () => {
  it('loses nothing that one tab could not save while another could', () => {
    const one = open();
    const two = open(one.browser);
    one.browser.fill();
    one.add('refused');
    one.browser.empty();
    two.add('saved');
    expect(one.words()).toEqual(['saved', 'refused']);
    one.add('once more');
    expect(two.words()).toEqual(['saved', 'refused', 'once more']);
  });

  it('follows another tab that takes it away', () => {
    const one = open();
    const two = open(one.browser);
    one.add('a');
    two.storage.remove('words');
    expect(one.words()).toEqual([]);
  });

  it('sets aside what another program damaged meanwhile, before it writes', () => {
    const one = open();
    one.add('a');
    one.browser.kept.set(`${storagePrefix}words`, 'damaged');
    one.add('b');
    expect(one.browser.kept.get(`${storagePrefix}set-aside/words/1`)).toBe('damaged');
    expect(open(one.browser).words()).toEqual(['a', 'b']);
  });

  it('hands over as a file what it may not write over a newer version', () => {
    const one = open();
    one.browser.kept.set(`${storagePrefix}words`, '{"version":2}');
    expect(one.add('mine')).toMatchObject({ kind: 'refused', because: expect.stringContaining('Reload') });
    expect(one.browser.kept.get(`${storagePrefix}words`)).toBe('{"version":2}');
    expect(one.storage.texts().get('words')).toContain('mine');
  });
});
