import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { runShell } from './shell.ts';

export interface Running {
  readonly exit: Promise<number>;
  lives(): boolean;
  /** The next piece of what it prints; null at the end. */
  output(): Promise<string | null>;
  input(data: string): void;
  kill(): void;
  /** Kills it whatever it does, and waits. */
  end(): Promise<unknown>;
}

export interface Started {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly terminal?: object;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real process of this machine, `node` being the Node that runs the test; `jsh` is a shell of the double's own. */
export function runProcess(started: Started): Running {
  const printed = pieces();
  if (started.command === 'jsh') return runShell(started.cwd, printed, started.env);
  const child = spawn(started.command === 'node' ? process.execPath : started.command, started.args, {
    cwd: started.cwd,
    env: environment(),
    // A group of its own, so that what it starts ends with it.
    detached: true,
  });
  const sources = [child.stdout, child.stderr];
  for (const source of sources) {
    source.on('data', (data) => {
      printed.put(String(data));
      // As a pipe does: whoever prints faster than it is read waits.
      if (printed.waitingLetters() > MOST_WAITING_LETTERS) source.pause();
    });
  }
  const exit = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      printed.put(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 143));
  });
  void exit.then(() => printed.close());
  const kill = () => endGroup(child);
  return {
    exit,
    lives: () => child.exitCode === null && child.signalCode === null,
    output: async () => {
      const piece = await printed.next();
      for (const source of sources) source.resume();
      return piece;
    },
    input: (data) => void child.stdin.write(data),
    kill,
    end: () => {
      kill();
      return exit;
    },
  };
}

const MOST_WAITING_LETTERS = 65_536;

export function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, TMPDIR, FORCE_COLOR: '1' };
}

export function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export interface Pieces {
  put(text: string): void;
  close(): void;
  waitingLetters(): number;
  next(): Promise<string | null>;
}

/** What was printed and not yet fetched, in one piece. */
function pieces(): Pieces {
  let text = '';
  let isClosed = false;
  let waiting: (() => void) | undefined;
  const wake = () => {
    waiting?.();
    waiting = undefined;
  };
  return {
    put(more) {
      text += more;
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    waitingLetters: () => text.length,
    async next() {
      if (text === '' && !isClosed) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
      }
      const piece = text;
      text = '';
      return piece === '' && isClosed ? null : piece;
    },
  };
}
