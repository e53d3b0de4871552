import { expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { leaveAt, whereLeft } from './place.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';

function open(browser = createFakeBrowser()) {
  return { browser, storage: createDeviceStorage(browser.openTab().backing) };
}

it('the place where one left is the newest, a page and a part of it', () => {
  const { browser, storage } = open();
  expect(whereLeft(storage)).toBeUndefined();
  leaveAt({ page: '/lessons/outbox/', part: 'questions' }, storage);
  leaveAt({ page: '/practice/' }, storage);
  expect(whereLeft(open(browser).storage)).toEqual({ version: 1, page: '/practice/', at: expect.any(Number) });
});

it('a place left at a time that no calendar has is set aside', () => {
  const { browser, storage } = open();
  browser.kept.set(`${storagePrefix}place`, JSON.stringify({ version: 1, page: '/practice/', at: 1e300 }));
  expect(whereLeft(storage)).toBeUndefined();
});

it.each(['https://elsewhere.example/', '//elsewhere.example/', 'javascript:alert(1)', '/../x'])(
  'a place at %s is set aside',
  (page) => {
    const { browser, storage } = open();
    browser.kept.set(`${storagePrefix}place`, JSON.stringify({ version: 1, page, at: 0 }));
    expect(whereLeft(storage)).toBeUndefined();
    expect(storage.notices.get()[0]).toContain('could not be read');
  },
);
