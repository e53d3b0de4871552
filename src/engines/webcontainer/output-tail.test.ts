import { describe, expect, it } from 'vitest';
import { tailOf } from './output-tail.ts';

function streamOf(
  pull: (controller: ReadableStreamDefaultController<string>) => void | Promise<void>,
): ReadableStream<string> {
  return new ReadableStream({ pull });
}

function printed(...pieces: readonly string[]): ReadableStream<string> {
  const left = [...pieces];
  return streamOf((controller) => {
    const piece = left.shift();
    if (piece === undefined) controller.close();
    else controller.enqueue(piece);
  });
}

describe('the tail of what a process prints', () => {
  it('is nothing at first, and everything when it is little', async () => {
    const tail = tailOf(printed('Cannot find ', 'module\n'));
    expect(tail()).toBe('');
    await expect.poll(tail).toBe('Cannot find module\n');
  });

  it('is its end when it is much, in however many pieces', async () => {
    const tail = tailOf(printed('x'.repeat(100_000), ...Array.from({ length: 5_000 }, () => 'y'), 'the end'));
    await expect.poll(tail).toMatch(/^y+the end$/);
    expect(tail()).toHaveLength(4_000);
  });

  it('reads on for as long as something comes, and keeps no more of it', async () => {
    let pieces = 0;
    let ended = false;
    const tail = tailOf(
      streamOf(async (controller) => {
        // Others have their turn, too.
        await new Promise((resolve) => setImmediate(resolve));
        if (ended) controller.close();
        else controller.enqueue(`${++pieces} ${'x'.repeat(65_536)}`);
      }),
    );
    await expect.poll(() => pieces).toBeGreaterThan(500);
    expect(tail()).toHaveLength(4_000);
    ended = true;
  });

  it('stays when the process goes away in the middle', async () => {
    let isFirst = true;
    const tail = tailOf(
      streamOf((controller) => {
        if (isFirst) controller.enqueue('so far');
        else controller.error(new Error('gone'));
        isFirst = false;
      }),
    );
    await expect.poll(tail).toBe('so far');
  });
});
