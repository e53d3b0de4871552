import { type Program, play } from 'lab/authoring';
import { compile } from 'lab/compile';
import { expect, test } from 'vitest';
import { LANGUAGE } from '#globals/language.ts';
import { entries, scenarioOf } from './playing.ts';
import { walking } from './walking.ts';

// Node does not freeze its language, which the tests share: the end-to-end tests walk over that in the closed realm.
const files = walking('spare', Object.keys(LANGUAGE));

test('no two processes, lives or plays reach one thing that can be changed', async () => {
  const program = compile(files);
  expect([...(await saidIn(program)), ...(await saidIn(program))]).toEqual(Array.from({ length: 6 }, () => 'walked'));
});

test('the walk finds what can be changed, wherever it is', async () => {
  const leak = {
    list: [],
    map: Object.freeze(new Map()),
    half: Object.preventExtensions({ a: 1 }),
    get of() {
      return 1;
    },
  };
  Object.assign(globalThis, { leak: Object.freeze(leak) });
  const schema = `${files.get('schema.ts')}; export { leak };`;
  const said = await saidIn(compile(new Map([...files, ['schema.ts', schema]])));
  Reflect.deleteProperty(globalThis, 'leak');
  const at = 'imported.schema.leak';
  for (const path of [`${at}.list`, `${at}.map`, `${at}.half is half frozen`, `getter ${at}.of`])
    expect(said).toContain(path);
});

/** By two processes, one of which lives twice. */
async function saidIn(program: Program): Promise<string[]> {
  const scenario = scenarioOf({
    play: async ({ operator, settled }) => {
      await settled();
      operator.stop('shop');
      await operator.start('shop');
      await settled();
    },
  });
  const { trace } = await play(program, scenario, []);
  return entries(trace, 'logged', { level: 'log' }).map(({ text }) => text);
}
