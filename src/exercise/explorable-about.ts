import type { Choice, Demonstrations, Trace } from 'lab/authoring';

/** Fetched only when somebody turns a knob, an exercise at a time. */
const shown = import.meta.glob<Demonstrations>(['/sandboxes/*/demonstrations.ts', '!/sandboxes/lab/*'], {
  import: 'default',
});

/** Entries, by `seq`, that an explorable's sentence speaks of; none when it does not say, or cannot be asked. */
export async function explorableAbout(
  exercise: string,
  explorable: string,
  choice: Choice,
  trace: Trace,
): Promise<readonly number[]> {
  // The picture stands without it, so a network that is gone takes away no more than this.
  const demonstrations = await shown[`/sandboxes/${exercise}/demonstrations.ts`]?.().catch(() => undefined);
  return demonstrations?.explorables.find(({ id }) => id === explorable)?.about?.(trace, choice) ?? [];
}
