import { is, PLAY_BEGINS_MS } from 'lab/authoring';
import { expect, test } from 'vitest';
import { playFiles } from '../../promises/play-files.ts';

test('a play begins when the processes say it does', async () => {
  const program = [
    { path: 'deployment.ts', text: "export default { processes: { clock: './clock.ts' }, tables: {} };" },
    {
      path: 'clock.ts',
      text: `export default function start() {
  const tick = () => console.log(Date.now(), new Date().toISOString());
  tick();
  setTimeout(tick, 250);
}`,
    },
  ];
  const { trace } = await playFiles(program, { id: 'a-second', play: ({ sleep }) => sleep(1_000) });
  const said = trace.filter(is('logged'));
  expect(said.map(({ at }) => at)).toEqual([0, 250]);
  expect(said.map(({ text }) => text)).toEqual(
    said.map(({ at }) => `${PLAY_BEGINS_MS + at} ${new Date(PLAY_BEGINS_MS + at).toISOString()}`),
  );
});
