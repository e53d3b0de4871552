/** "1 schedule", "3,995 schedules". The same in every locale: the course is written in English. */
export function amount(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Real time as it is read: "143 ms", "2.4 s", "1 min 5 s". */
export function duration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "about 12 s left"; nothing while too little was played to say. */
export function timeLeft(played: number, planned: number, elapsedMs: number): string | undefined {
  if (elapsedMs < 300 || played === 0 || planned <= played) return undefined;
  const seconds = Math.ceil(((elapsedMs / played) * (planned - played)) / 1000);
  if (seconds <= 1) return 'almost done';
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
}

/** "a", "a and b", "a, b and c" */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Somebody else’s text inside a sentence, no longer than a sentence bears. */
export function shortenedText(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
