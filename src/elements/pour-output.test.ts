import { expect, test } from 'vitest';
import { pourInto } from './pour-output.ts';

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
  await pourInto(screen, outputOf(['a', 'b', 'c']));
  expect(shown).toEqual(['a']);
  next();
  expect(shown).toEqual(['a', 'bc']);
});

test('of what comes faster than it can be shown the oldest is left out, and it is said', async () => {
  const { screen, shown, next } = slowScreen();
  await pourInto(screen, outputOf(['first', ...Array.from({ length: 100 }, () => 'x'.repeat(10_000)), 'last']));
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
  await pourInto(screen, broken);
  expect(shown.length).toBeLessThanOrEqual(1);
});
