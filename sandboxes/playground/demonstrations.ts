import type { Demonstrations } from 'lab/authoring';
import { conditions } from './demonstrations/conditions.ts';

export default { stories: [], predictions: [], explorables: [conditions], breakIts: [] } satisfies Demonstrations;
