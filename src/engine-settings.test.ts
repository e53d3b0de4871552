import { expect, test } from 'vitest';
import { engineSettings, isolationSetting } from './engine-settings.ts';

test('without a word from the owner both runners are there, and the built-in one is first', () => {
  expect(engineSettings({})).toEqual({ first: 'embedded', forbidden: 'nothing' });
  expect(engineSettings({ ENGINE: '', FORBIDDEN_ENGINE: '', WEBCONTAINER_API_KEY: '' })).toEqual({
    first: 'embedded',
    forbidden: 'nothing',
  });
});

test('either runner can be first, and either can be forbidden', () => {
  expect(engineSettings({ ENGINE: 'webcontainer', WEBCONTAINER_API_KEY: 'wc_1' })).toEqual({
    first: 'webcontainer',
    forbidden: 'nothing',
    apiKey: 'wc_1',
  });
  expect(engineSettings({ FORBIDDEN_ENGINE: 'webcontainer' })).toEqual({
    first: 'embedded',
    forbidden: 'webcontainer',
  });
  expect(engineSettings({ FORBIDDEN_ENGINE: 'embedded' })).toEqual({ first: 'webcontainer', forbidden: 'embedded' });
});

test('a word that means nothing stops the build, and so does a first runner that is forbidden', () => {
  expect(() => engineSettings({ ENGINE: 'node' })).toThrow('ENGINE says node, which is none of embedded, webcontainer');
  expect(() => engineSettings({ FORBIDDEN_ENGINE: 'both' })).toThrow('FORBIDDEN_ENGINE says both');
  expect(() => engineSettings({ ENGINE: 'embedded', FORBIDDEN_ENGINE: 'embedded' })).toThrow('both say embedded');
});

test('isolation is the host’s, or a worker’s, and nothing else', () => {
  expect([isolationSetting({}), isolationSetting({ ISOLATION: 'worker' })]).toEqual(['headers', 'worker']);
  expect(() => isolationSetting({ ISOLATION: 'Worker' })).toThrow(
    'ISOLATION says Worker, which is none of headers, worker',
  );
});
