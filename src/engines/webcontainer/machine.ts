import { atom, type ReadableAtom } from 'nanostores';
import type { Container } from './container.ts';
import { DEADLINES, type Deadlines, within } from './deadline.ts';
import { gate, surroundings } from './gates.ts';
import { type Reason, Unavailable } from './reasons.ts';

/** The one WebContainer of this page, which every sandbox and every terminal on it shares. */
export interface Machine {
  readonly state: ReadableAtom<MachineState>;
  /**
   * Boots it when nobody has. Rejects with `Unavailable`. `willing`: in spite of what this browser seems to be. Who has once
   * been willing is so for as long as the page is open.
   */
  open(willing?: boolean): Promise<Container>;
  /** A job could not be done there for this reason; another try may succeed. */
  giveUp(reason: Reason): void;
}

export type MachineState =
  | { readonly kind: 'cold' }
  | { readonly kind: 'booting'; readonly stage: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly reason: Reason };

export interface MachineOptions {
  readonly apiKey?: string | undefined;
  /** The site's owner does not want it. */
  readonly forbidden?: boolean;
  readonly deadlines?: Deadlines;
  /** Text of the grader for Node. */
  readonly grader: () => Promise<string>;
}

/** There can be only one for each page: the package boots only once. */
export function createMachine(options: MachineOptions): Machine {
  const { deadlines = DEADLINES } = options;
  const state = atom<MachineState>({ kind: 'cold' });
  let opened: Promise<Container> | undefined;
  /** It is of no use any more in this page. */
  let final: Reason | undefined;
  let isWilling = false;

  async function begin(): Promise<Container> {
    const closed = options.forbidden ? 'forbidden' : (final ?? gate(surroundings(), isWilling));
    if (closed) throw new Unavailable(closed);
    const stage = (words: string) => state.set({ kind: 'booting', stage: words });
    stage('Fetching what starts real Node');
    // Most pages never need it.
    const { openContainer } = await within(deadlines.boot, import('./open-container.ts'), 'not fetched').catch(() => {
      throw new Unavailable('not fetched');
    });
    const container = await openContainer({ stage, apiKey: options.apiKey, deadlines, grader: options.grader });
    void container.lost.then((reason) => {
      final = reason;
      state.set({ kind: 'unavailable', reason });
    });
    return container;
  }

  function open(willing = false): Promise<Container> {
    isWilling ||= willing;
    if (opened) {
      // Given up for a while, and tried again.
      if (state.get().kind === 'unavailable' && final === undefined) state.set({ kind: 'ready' });
      return opened;
    }
    const opening = begin();
    opened = opening;
    opening.then(
      (container) => {
        state.set({ kind: 'ready' });
        void container.lost.then(() => {
          opened = undefined;
        });
      },
      (error: unknown) => {
        opened = undefined;
        state.set({ kind: 'unavailable', reason: error instanceof Unavailable ? error.reason : 'boot rejected' });
      },
    );
    return opening;
  }

  return {
    state,
    open,
    giveUp(reason) {
      if (opened && final === undefined) state.set({ kind: 'unavailable', reason });
    },
  };
}
