import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft } from './create-draft.ts';
import { createFakeBrowser, type FakeBrowser } from './fake-browser.ts';
import { createProgress } from './progress.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';

const starter = [
  { path: 'orders.ts', text: 'orders' },
  { path: 'confirmation.ts', text: 'confirmation' },
  { path: 'schema.ts', text: 'schema' },
];
const key = `${storagePrefix}draft/decouple`;

function openTab(browser: FakeBrowser, files = starter) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(tab.backing, tab.events);
  const draft = createDraft('decouple', files, { given: ['schema.ts'], storage });
  const text = (path: string) => draft.files.get().find((file) => file.path === path)?.text;
  return { tab, storage, draft, text };
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('a draft', () => {
  it('begins as the starter and keeps nothing until something is typed', () => {
    const browser = createFakeBrowser();
    const { draft } = openTab(browser);
    expect(draft.files.get()).toEqual(starter);
    expect(draft.saved.get()).toEqual({ kind: 'untouched' });
    draft.saveNow();
    expect(browser.kept.size).toBe(0);
  });

  it('saves within 300 ms of the first letter, however long the typing goes on', () => {
    const browser = createFakeBrowser();
    const { draft } = openTab(browser);
    for (let letter = 0; letter < 10; letter += 1) {
      draft.write('orders.ts', `orders ${letter}`);
      vi.advanceTimersByTime(30);
    }
    expect(browser.kept.get(key)).toContain('orders 8');
    expect(draft.saved.get()).toEqual({ kind: 'saving' });
    vi.advanceTimersByTime(300);
    expect(draft.saved.get()).toMatchObject({ kind: 'saved' });
    expect(browser.kept.get(key)).toContain('orders 9');
  });

  it('is there again after a reload, with the given files of the page and not of the draft', () => {
    const browser = createFakeBrowser();
    const first = openTab(browser);
    first.draft.write('orders.ts', 'mine');
    first.tab.close();
    const newer = starter.map((file) => (file.path === 'schema.ts' ? { ...file, text: 'schema 2' } : file));
    const second = openTab(browser, newer);
    expect(second.text('orders.ts')).toBe('mine');
    expect(second.text('schema.ts')).toBe('schema 2');
    expect(second.draft.outdated.get()).toBe(true);
    second.draft.reset();
    expect(second.draft.outdated.get()).toBe(false);
  });

  it('saves what is not saved yet when its page is hidden or closed, and not when it comes back', () => {
    const browser = createFakeBrowser();
    const { draft, tab } = openTab(browser);
    draft.write('orders.ts', 'first word');
    tab.show('visible');
    expect(browser.kept.size).toBe(0);
    tab.show('hidden');
    expect(browser.kept.get(key)).toContain('first word');
    draft.write('orders.ts', 'last word');
    tab.close();
    expect(browser.kept.get(key)).toContain('last word');
  });

  it('says that it is not saved when the storage is full, and saves once there is room', () => {
    const browser = createFakeBrowser();
    const { draft } = openTab(browser);
    browser.fill();
    draft.write('orders.ts', 'mine');
    draft.saveNow();
    expect(draft.saved.get()).toMatchObject({ kind: 'not saved', because: expect.stringContaining('full') });
    browser.empty();
    draft.saveNow();
    expect(draft.saved.get().kind).toBe('saved');
  });

  it('goes on in this tab where storage is forbidden, and never meets itself as another tab', () => {
    const draft = createDraft('decouple', starter, { storage: createDeviceStorage(undefined) });
    for (const text of ['a', 'b', 'c']) {
      draft.write('orders.ts', text);
      draft.saveNow();
      expect(draft.saved.get()).toMatchObject({
        kind: 'not saved',
        because: expect.stringContaining('Allow site data'),
      });
    }
  });

  it('begins again when what was saved is damaged, and keeps that under another name', () => {
    const browser = createFakeBrowser();
    browser.kept.set(key, '{"version":1,"files":[{"path":"../../etc","text":""}]}');
    const { draft, storage } = openTab(browser);
    expect(draft.files.get()).toEqual(starter);
    expect(storage.notices.get()[0]).toContain('Your code for this exercise on this device could not be read.');
    expect(browser.kept.get(`${storagePrefix}set-aside/draft/decouple/1`)).toContain('etc');
  });
});

describe('the files of a draft', () => {
  it('can be added, renamed and removed, and each step can be undone', () => {
    const { draft } = openTab(createFakeBrowser());
    const paths = () => draft.files.get().map((file) => file.path);
    draft.add('relay.ts', 'relay');
    draft.rename('relay.ts', 'outbox-relay.ts');
    draft.remove('orders.ts');
    expect(paths()).toEqual(['confirmation.ts', 'schema.ts', 'outbox-relay.ts']);
    expect(draft.undoable.get()).toBe('removal of orders.ts');
    draft.undo();
    expect(paths()).toEqual(['orders.ts', 'confirmation.ts', 'schema.ts', 'outbox-relay.ts']);
    draft.undo();
    draft.undo();
    expect(draft.files.get()).toEqual(starter);
    expect(draft.undoable.get()).toBeUndefined();
  });

  it('go back to the starter one by one or all, and undo keeps what was typed elsewhere since', () => {
    const { draft, text } = openTab(createFakeBrowser());
    draft.write('orders.ts', 'mine');
    draft.reset('orders.ts');
    expect(text('orders.ts')).toBe('orders');
    draft.write('confirmation.ts', 'typed later');
    draft.undo();
    expect(text('orders.ts')).toBe('mine');
    expect(text('confirmation.ts')).toBe('typed later');
    draft.reset();
    expect(draft.files.get()).toEqual(starter);
    draft.undo();
    expect(text('confirmation.ts')).toBe('typed later');
  });

  it('can have back what was typed between a step and its undo', () => {
    const { draft, text } = openTab(createFakeBrowser());
    draft.write('orders.ts', 'mine');
    draft.reset('orders.ts');
    draft.write('orders.ts', 'typed after the reset');
    draft.undo();
    expect(text('orders.ts')).toBe('mine');
    expect(draft.undoable.get()).toBe('the undo (reset of orders.ts)');
    draft.undo();
    expect(text('orders.ts')).toBe('typed after the reset');
    expect(draft.undoable.get()).toBeUndefined();
  });

  it.each([
    ['Orders.ts', 'There is already a file named orders.ts. Choose another name.'],
    ['../orders.ts', 'A file name has letters, digits, - or _ and ends in .ts, such as relay.ts.'],
    ['relay', 'A file name has letters, digits, - or _ and ends in .ts, such as relay.ts.'],
    ['', 'A file name has letters, digits, - or _ and ends in .ts, such as relay.ts.'],
  ])('refuse the name “%s” with a sentence', (path, sentence) => {
    const { draft } = openTab(createFakeBrowser());
    expect(() => draft.add(path)).toThrow(sentence);
    expect(() => draft.rename('confirmation.ts', path)).toThrow(sentence);
  });

  it('that are given cannot be changed', () => {
    const { draft } = openTab(createFakeBrowser());
    const sentence = 'schema.ts belongs to the exercise: it can be read and not changed.';
    expect(() => draft.write('schema.ts', 'x')).toThrow(sentence);
    expect(() => draft.remove('schema.ts')).toThrow(sentence);
    draft.replace(
      [
        { path: 'schema.ts', text: 'x' },
        { path: 'orders.ts', text: 'shared' },
      ],
      'opening shared code',
    );
    expect(draft.files.get()).toEqual([{ path: 'orders.ts', text: 'shared' }, starter[2]]);
  });
});

describe('code that takes the place of a draft', () => {
  const shared = (text: string) => [{ path: 'orders.ts', text }];
  const copied = ({ draft }: ReturnType<typeof openTab>) => draft.copies.get().map((copy) => copy.files[0]?.text);
  const passed = (browser: FakeBrowser, text: string) =>
    createProgress(openTab(browser).storage).solved('decouple', [...shared(text), ...starter.slice(1)], []);

  function typed(text: string, browser = createFakeBrowser()) {
    const tab = openTab(browser);
    tab.draft.write('orders.ts', text);
    tab.draft.saveNow();
    return { ...tab, browser };
  }

  it.each([
    ['a link', ({ draft }: ReturnType<typeof typed>) => draft.openShared(shared('theirs'))],
    ['the code that passed', ({ draft }: ReturnType<typeof typed>) => draft.openPassed(shared('theirs'))],
    ['a reset', ({ draft }: ReturnType<typeof typed>) => draft.reset()],
  ])('leaves a copy that outlasts the page before %s', (_, open) => {
    const first = typed('mine');
    open(first);
    first.tab.close();
    const later = openTab(first.browser);
    expect(later.text('orders.ts')).not.toBe('mine');
    expect(copied(later)).toEqual(['mine']);
    later.draft.openCopy(later.draft.copies.get()[0]!.id);
    expect(later.text('orders.ts')).toBe('mine');
  });

  it('leaves no second copy of what is found elsewhere', () => {
    const here = typed('right');
    passed(here.browser, 'right');
    here.draft.openShared(shared('theirs'));
    here.draft.openPassed([...shared('right'), starter[1]!]);
    here.draft.reset();
    here.draft.openShared(shared('theirs'));
    expect(copied(here)).toEqual([]);
    here.draft.write('orders.ts', 'mine');
    here.draft.reset();
    here.draft.undo();
    here.draft.reset();
    expect(copied(here)).toEqual(['mine']);
  });

  it('keeps all that somebody wrote, however many links are opened after it', () => {
    const { browser } = typed('mine');
    for (let link = 1; link <= 12; link += 1) {
      const visit = openTab(browser);
      visit.draft.openShared(shared(`link ${link}`));
      visit.tab.close();
    }
    const later = openTab(browser);
    expect(later.text('orders.ts')).toBe('link 12');
    expect(copied(later)).toEqual(['mine']);
    later.draft.write('orders.ts', 'link 12, and mine');
    later.draft.openShared(shared('another'));
    expect(copied(later)).toEqual(expect.arrayContaining(['mine', 'link 12, and mine']));
  });

  it('keeps more than ten copies, until the learner lets one go', () => {
    const here = typed('0');
    for (let number = 1; number <= 12; number += 1) {
      vi.advanceTimersByTime(1_000);
      here.draft.reset();
      here.draft.write('orders.ts', String(number));
    }
    const later = openTab(here.browser);
    expect(copied(later)).toHaveLength(12);
    later.draft.dropCopy(later.draft.copies.get().at(-1)!.id);
    expect(copied(openTab(here.browser))).not.toContain('0');
  });

  it('does not take its place when there is no room for the copy, and says what to do', () => {
    const here = typed('mine'.repeat(100));
    const before = Object.fromEntries(here.browser.kept);
    here.browser.leaveRoom(300);
    for (const open of [
      () => here.draft.openShared(shared('small')),
      () => here.draft.openPassed(shared('small')),
      () => here.draft.reset(),
    ]) {
      open();
      here.draft.saveNow();
      expect(here.draft.refusal.get()).toContain('Delete an old copy under Files');
      expect(here.text('orders.ts')).toBe('mine'.repeat(100));
      expect(Object.fromEntries(here.browser.kept)).toEqual(before);
    }
    expect(copied(here)).toEqual([]);
    expect(here.storage.notices.get()).toEqual([]);
    here.browser.leaveRoom(2_000);
    here.draft.openShared(shared('small'));
    expect(here.draft.refusal.get()).toBeUndefined();
    expect(copied(here)).toEqual(['mine'.repeat(100)]);
  });

  it('is not somebody else’s when the link holds what is here already', () => {
    const here = typed('mine');
    here.draft.openShared(shared('mine').concat(starter[1]!));
    here.draft.openShared(shared('theirs'));
    expect(copied(here)).toEqual(['mine']);
  });

  it('takes its place in this tab where storage is forbidden, and the copy lives as long', () => {
    const draft = createDraft('decouple', starter, { storage: createDeviceStorage(undefined) });
    draft.write('orders.ts', 'mine');
    draft.openShared(shared('theirs'));
    expect(draft.files.get()[0]?.text).toBe('theirs');
    expect(draft.copies.get()).toHaveLength(1);
  });
});

describe('two tabs with one draft', () => {
  it('follow each other while neither has anything to lose', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const two = openTab(browser);
    one.draft.write('orders.ts', 'from one');
    one.draft.saveNow();
    expect(two.text('orders.ts')).toBe('from one');
    two.draft.write('orders.ts', 'from two');
    two.draft.saveNow();
    expect(one.text('orders.ts')).toBe('from two');
    expect(one.draft.saved.get().kind).toBe('saved');
  });

  function disagree() {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const two = openTab(browser);
    two.draft.write('orders.ts', 'from two');
    one.draft.write('orders.ts', 'from one');
    one.draft.saveNow();
    vi.advanceTimersByTime(300);
    return { browser, one, two };
  }

  it('ask when both have typed, and neither overwrites the other', () => {
    const { browser, one, two } = disagree();
    expect(two.draft.saved.get()).toMatchObject({
      kind: 'conflict',
      theirs: expect.arrayContaining([{ path: 'orders.ts', text: 'from one' }]),
    });
    expect(two.text('orders.ts')).toBe('from two');
    expect(one.text('orders.ts')).toBe('from one');
    expect(browser.kept.get(key)).toContain('from one');
    two.draft.write('orders.ts', 'from two, more');
    two.draft.saveNow();
    expect(two.draft.saved.get().kind).toBe('conflict');
    expect(browser.kept.get(key)).toContain('from one');
  });

  it('keep the version of a tab that is closed before it was asked', () => {
    const { browser, two } = disagree();
    two.draft.write('orders.ts', 'last words of two');
    two.tab.close();
    const later = openTab(browser);
    expect(later.text('orders.ts')).toBe('from one');
    expect(later.draft.copies.get()).toHaveLength(1);
    later.draft.openCopy(later.draft.copies.get()[0]?.id ?? '');
    expect(later.text('orders.ts')).toBe('last words of two');
    later.draft.undo();
    expect(later.text('orders.ts')).toBe('from one');
  });

  it('keep theirs as a copy when mine is chosen', () => {
    const { one, two } = disagree();
    two.draft.settle('mine');
    expect(two.draft.saved.get().kind).toBe('saved');
    expect(one.text('orders.ts')).toBe('from two');
    expect(two.draft.copies.get().map((copy) => copy.files[0]?.text)).toEqual(['from one']);
  });

  it('keep mine as a copy when theirs is chosen', () => {
    const { two } = disagree();
    two.draft.settle('theirs');
    expect(two.draft.saved.get().kind).toBe('saved');
    expect(two.text('orders.ts')).toBe('from one');
    expect(two.draft.copies.get().map((copy) => copy.files[0]?.text)).toEqual(['from two']);
  });

  it.each(['mine', 'theirs'] as const)(
    'change nothing when %s is chosen and there is no room for the other',
    (choice) => {
      const browser = createFakeBrowser();
      const one = openTab(browser);
      const two = openTab(browser);
      two.draft.write('orders.ts', 'from two'.repeat(100));
      one.draft.write('orders.ts', 'from one'.repeat(100));
      // Enough for one of them.
      browser.leaveRoom(1_400);
      one.draft.saveNow();
      vi.advanceTimersByTime(300);
      const before = Object.fromEntries(browser.kept);
      two.draft.settle(choice);
      expect(two.draft.saved.get()).toMatchObject({ kind: 'conflict', refused: expect.stringMatching(/room|full/) });
      expect(two.text('orders.ts')).toContain('from two');
      expect(Object.fromEntries(browser.kept)).toEqual(before);
      browser.empty();
      two.draft.settle(choice);
      expect(two.draft.saved.get().kind).toBe('saved');
      expect(two.text('orders.ts')).toContain(choice === 'mine' ? 'from two' : 'from one');
      expect(two.draft.copies.get()).toHaveLength(1);
    },
  );

  it('do not ask when both typed the same', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const two = openTab(browser);
    one.draft.write('orders.ts', 'same');
    two.draft.write('orders.ts', 'same');
    one.draft.saveNow();
    two.draft.saveNow();
    expect(two.draft.saved.get().kind).toBe('saved');
    expect(two.draft.copies.get()).toEqual([]);
  });

  it('find a conflict also when no event came', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const stored = () => JSON.parse(browser.kept.get(key) ?? '');
    one.draft.write('orders.ts', 'a');
    one.draft.saveNow();
    browser.kept.set(key, JSON.stringify({ ...stored(), revision: 7, by: 'another' }).replace('"a"', '"unseen"'));
    one.draft.write('orders.ts', 'b');
    one.draft.saveNow();
    expect(one.draft.saved.get().kind).toBe('conflict');
    expect(browser.kept.get(key)).toContain('unseen');
  });

  it('leave the draft of a newer version of the course alone', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    one.draft.write('orders.ts', 'a');
    one.draft.saveNow();
    browser.kept.set(key, '{"version":2}');
    one.draft.write('orders.ts', 'b');
    one.draft.saveNow();
    expect(one.draft.saved.get()).toMatchObject({ kind: 'not saved', because: expect.stringContaining('reload') });
    expect(browser.kept.get(key)).toBe('{"version":2}');
  });

  it('open beside the draft of a newer version without moving it', () => {
    const browser = createFakeBrowser();
    browser.kept.set(key, '{"version":2}');
    const { draft } = openTab(browser);
    expect(draft.files.get()).toEqual(starter);
    draft.write('orders.ts', 'a');
    draft.saveNow();
    expect(draft.saved.get()).toMatchObject({ kind: 'not saved', because: expect.stringMatching(/reload/i) });
    expect([...browser.kept]).toEqual([[key, '{"version":2}']]);
  });

  it('say so when the version of one cannot be kept beside the other', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const two = openTab(browser);
    two.draft.write('orders.ts', 'from two');
    one.draft.write('orders.ts', 'from one');
    one.draft.saveNow();
    browser.fill();
    vi.advanceTimersByTime(300);
    expect(two.draft.saved.get()).toMatchObject({ kind: 'conflict', refused: expect.stringContaining('full') });
    expect(two.draft.copies.get()).toHaveLength(1);
  });

  it('say when the saved code was erased elsewhere, and save again only when asked', () => {
    const browser = createFakeBrowser();
    const one = openTab(browser);
    const two = openTab(browser);
    one.draft.write('orders.ts', 'a');
    one.draft.saveNow();
    two.storage.remove('draft/decouple');
    expect(one.draft.saved.get()).toMatchObject({ kind: 'not saved', because: expect.stringContaining('erased') });
    one.tab.show('hidden');
    expect(browser.kept.has(key)).toBe(false);
    one.draft.saveNow();
    expect(browser.kept.get(key)).toContain('"a"');
  });
});
