import { type Check, passed } from 'lab/authoring';
import { brokenAndMended } from '../scenarios.ts';
import { missing } from './missing.ts';
import { nothingCounted } from './nothing-counted.ts';

export const mendedCounts: Check = {
  id: 'mended-counts',
  title: 'Mended and told again under the same id, it is counted, and what waited behind it too',
  scenario: brokenAndMended,
  scope: [],
  verdict: (trace) => nothingCounted(trace) ?? missing(trace) ?? passed(),
};
