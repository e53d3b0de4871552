import { type Check, passed } from 'lab/authoring';
import { threeFactsAndAReview } from '../scenarios.ts';
import { crashes, failingCommits } from '../weather.ts';
import { missing } from './missing.ts';
import { inventedVersion } from './not-told.ts';
import { nothingCounted } from './nothing-counted.ts';

export const nothingLost: Check = {
  id: 'nothing-lost',
  title: 'Whatever is told is counted in the end, wherever a process dies or a commit fails',
  scenario: threeFactsAndAReview,
  scope: [crashes, failingCommits],
  verdict: (trace) => nothingCounted(trace) ?? inventedVersion(trace) ?? missing(trace) ?? passed(),
};
