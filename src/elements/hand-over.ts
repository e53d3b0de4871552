/** Hands the learner's work over as a file. Resolves with words about how that went; never rejects. */
export async function handOver(): Promise<string> {
  // Comes for whoever asks for it.
  const work = await import('./save-work.ts').catch(() => undefined);
  if (!work) return 'What saves it could not be fetched. Check the connection, then press again.';
  return `Saved as ${work.saveWork()}.`;
}
