/** The part of a screen that is written to. */
export interface Writable {
  write(text: string, written: () => void): void;
}

/**
 * Writes what comes, each piece once the one before is on the screen. Of what comes faster than it can be shown the oldest is
 * left out, with a word about it: a program that prints without end fills neither the page's memory nor its time.
 *
 * `left`: the screen is gone, and what still comes is read and thrown away, because a process whose reader leaves it while it
 * lives fails at its next word. `over`: it lives no longer, and nobody reads on.
 */
export async function pourInto(
  screen: Writable,
  output: ReadableStream<string>,
  left: AbortSignal,
  over: Promise<unknown>,
): Promise<void> {
  const reader = output.getReader();
  void over.then(() => reader.cancel()).catch(() => {});
  let waiting: string[] = [];
  let letters = 0;
  let skipped = 0;
  let isWriting = false;

  function put(text: string): void {
    if (left.aborted) return;
    waiting.push(text);
    letters += text.length;
    while (letters > MOST_WAITING && waiting.length > 1) {
      const oldest = waiting.shift()!;
      letters -= oldest.length;
      skipped += oldest.length;
    }
    if (!isWriting) writeNext();
  }

  function writeNext(): void {
    if (left.aborted) return;
    const said = skipped > 0 ? `\u001b[0m\r\n[${skipped} characters came faster than they can be shown]\r\n` : '';
    const text = said + waiting.join('');
    waiting = [];
    letters = 0;
    skipped = 0;
    isWriting = text !== '';
    if (isWriting) screen.write(text, writeNext);
  }

  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) put(piece.value);
  } catch {
    // The shell is gone; whoever opened it says so.
  }
}

const MOST_WAITING = 500_000;
