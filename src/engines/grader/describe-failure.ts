/** Words for anything that was thrown, whatever its `toString` does. */
export function describeFailure(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return 'something that cannot be shown was thrown';
  }
}
