import { describe, expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { createPreferences } from './preferences.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';

function open(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  return { browser, preferences: createPreferences(createDeviceStorage(tab.backing, tab.events)) };
}

const key = `${storagePrefix}preferences`;

describe('preferences', () => {
  it('follow the system until somebody chooses, and are the same in every tab', () => {
    const { browser, preferences } = open();
    const other = open(browser).preferences;
    expect(preferences.values.get()).toEqual({
      version: 1,
      theme: 'system',
      editor: 'automatic',
      screenReader: false,
      split: 0.57,
      engine: 'not chosen',
      letterKeys: true,
    });
    other.set({ theme: 'dark' });
    preferences.set({ editor: 'plain' });
    expect(other.values.get()).toMatchObject({ theme: 'dark', editor: 'plain' });
    expect(JSON.parse(browser.kept.get(key) ?? '')).toMatchObject({ version: 1, theme: 'dark', editor: 'plain' });
  });

  it('fall back one by one when a stored value is not known', () => {
    const browser = createFakeBrowser();
    browser.kept.set(key, '{"version":1,"theme":"sepia","editor":"plain","split":40}');
    expect(open(browser).preferences.values.get()).toMatchObject({ theme: 'system', editor: 'plain', split: 0.57 });
  });
});
