import type { Demonstrations } from 'lab/authoring';

export default { stories: [], predictions: [], explorables: [], breakIts: [] } satisfies Demonstrations;
