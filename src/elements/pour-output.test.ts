import { expect, test } from 'vitest';
import { pourInto } from './pour-output.ts';

/** The screen is there, and the shell goes on. */
const ALIVE = [new AbortController().signal, new Promise(() => {})] as const;

/** A screen that a test lets go on by hand. */
function slowScreen() {
  const shown: string[] = [];
  let goOn: (() => void) | undefined;
  return {
    shown,
    screen: {
      write(text: string, written: () => void) {
        shown.push(text);
        goOn = written;
      },
    },
    next: () => goOn?.(),
  };
}

function outputOf(pieces: readonly string[]): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

test('what comes is written in order, each time the screen is ready', async () => {
  const { screen, shown, next } = slowScreen();
  await pourInto(screen, outputOf(['a', 'b', 'c']), ...ALIVE);
  expect(shown).toEqual(['a']);
  next();
  expect(shown).toEqual(['a', 'bc']);
});

test('of what comes faster than it can be shown the oldest is left out, and it is said', async () => {
  const { screen, shown, next } = slowScreen();
  await pourInto(
    screen,
    outputOf(['first', ...Array.from({ length: 100 }, () => 'x'.repeat(10_000)), 'last']),
    ...ALIVE,
  );
  next();
  expect(shown[1]).toMatch(/characters came faster than they can be shown/);
  expect(shown[1]!.length).toBeLessThan(520_000);
  expect(shown[1]!.endsWith('last')).toBe(true);
});

test('output that breaks off is no error of the page', async () => {
  const { screen, shown } = slowScreen();
  const broken = new ReadableStream<string>({
    start(controller) {
      controller.enqueue('a');
    },
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });
  await pourInto(screen, broken, ...ALIVE);
  expect(shown.length).toBeLessThanOrEqual(1);
});

/** Output that a test writes by hand. */
function handOutput() {
  let controller: ReadableStreamDefaultController<string> | undefined;
  let isCancelled = false;
  const output = new ReadableStream<string>({
    start(own) {
      controller = own;
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { output, say: (text: string) => controller?.enqueue(text), isCancelled: () => isCancelled };
}

test('a screen that is gone is written to no more, and what comes meanwhile is kept nowhere', async () => {
  const { screen, shown, next } = slowScreen();
  const { output, say, isCancelled } = handOutput();
  const leaving = new AbortController();
  void pourInto(screen, output, leaving.signal, new Promise(() => {}));
  say('a');
  await expect.poll(() => shown).toEqual(['a']);
  say('b');
  leaving.abort();
  next();
  say('c');
  await new Promise(setImmediate);
  expect([shown, isCancelled()]).toEqual([['a'], false]);
});

test('once the shell is over nobody reads on, and the pouring ends', async () => {
  const { screen } = slowScreen();
  const { output, isCancelled } = handOutput();
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const poured = pourInto(screen, output, new AbortController().signal, over);
  end();
  await poured;
  expect(isCancelled()).toBe(true);
});
