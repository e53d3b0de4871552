/** Whether an address exists, according to the service outside. Rejects when it does not say so in time. */
export async function exists(address: string, deadlineMs: number): Promise<boolean> {
  const signal = AbortSignal.timeout(deadlineMs);
  const answer = await fetch('http://addresses/checks', { method: 'POST', body: JSON.stringify({ address }), signal });
  return ((await answer.json()) as { exists: boolean }).exists;
}
