/** How a check or a job came out; each has its own word and its own icon, and only two of them are red. */
export type Outcome =
  | 'passed'
  | 'failed'
  | 'error'
  | 'did not compile'
  | 'timed out'
  | 'out of memory'
  | 'stopped'
  | 'engine failed'
  | 'waiting';

export interface OutcomeIcon {
  /** Data of a path on a field of 18 by 18. */
  readonly d: string;
  /** A disc of ink behind the path. */
  readonly disc?: boolean;
  readonly red?: boolean;
  readonly dashed?: boolean;
}

const ring = 'M1.5 9a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0Z';

export const outcomeIcons: Readonly<Record<Outcome, OutcomeIcon>> = {
  passed: { d: 'M5 9.2l2.8 2.8L13 6.4', disc: true },
  failed: { d: 'M3.5 3.5l11 11M3.5 14.5l11-11', red: true },
  error: { d: 'M9 1.8L16.8 15.8H1.2ZM9 7v4M9 12.6v1.4', red: true },
  'did not compile': { d: 'M6 4L1.5 9L6 14M12 4L16.5 9L12 14M10.4 3.5L7.6 14.5' },
  'timed out': { d: `${ring}M9 4.8V9l3 2.4` },
  'out of memory': { d: 'M2 4h14v10H2ZM5.5 6.5v5M9 6.5v5M12.5 6.5v5' },
  stopped: { d: 'M3.5 3.5h11v11h-11Z' },
  'engine failed': { d: 'M1.5 9h5M11.5 9h5M7 4.5L9 9L6.5 10.5L9.5 14.5' },
  waiting: { d: ring, dashed: true },
};
