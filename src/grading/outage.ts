import type { Trace } from 'lab/authoring';

/** Whether the scenario itself brought something down: a process, the broker, the mail provider. Weather like that is not calm. */
export function hasOutage(trace: Trace): boolean {
  return trace.some(
    (entry) =>
      (entry.kind === 'crashed' && entry.because === 'stopped') ||
      entry.kind === 'broker' ||
      entry.kind === 'mail refused',
  );
}
