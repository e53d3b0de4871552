import { atom, type ReadableAtom } from 'nanostores';
import type { DeviceStorage, Format, Versioned, Written } from './storage.ts';

/** One small record on this device that several tabs share: a change by any of them shows in all. */
export interface DeviceRecord<Value> {
  readonly value: ReadableAtom<Value>;
  /** Applies a change to what the device holds now, not to what this tab last saw, so that no tab undoes another. */
  change(edit: (current: Value) => Value): Written;
}

export function createRecord<Value extends Versioned>(
  storage: DeviceStorage,
  name: string,
  format: Format<Value>,
  initial: Value,
): DeviceRecord<Value> {
  const value = atom(storage.take(name, format) ?? initial);
  // Without lasting storage, and after a refused write, this tab alone knows the truth.
  let ahead = false;

  storage.watch(name, () => {
    const stored = storage.read(name, format);
    if (stored.kind === 'found') value.set(stored.value);
    if (stored.kind === 'nothing') value.set(initial);
  });

  return {
    value,
    change(edit) {
      const stored = storage.read(name, format);
      const next = edit(stored.kind === 'found' && !ahead ? stored.value : value.get());
      value.set(next);
      if (stored.kind === 'unreadable' && stored.reason === 'newer') {
        ahead = true;
        return { kind: 'refused', because: newerTab };
      }
      const written = storage.write(name, next);
      ahead = written.kind === 'refused';
      return written;
    },
  };
}

const newerTab =
  'Another tab runs a newer version of this course and has saved since. Reload this page, so that both tabs speak of the same things.';
