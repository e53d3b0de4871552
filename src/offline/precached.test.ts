import { expect, test } from 'vitest';
import { isForOffline, precachedFile } from './precached.ts';

test('pages, code, fonts and exercises are kept for offline', () => {
  for (const path of [
    'index.html',
    'lessons/outbox/index.html',
    '_astro/ts.worker-BacrpTh5.js',
    'fonts/brygada.woff2',
    'exercises/outbox.json',
  ])
    expect(isForOffline(path), path).toBe(true);
});

test('what needs the network anyway, or is for others than pages, is not', () => {
  for (const path of [
    '_astro/node-grader.CD5uDJ18.mjs',
    '_astro/terminal-screen.DADfzwEH.js',
    '_headers',
    'sitemap-0.xml',
    'cards/home.png',
  ])
    expect(isForOffline(path), path).toBe(false);
});

test('a name with a hash needs no revision, and every other file has one', () => {
  expect(precachedFile('_astro/a.B1.js', 'abc')).toEqual({ url: '_astro/a.B1.js', revision: null });
  expect(precachedFile('index.html', 'abc')).toEqual({ url: 'index.html', revision: 'abc' });
});
