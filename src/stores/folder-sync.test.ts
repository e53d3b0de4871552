import { expect, test } from 'vitest';
import { createDraft } from './create-draft.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { type Folder, syncFolder } from './folder-sync.ts';
import { createDeviceStorage } from './storage.ts';

const starter = [
  { path: 'orders.ts', text: 'orders' },
  { path: 'schema.ts', text: 'schema' },
  { path: 'deployment.ts', text: 'given' },
];

function open(there: Readonly<Record<string, string>> = {}, agreed = new Map<string, string>()) {
  const tab = createFakeBrowser().openTab();
  const draft = createDraft('trial', starter, {
    given: ['deployment.ts'],
    storage: createDeviceStorage(tab.backing, tab.events),
  });
  const disk = new Map(Object.entries(there));
  const log: string[] = [];
  const said: string[] = [];
  let watcher = () => {};
  let trouble: unknown;
  let gate: Promise<void> | undefined;
  const folder: Folder = {
    list: async () => {
      await gate;
      return [...disk.keys()];
    },
    read: async (name) => disk.get(name),
    write: async (name, text) => {
      log.push(`write ${name}`);
      disk.set(name, text);
      watcher();
    },
    remove: async (name) => {
      log.push(`remove ${name}`);
      disk.delete(name);
      watcher();
    },
    watch: (onChange) => {
      watcher = onChange;
      return () => {
        watcher = () => {};
      };
    },
  };
  const sync = syncFolder({
    draft,
    given: ['deployment.ts'],
    folder,
    agreed,
    say: (words) => said.push(words),
    onTrouble: (error) => {
      trouble = error;
    },
  });
  return {
    draft,
    disk,
    log,
    said,
    sync,
    folder,
    agreed,
    trouble: () => trouble,
    hold: (until: Promise<void>) => {
      gate = until;
    },
    inTerminal(name: string, text: string | undefined) {
      if (text === undefined) disk.delete(name);
      else disk.set(name, text);
      watcher();
    },
    text: (name: string) => draft.files.get().find(({ path }) => path === name)?.text,
  };
}

test('the folder gets the draft, and an edit on either side arrives on the other, once', async () => {
  const { draft, disk, log, sync, inTerminal, text } = open();
  await sync.settled();
  expect(Object.fromEntries(disk)).toEqual({ 'orders.ts': 'orders', 'schema.ts': 'schema', 'deployment.ts': 'given' });
  log.length = 0;
  draft.write('orders.ts', 'from the editor');
  await sync.settled();
  expect([disk.get('orders.ts'), log]).toEqual(['from the editor', ['write orders.ts']]);
  inTerminal('orders.ts', 'from the terminal');
  await sync.settled();
  expect([text('orders.ts'), log]).toEqual(['from the terminal', ['write orders.ts']]);
});

test('files that are made, renamed or deleted on one side are so on the other, and Undo brings them back', async () => {
  const { draft, disk, sync, inTerminal, text } = open();
  await sync.settled();
  inTerminal('relay.ts', 'a relay');
  inTerminal('schema.ts', undefined);
  await sync.settled();
  expect([text('relay.ts'), text('schema.ts')]).toEqual(['a relay', undefined]);
  expect(draft.undoable.get()).toBe('what the terminal changed');
  draft.undo();
  draft.rename('orders.ts', 'shop.ts');
  await sync.settled();
  expect([...disk.keys()].sort()).toEqual(['deployment.ts', 'schema.ts', 'shop.ts']);
});

test('what was changed on both sides at once is kept twice, and said', async () => {
  const { draft, disk, sync, said, inTerminal, text } = open();
  await sync.settled();
  draft.write('orders.ts', 'mine');
  inTerminal('orders.ts', 'theirs');
  await sync.settled();
  expect([text('orders.ts'), text('orders.terminal.ts')]).toEqual(['mine', 'theirs']);
  expect([disk.get('orders.ts'), disk.get('orders.terminal.ts')]).toEqual(['mine', 'theirs']);
  expect(said).toEqual([
    'orders.ts was changed here and in the terminal at the same time. Both are kept: the terminal’s is now orders.terminal.ts.',
  ]);
});

test('what was typed while the terminal’s change was on its way is not written over', async () => {
  const { draft, disk, sync, hold, inTerminal, text } = open();
  await sync.settled();
  let letGo = () => {};
  hold(
    new Promise((resolve) => {
      letGo = resolve;
    }),
  );
  inTerminal('schema.ts', 'theirs');
  // The round reads the folder when this is typed.
  await new Promise(setImmediate);
  draft.write('schema.ts', 'typed meanwhile');
  letGo();
  await sync.settled();
  expect([text('schema.ts'), text('schema.terminal.ts')]).toEqual(['typed meanwhile', 'theirs']);
  expect(disk.get('schema.ts')).toBe('typed meanwhile');
});

test('a deletion on one side does not take an edit of the other with it', async () => {
  const { draft, disk, sync, inTerminal, text } = open();
  await sync.settled();
  draft.write('orders.ts', 'edited here');
  inTerminal('orders.ts', undefined);
  await sync.settled();
  expect([text('orders.ts'), disk.get('orders.ts')]).toEqual(['edited here', 'edited here']);
  draft.remove('schema.ts');
  inTerminal('schema.ts', 'edited there');
  await sync.settled();
  expect([text('schema.ts'), disk.get('schema.ts')]).toEqual(['edited there', 'edited there']);
});

test('a given file is put back, and other files are left alone', async () => {
  const { disk, sync, said, inTerminal, text } = open({ 'notes.md': 'mine' });
  await sync.settled();
  inTerminal('deployment.ts', 'changed');
  inTerminal('a b.ts', 'no name for a module');
  await sync.settled();
  expect([text('deployment.ts'), disk.get('deployment.ts')]).toEqual(['given', 'given']);
  expect([disk.get('notes.md'), text('notes.md'), text('a b.ts')]).toEqual(['mine', undefined, undefined]);
  expect(said).toEqual(['deployment.ts belongs to the exercise and can be read only: it is as it was.']);
});

test('a file that is too long for the editor costs neither side its own, and is said once', async () => {
  const { disk, sync, said, inTerminal, text } = open();
  await sync.settled();
  inTerminal('orders.ts', 'x'.repeat(200_001));
  await sync.settled();
  inTerminal('schema.ts', 'other');
  await sync.settled();
  expect([text('orders.ts'), disk.get('orders.ts')?.length]).toEqual(['orders', 200_001]);
  expect(said).toEqual(['orders.ts is too long for the editor: it is only in the terminal.']);
});

test('a long file that was typed here goes out, and comes back when it was changed there', async () => {
  const { draft, disk, sync, said, inTerminal, text } = open();
  await sync.settled();
  draft.write('orders.ts', 'y'.repeat(200_001));
  await sync.settled();
  expect(disk.get('orders.ts')?.length).toBe(200_001);
  inTerminal('orders.ts', 'short again');
  await sync.settled();
  expect([text('orders.ts'), said]).toEqual(['short again', []]);
});

test('two conflicts whose copies want one name are both kept', async () => {
  const { draft, sync, inTerminal, text } = open();
  draft.add('orders.terminal.ts', 'copy');
  await sync.settled();
  draft.write('orders.ts', 'mine');
  draft.write('orders.terminal.ts', 'my copy');
  inTerminal('orders.ts', 'theirs');
  inTerminal('orders.terminal.ts', 'their copy');
  await sync.settled();
  const all = draft.files.get().map(({ path }) => text(path));
  for (const kept of ['mine', 'my copy', 'theirs', 'their copy']) expect(all).toContain(kept);
});

test('the terminal’s text of a conflict is here before ours is written over it', async () => {
  const { draft, folder, sync, inTerminal, text } = open();
  await sync.settled();
  draft.write('orders.ts', 'mine');
  inTerminal('orders.ts', 'theirs');
  Object.assign(folder, { write: () => Promise.reject(new Error('full')) });
  await expect(sync.settled()).rejects.toThrow('full');
  expect(text('orders.terminal.ts')).toBe('theirs');
});

test('what is written there between reading and writing is not written over', async () => {
  const { draft, disk, folder, sync, text } = open();
  await sync.settled();
  const { read } = folder;
  let reads = 0;
  draft.write('orders.ts', 'mine');
  Object.assign(folder, {
    read: async (name: string) => {
      if (name === 'orders.ts' && ++reads === 2) disk.set('orders.ts', 'theirs');
      return read(name);
    },
  });
  await sync.settled();
  expect([text('orders.ts'), text('orders.terminal.ts'), disk.get('orders.ts')]).toEqual(['mine', 'theirs', 'mine']);
});

test('names that differ in capital letters only stay apart, and it is said', async () => {
  const { sync, said, inTerminal, text } = open();
  await sync.settled();
  inTerminal('Orders.ts', 'another');
  await sync.settled();
  expect(text('Orders.ts')).toBe(undefined);
  expect(said).toEqual([
    'Orders.ts and orders.ts differ in capital letters only: rename one of them to have both in the editor.',
  ]);
});

test('an exchange that goes on later knows what both had agreed on', async () => {
  const first = open();
  await first.sync.settled();
  first.sync.stop();
  const next = open(Object.fromEntries(first.disk), first.agreed);
  next.draft.write('orders.ts', 'edited while it was closed');
  next.draft.remove('schema.ts');
  await next.sync.settled();
  expect([next.disk.get('orders.ts'), next.disk.has('schema.ts'), next.said]).toEqual([
    'edited while it was closed',
    false,
    [],
  ]);
});

test('what could not be brought over is told, and tried again at the next change', async () => {
  const { draft, disk, folder, sync, trouble, text } = open();
  await sync.settled();
  const { write } = folder;
  Object.assign(folder, { write: () => Promise.reject(new Error('full')) });
  draft.write('orders.ts', 'kept');
  await expect(sync.settled()).rejects.toThrow('full');
  expect([trouble(), text('orders.ts')]).toEqual([new Error('full'), 'kept']);
  Object.assign(folder, { write });
  draft.write('orders.ts', 'kept all the same');
  await sync.settled();
  expect([trouble(), disk.get('orders.ts')]).toEqual([undefined, 'kept all the same']);
});

test('more files than a draft has room for stay in the terminal, and that is said', async () => {
  const { draft, sync, said } = open(
    Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`a${index}.ts`, ''])),
  );
  await sync.settled();
  expect(draft.files.get().length).toBeLessThanOrEqual(500);
  expect(said).toEqual(['The editor has room for 500 files: others are only in the terminal.']);
});
