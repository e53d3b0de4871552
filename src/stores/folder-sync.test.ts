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

function open(there: Readonly<Record<string, string>> = {}) {
  const tab = createFakeBrowser().openTab();
  const draft = createDraft('trial', starter, {
    given: ['deployment.ts'],
    storage: createDeviceStorage(tab.backing, tab.events),
  });
  const disk = new Map(Object.entries(there));
  const log: string[] = [];
  const said: string[] = [];
  let watcher = () => {};
  let lost: unknown;
  let gate: Promise<void> | undefined;
  const folder: Folder = {
    list: async () => [...disk.keys()],
    read: async (name) => disk.get(name),
    write: async (name, text) => {
      await gate;
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
    say: (words) => said.push(words),
    onLost: (error) => {
      lost = error;
    },
  });
  return {
    draft,
    disk,
    log,
    said,
    sync,
    folder,
    lost: () => lost,
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
  draft.write('orders.ts', 'mine');
  // The round has read both sides and waits for its writing when this is typed.
  await Promise.resolve();
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

test('a folder that is lost stops the exchange, and the draft goes on', async () => {
  const { draft, folder, sync, lost, text } = open();
  await sync.settled();
  Object.assign(folder, {
    write: async () => {
      throw new Error('gone');
    },
  });
  draft.write('orders.ts', 'kept');
  await sync.settled();
  draft.write('orders.ts', 'kept all the same');
  await sync.settled();
  expect([lost(), text('orders.ts')]).toEqual([new Error('gone'), 'kept all the same']);
});
