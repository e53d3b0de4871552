import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Watching {
  /** Resolves with what has changed since it was asked last, relative to the folder; with nothing when it was closed. */
  changes(): Promise<readonly string[]>;
  close(): void;
}

/**
 * Looks again and again: `fs.watch` of a whole folder is not the same on every system. As a real one it dies with its folder:
 * one that takes its place is another.
 */
export function folderWatch(folder: string): Watching {
  const watched = identityOf(folder);
  let known = look(folder);
  let waiting: ((names: readonly string[]) => void) | undefined;
  const timer = setInterval(() => {
    if (!waiting || watched === undefined || identityOf(folder) !== watched) return;
    const now = look(folder);
    const names = [...new Set([...known.keys(), ...now.keys()])].filter((name) => known.get(name) !== now.get(name));
    if (names.length === 0) return;
    known = now;
    waiting(names);
    waiting = undefined;
  }, 30);
  return {
    changes: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    close() {
      clearInterval(timer);
      waiting?.([]);
    },
  };
}

function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.birthtimeMs}`;
}

function look(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of entriesOf(folder)) {
    const path = join(entry.parentPath, entry.name);
    try {
      const { mtimeMs, size } = statSync(path);
      if (entry.isFile()) found.set(path.slice(folder.length + 1), `${mtimeMs} ${size}`);
    } catch {
      // Gone between two looks.
    }
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}
