import type { Scene, SceneWindow } from './scene.ts';
import { type Rows, run, UNBROKEN } from './text-runs.ts';
import { NOTCH, SHADE } from './text-signs.ts';
import { wrapped } from './text-wrap.ts';

/** What the signs mean that stand in this drawing, and no others. */
export function legendRows(scene: Scene, columns: number): Rows {
  const shown = scene.events.filter((event) => !event.quiet);
  const has = (...marks: readonly (string | undefined)[]) => shown.some(({ mark }) => marks.includes(mark));
  const seqs = new Set(shown.flatMap((event) => event.seqs));
  const sends = (kind: string) => scene.messages.some((line) => line.kind === kind && seqs.has(line.seq));
  const [window] = scene.windows;
  const answers = [sends('acknowledge') ? 'acknowledgement' : '', sends('reply') ? 'answer' : '']
    .filter((word) => word !== '')
    .join(' or ');
  const entries = [
    ...(shown.some(({ marked }) => marked) ? [`${NOTCH} the verdict rests on it`] : []),
    ...(window ? [`${SHADE} ${shadedWords(window)}`] : []),
    ...(has('mail', 'mail again') ? ['@ mail'] : []),
    ...(has('crash') ? ['╳ crash'] : []),
    ...(has('restart') ? ['┬ restart'] : []),
    ...(has('fault') ? ['≠ fault'] : []),
    ...(has('read') ? ['◉ read'] : []),
    ...(has('stale read') ? ['◐ read, out of date'] : []),
    ...(sends('lost') ? ['─× nobody there'] : []),
    ...(sends('redeliver') ? ['╌►► redelivery'] : []),
    ...(answers === '' ? [] : [`┄> ${answers}`]),
    ...(scene.spans.some(({ kind, quiet }) => kind === 'busy' && !quiet) ? ['┃ at work'] : []),
  ];
  return entries.length === 0 ? [] : wrapped([run(entries.map(unbroken).join('   '), 'quiet')], columns);
}

/** Others open and close in words alone. */
function shadedWords({ label, outOf }: SceneWindow): string {
  return outOf > 1 ? `${label}, the first of ${outOf}` : label;
}

/** A sign and its words stay on one line. */
const unbroken = (entry: string): string => entry.replaceAll(' ', UNBROKEN);
