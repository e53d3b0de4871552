/** Why there is no WebContainer. Each is one sentence for the learner that ends with what still works. */
export type Reason =
  | 'forbidden'
  | 'insecure'
  | 'not isolated'
  | 'unsupported browser'
  | 'phone'
  | 'not fetched'
  | 'blocked by policy'
  | 'unreachable'
  | 'boot timed out'
  | 'boot rejected'
  | 'crashed'
  | 'wedged'
  | 'not begun'
  | 'storage full';

/** The learner may try all the same. */
export const CAN_BE_OVERRIDDEN: ReadonlySet<Reason> = new Set(['unsupported browser', 'phone']);
/** Another try in this page can succeed. */
export const CAN_BE_RETRIED: ReadonlySet<Reason> = new Set([
  'not fetched',
  'blocked by policy',
  'unreachable',
  'boot timed out',
  'boot rejected',
  'not begun',
  'storage full',
]);

/** `hasBuiltIn`: this site has the built-in runner, too. */
export function sentenceOf(reason: Reason, hasBuiltIn: boolean): string {
  const stillWorks = hasBuiltIn
    ? 'the built-in runner still runs and checks your code.'
    : 'reading, editing and saving still work.';
  return `${SENTENCES[reason]}; ${stillWorks}`;
}

const SENTENCES: Readonly<Record<Reason, string>> = {
  forbidden: 'Whoever runs this site has switched real Node off',
  insecure: 'Real Node needs a page that came over HTTPS',
  'not isolated':
    'Real Node needs two headers that this page came without (where a site adds them by itself, reloading the page once helps)',
  'unsupported browser': 'This browser may not be able to run real Node: Chrome and Edge can',
  phone: 'Real Node needs more memory than most phones give a page',
  'not fetched': 'A part of this site that starts real Node could not be fetched (check the connection and try again)',
  'blocked by policy':
    'A policy of this site or of this browser keeps stackblitz.com, where real Node comes from, out of the page',
  unreachable: 'Real Node comes from stackblitz.com, which cannot be reached from here',
  'boot timed out':
    'Real Node did not start in time: stackblitz.com is slow, or something between here and there swallows it',
  'boot rejected': 'Real Node refused to start in this browser',
  crashed: 'Real Node has gone away in the middle of its work (reload the page to start it anew)',
  wedged: 'A program in real Node cannot be ended (reload the page to start it anew)',
  'not begun': 'A process of real Node did not begin its work in time (try again, or reload the page)',
  'storage full':
    'Real Node has no room left for files (remove some in the terminal and try again, or reload the page)',
};

/** What a call into the container rejects with when there is a reason for it. */
export class Unavailable extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(sentenceOf(reason, true));
    this.name = 'Unavailable';
    this.reason = reason;
  }
}
