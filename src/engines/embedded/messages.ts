/** Frame to page, once: its own page is there, and not what a browser shows in the place of a blocked one. */
export const HERE = 'the sandbox is here';

/** Page to frame, once, together with the port that everything else goes over. */
export interface FrameOpening {
  /** The whole grader, as one classic script. */
  readonly script: string;
}

export type FrameAsked =
  /** Comes with the port that the worker will speak on. */
  { readonly kind: 'spawn'; readonly worker: number } | { readonly kind: 'end'; readonly worker: number };

export type FrameSaid =
  | { readonly kind: 'ended'; readonly worker: number }
  /** The worker's script did not load, or threw where nobody caught it. */
  | { readonly kind: 'broke'; readonly worker: number; readonly because: string };
