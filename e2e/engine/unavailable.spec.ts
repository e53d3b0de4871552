import { expect } from '@playwright/test';
import type { EngineState } from '../../src/engines/engine.ts';
import { type EnginePage, test } from './engine-page.ts';
import { filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

declare const createEmbeddedEngine: Handed['createEmbeddedEngine'];

/** Boots an engine that gives up after half a second, and runs a job in it. */
function bootedState({ page }: EnginePage): Promise<readonly [EngineState, string]> {
  return page.evaluate(async (files) => {
    const engine = createEmbeddedEngine({ readyMs: 500 });
    await engine.boot();
    const state = engine.state.get();
    const ending = await engine.run('decouple-confirmation', files, { kind: 'run' }, () => {});
    engine.dispose();
    return [state, ending.kind] as const;
  }, filesOf('solution'));
}

const unavailable = (words: RegExp) => [
  { kind: 'unavailable', because: expect.stringMatching(words) },
  'engine failed',
];

test('a browser without workers is told what still works', async ({ fresh: engine }) => {
  await engine.page.evaluate(() => Object.assign(globalThis, { Worker: undefined }));
  expect(await bootedState(engine)).toEqual(unavailable(/has no workers.*Reading, editing and saving still work/));
});

test('a blocked frame is told with its remedy', async ({ fresh: engine }) => {
  await engine.page.route('**/frame-*.html', (route) => route.abort());
  expect(await bootedState(engine)).toEqual(
    unavailable(/blocks its frame.*allow frames on this site and reload.*still work/),
  );
});

test('a frame that a policy forbids is told with its remedy', async ({ fresh: engine }) => {
  await engine.page.evaluate(() => {
    const policy = Object.assign(document.createElement('meta'), {
      httpEquiv: 'Content-Security-Policy',
      content: "frame-src 'none'",
    });
    document.head.append(policy);
  });
  expect(await bootedState(engine)).toEqual(unavailable(/blocks its frame/));
});

test('a script that does not load is told with its remedy', async ({ fresh: engine }) => {
  await engine.page.route('**/grader-*.js', (route) => route.abort());
  expect(await bootedState(engine)).toEqual(unavailable(/could not be loaded.*Your code is safe; reload the page/));
});

test('an engine that could not start is tried again with the next job', async ({ fresh: engine }) => {
  await engine.page.route('**/grader-*.js', (route) => route.abort(), { times: 1 });
  const kinds = await engine.page.evaluate(async (files) => {
    const fresh = createEmbeddedEngine();
    await fresh.boot();
    const first = fresh.state.get().kind;
    const ending = await fresh.run('decouple-confirmation', files, { kind: 'run' }, () => {});
    return [first, ending.kind, fresh.state.get().kind];
  }, filesOf('solution'));
  expect(kinds).toEqual(['unavailable', 'done', 'ready']);
});
