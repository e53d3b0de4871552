import { expect, test } from 'vitest';
import { createDraft } from '#stores/create-draft.ts';
import { createFakeBrowser } from '#stores/fake-browser.ts';
import { leaveAt } from '#stores/place.ts';
import { createPreferences } from '#stores/preferences.ts';
import { createDeviceStorage, type DeviceStorage } from '#stores/storage.ts';
import { watchWork } from './work-at-risk.ts';

const starter = [{ path: 'orders.ts', text: '' }];
const draftIn = (storage: DeviceStorage) => createDraft('outbox', starter, { storage });

function withFullStorage() {
  const browser = createFakeBrowser();
  const { backing, events } = browser.openTab();
  const storage = createDeviceStorage(backing, events);
  return { browser, storage };
}

test('what the browser keeps is not at risk, what it refuses is, and no more once there is room', () => {
  const { browser, storage } = withFullStorage();
  const [draft, work] = [draftIn(storage), watchWork(storage)];
  draft.write('orders.ts', '// kept');
  expect(work.isThere()).toBe(false);
  browser.fill();
  draft.write('orders.ts', '// refused');
  expect(work.isThere()).toBe(true);
  browser.empty();
  draft.saveNow();
  expect(work.isThere()).toBe(false);
});

test('where nothing is kept, what was written is at risk, and a setting or a place alone is not', () => {
  const storage = createDeviceStorage(undefined);
  const work = watchWork(storage);
  createPreferences(storage).set({ theme: 'dark' });
  leaveAt({ page: '/lessons/outbox/' }, storage);
  expect(work.isThere()).toBe(false);
  draftIn(storage).write('orders.ts', '// mine');
  expect(work.isThere()).toBe(true);
});

test('what was saved as a file is at risk no more, until it is changed', () => {
  const storage = createDeviceStorage(undefined);
  const [draft, work] = [draftIn(storage), watchWork(storage)];
  draft.write('orders.ts', '// mine');
  work.handedOver();
  draft.saveNow();
  expect(work.isThere()).toBe(false);
  draft.write('orders.ts', '// mine, "savedAt":2');
  expect(work.isThere()).toBe(true);
  work.handedOver();
  draft.write('orders.ts', '// mine, "savedAt":3');
  expect(work.isThere()).toBe(true);
});
