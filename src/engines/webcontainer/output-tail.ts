/**
 * Reads a process's output for as long as it comes, so that it is not kept anywhere, and remembers its end for whoever has to
 * find out what went wrong.
 */
export function tailOf(output: ReadableStream<string>): () => string {
  let tail = '';
  void read();
  return () => tail;

  async function read(): Promise<void> {
    const reader = output.getReader();
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        tail = (tail + chunk.value).slice(-MOST_LETTERS);
      }
    } catch {
      // The process is gone, and what it said last is known.
    }
  }
}

const MOST_LETTERS = 4_000;
