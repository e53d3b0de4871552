import type { Coverage } from './ending.ts';
import { grouped, listed } from './words.ts';

/** Says what was played and, as plainly, what was not. */
export function coverageSentence(covered: readonly Coverage[], depth: 'check' | 'deep'): string {
  const played = covered.filter((one) => one.played > 0);
  if (played.length === 0) return 'Nothing was played.';
  const missing = covered.filter((one) => one.played < one.planned);
  const notPlayed = missing.map(
    ({ sort, played: done, planned }) => `${grouped(planned - done)} ${nameOf(sort, planned - done)}`,
  );
  if (depth === 'check') notPlayed.push('pairs of faults; Check deeply plays them');
  const isWhole = missing.length === 0;
  const calmOnly = isWhole && !covered.some(({ sort }) => sort !== 'calm');
  if (calmOnly) return `Played ${listed(played.map(said))}. Your program did nothing that a fault could strike.`;
  // Stopped before it knew how many pairs there are.
  const pairsUnknown =
    depth === 'deep' && missing.length > 0 && !covered.some(({ sort, planned }) => sort === 'pairs' && planned > 0);
  if (pairsUnknown) notPlayed.push('pairs of faults');
  const rest =
    notPlayed.length > 0
      ? ` Not played: ${listed(notPlayed)}.`
      : ' More than two faults at once were played in the mixes only.';
  return `Played ${listed(played.map(said))}.${rest}`;
}

function said({ sort, played, planned }: Coverage): string {
  if (sort === 'calm') return 'calm';
  const whole = played === planned;
  const all = sort === 'pairs' && whole ? 'all ' : '';
  return `${all}${grouped(played)}${whole ? '' : ` of ${grouped(planned)}`} ${nameOf(sort, whole ? played : planned)}`;
}

function nameOf(sort: Coverage['sort'], count: number): string {
  const [one, many] = NAMES[sort];
  return count === 1 ? one : many;
}

const NAMES: Readonly<Record<Coverage['sort'], readonly [string, string]>> = {
  calm: ['calm play', 'calm plays'],
  'single faults': ['single fault', 'single faults'],
  mixes: ['mix', 'mixes'],
  pairs: ['pair of faults', 'pairs of faults'],
};
