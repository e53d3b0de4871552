import { type ChildProcess, spawn } from 'node:child_process';
import { endGroup, environment, type Pieces, type Running } from './run-process.ts';

/**
 * A shell at a terminal, as small as the tests need: it shows what is typed, runs a line with the machine's shell on Enter, and
 * ends it on Ctrl+C. A real terminal turns a line's end into two characters, so this does.
 */
export function runShell(cwd: string, printed: Pieces, env: Readonly<Record<string, string>> = {}): Running {
  let line = '';
  let child: ChildProcess | undefined;
  let lives = true;
  let resolveExit: (code: number) => void = () => {};
  const exit = new Promise<number>((resolve) => {
    resolveExit = resolve;
  });
  const print = (text: unknown) => printed.put(String(text).replace(/\r?\n/g, '\r\n'));
  const prompt = () => print('\u001b[1mcourse\u001b[0m > ');
  prompt();

  function obey(command: string): void {
    if (command === '') prompt();
    else if (command === 'exit') finish(0);
    else begin(command);
  }

  function begin(command: string): void {
    const started = spawn('sh', ['-c', command], { cwd, env: { ...environment(), ...env }, detached: true });
    child = started;
    started.stdout.on('data', print);
    started.stderr.on('data', print);
    started.on('close', () => {
      child = undefined;
      if (lives) prompt();
    });
  }

  function finish(code: number): void {
    lives = false;
    if (child) endGroup(child);
    printed.close();
    resolveExit(code);
  }

  function type(character: string): void {
    if (character === '\u0003') {
      print('^C\n');
      line = '';
      if (child) endGroup(child);
      else prompt();
    } else if (character === '\r') {
      print('\n');
      const command = line;
      line = '';
      if (child) child.stdin?.write(`${command}\n`);
      else obey(command.trim());
    } else if (character === '\u007f') {
      if (line !== '') print('\b \b');
      line = line.slice(0, -1);
    } else {
      line += character;
      print(character);
    }
  }

  return {
    exit,
    lives: () => lives,
    output: printed.next,
    input: (data) => {
      for (const character of data) type(character);
    },
    kill: () => finish(143),
    end: () => {
      finish(143);
      return exit;
    },
  };
}
