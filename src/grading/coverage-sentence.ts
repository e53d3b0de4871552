import type { Coverage } from './ending.ts';
import type { ReaderWords } from './reader-words.ts';
import type { Grading } from './report.ts';
import { grouped, listed } from './words.ts';

/** Says what was played and, as plainly, what was not. */
export function coverageSentence(
  grading: Pick<Grading, 'covered' | 'depth' | 'ending' | 'results'>,
  words: ReaderWords,
): string {
  const { covered, depth, ending, results } = grading;
  const played = covered.filter((one) => one.played > 0);
  if (played.length === 0) return 'Nothing was played.';
  const isWhole = ending?.kind === 'done' || ending?.kind === 'error';
  return `Played ${listed(played.map(said))}. ${isWhole ? rest() : notReached(covered, depth, words)}`;

  function rest(): string {
    if (covered.some(({ sort, played: count }) => sort !== 'calm' && count > 0)) {
      return covered.some(({ outOf }) => outOf !== undefined)
        ? `${OF_A_SAMPLE} ${afterFaults(depth, words)}`
        : afterFaults(depth, words);
    }
    return results.some(({ outcome }) => outcome !== 'passed')
      ? 'Faults are played once a promise holds without them.'
      : 'Your program did nothing that a fault could strike.';
  }
}

const OF_A_SAMPLE = 'These are spread over all of them; to play all would take too long.';

function afterFaults(depth: Grading['depth'], { pairsPlayer }: ReaderWords): string {
  return depth === 'deep'
    ? 'More than two faults at once were played in the mixes only.'
    : `Not played: pairs of faults; ${pairsPlayer} them.`;
}

/** What is planned shows only on the way: faults once all was played calmly, pairs once every single fault was. */
function notReached(covered: readonly Coverage[], depth: Grading['depth'], words: ReaderWords): string {
  const missing = ORDER.flatMap((sort) => {
    if (sort === 'pairs' && depth === 'check') return [`pairs of faults; ${words.pairsPlayer} them`];
    const one = covered.find((each) => each.sort === sort);
    if (!one || one.planned === 0) return [NAMES[sort][1]];
    const left = thereAre(one) - one.played;
    return left > 0 ? [`${grouped(left)} ${nameOf(sort, left)}`] : [];
  });
  return missing.length > 0 ? `Not played: ${listed(missing)}.` : afterFaults(depth, words);
}

function said(one: Coverage): string {
  const { sort, played } = one;
  if (sort === 'calm') return played === 1 ? 'calm once' : `calm ${grouped(played)} times`;
  const there = thereAre(one);
  const whole = played === there;
  const all = sort === 'pairs' && whole ? 'all ' : '';
  return `${all}${grouped(played)}${whole ? '' : ` of ${grouped(there)}`} ${nameOf(sort, there)}`;
}

const thereAre = ({ planned, outOf = planned }: Coverage): number => outOf;

function nameOf(sort: Coverage['sort'], count: number): string {
  const [one, many] = NAMES[sort];
  return count === 1 ? one : many;
}

const ORDER: readonly Coverage['sort'][] = ['calm', 'single faults', 'mixes', 'pairs'];

const NAMES: Readonly<Record<Coverage['sort'], readonly [string, string]>> = {
  calm: ['calm play', 'calm plays'],
  'single faults': ['single fault', 'single faults'],
  mixes: ['mix', 'mixes'],
  pairs: ['pair of faults', 'pairs of faults'],
};
