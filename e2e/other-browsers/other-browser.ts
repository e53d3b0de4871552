/** What the smoke of the main paths asks of a browser, whoever drives it. */
export interface OtherBrowser {
  goto(address: string): Promise<void>;
  /** Runs a function that stands for itself in the page, with one argument, and resolves to what it returns. */
  evaluate<Arg, Result>(act: (arg: Arg) => Result, arg: Arg): Promise<Result>;
  /** Resolves when the function is true in the page. Rejects after some seconds, or after `patienceMs`. */
  until<Arg>(holds: (arg: Arg) => boolean, arg: Arg, patienceMs?: number): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Types where the focus is, as a keyboard does. */
  type(text: string): Promise<void>;
  /** What was thrown in a page and caught by nobody, as far as this browser tells. */
  readonly thrown: readonly string[];
  close(): Promise<void>;
}

export interface OtherEngine {
  readonly name: string;
  /** Why it cannot be driven on this machine, as a sentence, or undefined. */
  readonly missing: string | undefined;
  open(): Promise<OtherBrowser>;
}

export const PATIENCE_MS = 30_000;
