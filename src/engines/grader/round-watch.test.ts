import { describe, expect, it } from 'vitest';
import { markLoops } from './mark-loops.ts';
import { type Round, RoundWatch } from './round-watch.ts';

/** Runs a marked program whose clock moves one millisecond a round, until somebody was blamed three times. */
async function blamed(text: string): Promise<Round | undefined> {
  const { files, sites } = markLoops([{ path: 'a.ts', text }]);
  let now = 0;
  const said: Round[] = [];
  const watch = new RoundWatch(
    sites,
    () => now,
    (round) => said.push(round),
  );
  const round = (site: number) => {
    now++;
    if (said.length === 3) throw new Error('enough');
    return watch.round(site);
  };
  const run = new Function('__round', `return (async () => { ${files[0]!.text}\n})()`);
  await (run(round) as Promise<void>).catch(() => {});
  for (let turn = 0; turn < 2_000 && said.length < 3; turn++) await Promise.resolve();
  return said.at(-1);
}

describe('RoundWatch', () => {
  it('says nothing of a program that ends', async () => {
    expect(await blamed('for (let i = 0; i < 100; i++) {}')).toBeUndefined();
  });

  it('blames the loop that never ends', async () => {
    expect(await blamed('let a = 1\nfor (let i = 0; i < 3; i++) {}\nwhile (true) a++')).toEqual({
      kind: 'loop',
      place: { path: 'a.ts', line: 3, column: 1 },
    });
  });

  it('blames the outer one of two, when the inner one ends', async () => {
    expect(await blamed('while (true) {\n  for (let i = 0; i < 3; i++) {}\n}')).toMatchObject({ place: { line: 1 } });
  });

  it('blames the inner one of two, when it is the one that never ends', async () => {
    expect(await blamed('for (let i = 0; i < 3; i++) {\n  while (true) {}\n}')).toMatchObject({ place: { line: 2 } });
  });

  it('blames the loop that calls, not the one that is called', async () => {
    expect(await blamed('function help() { for (let i = 0; i < 5; i++) {} }\nwhile (true) help()')).toMatchObject({
      place: { line: 2 },
    });
  });

  it('tells a chain of promises from a loop that lets nobody else have a turn', async () => {
    expect(await blamed('while (true) {\n  await null\n}')).toMatchObject({ kind: 'promises', place: { line: 1 } });
    expect(
      await blamed('async function again() {\n  await null\n  void again().catch(Object)\n}\nawait again()'),
    ).toMatchObject({ kind: 'promises', place: { line: 1 } });
  });
});
