import type { PageEngines } from '#stores/page-engines.ts';
import { preferences } from '#stores/preferences.ts';
import type { Terminal } from '#stores/terminal.ts';
import { build, button } from './build-element.ts';
import type { TerminalScreen } from './terminal-screen.ts';
import { OPEN_TERMINAL, TERMINAL_CLOSED } from './terminal-words.ts';

export interface TerminalActions {
  readonly engines: PageEngines;
  /** Opens a shell in the exercise's project. Rejects with a sentence. */
  open(size: { readonly cols: number; readonly rows: number }, willing: boolean): Promise<Terminal>;
  say(words: string): void;
}

/** A terminal beside the code: nothing of it is fetched before it is opened, and it says why when it cannot be. */
export class SandboxTerminal extends HTMLElement {
  #actions: TerminalActions | undefined;
  #screen: TerminalScreen | undefined;
  #shell: Terminal | undefined;
  #forget = () => {};
  /** Of several openings only the newest counts. */
  #opening = 0;

  connect(actions: TerminalActions): void {
    this.#actions = actions;
    this.#draw(TERMINAL_CLOSED, [this.#opener(OPEN_TERMINAL, false)]);
  }

  disconnectedCallback(): void {
    this.#leave();
    this.#shell?.close();
  }

  /** A button that had the focus hands it to its successor. `told`: what the learner has to know, in a line of its own. */
  #draw(words: string, acts: readonly HTMLElement[], below?: HTMLElement, told?: string): void {
    const hadFocus = this.querySelector('.terminal-head')?.contains(document.activeElement) === true;
    const head = build(
      'div',
      { class: 'terminal-head' },
      build('h3', { class: 'console-head' }, 'Terminal'),
      build('p', { class: 'meta' }, words),
      build('div', { class: 'acts' }, ...acts),
      told === undefined ? undefined : build('p', { class: 'terminal-told' }, told),
    );
    // The screen stays where it is: moved, it would lose its focus.
    if (below && below.parentElement === this) this.querySelector('.terminal-head')?.replaceWith(head);
    else this.replaceChildren(head, ...(below ? [below] : []));
    if (hadFocus) head.querySelector('button')?.focus();
  }

  #opener(words: string, willing: boolean): HTMLButtonElement {
    return button(words, 'btn is-quiet', () => void this.#open(willing));
  }

  async #open(willing: boolean): Promise<void> {
    const actions = this.#actions;
    if (!actions) return;
    const place = build('div', { class: 'terminal-screen', role: 'region', 'aria-label': 'Terminal' });
    const cancel = button('Cancel', 'btn is-quiet', () => {
      this.#leave();
      this.#draw(TERMINAL_CLOSED, [this.#opener(OPEN_TERMINAL, false)]);
    });
    this.#leave();
    const mine = this.#opening;
    this.#followBoot(actions, place, cancel);
    try {
      const { createTerminalScreen } = await fetchScreen();
      if (mine !== this.#opening) return;
      const screen = createTerminalScreen(place, preferences.values.get().screenReader);
      this.#screen = screen;
      const shell = await actions.open(screen.size, willing);
      if (mine === this.#opening) await this.#show(actions, screen, shell, place);
      else shell.close();
    } catch (error) {
      if (mine === this.#opening) this.#refuse(actions, error, willing);
    }
  }

  /** Until the shell has ended. */
  async #show({ say }: TerminalActions, screen: TerminalScreen, shell: Terminal, place: HTMLElement): Promise<void> {
    this.#forget();
    this.#shell = shell;
    const close = button('Close the terminal', 'btn is-quiet', () => shell.close());
    // Whoever types elsewhere meanwhile goes on there.
    const wantsIt = document.activeElement === document.body || this.contains(document.activeElement);
    const draw = (told: string | undefined) => this.#draw(WAY_OUT, [close], place, told);
    this.#forget = shell.told.listen((told) => {
      draw(told);
      if (told) say(told);
    });
    draw(shell.told.get());
    screen.connect(shell);
    if (wantsIt) {
      screen.focus();
      // What is below the window's edge is not drawn, and focus alone does not scroll to it.
      place.scrollIntoView({ block: 'nearest' });
    }
    say(['The terminal is open.', shell.told.get() ?? ''].join(' ').trim());
    const words = await shell.ended;
    const hadFocus = this.contains(document.activeElement);
    this.#shell = undefined;
    this.#leave();
    this.#draw(words, [this.#opener(OPEN_TERMINAL, false)]);
    if (hadFocus) this.querySelector('button')?.focus();
    say(words);
  }

  /** While it boots, its stage; the terminal's place is there already, so that nothing jumps. */
  #followBoot({ engines, say }: TerminalActions, place: HTMLElement, cancel: HTMLElement): void {
    const draw = () => {
      const state = engines.node.get();
      const stage = state.kind === 'booting' ? state.stage : 'Opening the terminal';
      this.#draw(`${stage}.`, [cancel], place);
      say(`${stage}.`);
    };
    this.#forget = engines.node.listen(draw);
    draw();
  }

  #refuse(actions: TerminalActions, error: unknown, willing: boolean): void {
    this.#leave();
    const state = actions.engines.node.get();
    const because =
      state.kind === 'unavailable'
        ? state.because
        : `The terminal could not be opened: ${error instanceof Error ? error.message : String(error)}`;
    const again = this.#opener('Try again', willing);
    const allTheSame = this.#opener('Try all the same', true);
    const acts =
      state.kind !== 'unavailable' || state.canBeRetried ? [again] : state.canBeOverridden ? [allTheSame] : [];
    this.#draw(because, acts);
    actions.say(because);
  }

  /** Whatever is on its way is for nobody any more. */
  #leave(): void {
    this.#opening++;
    this.#forget();
    this.#forget = () => {};
    this.#screen?.dispose();
    this.#screen = undefined;
  }
}

function fetchScreen() {
  return import('./terminal-screen.ts').catch((): never => {
    throw new Error(
      'what draws it could not be fetched. Check the connection and try again; the code runs here all the same.',
    );
  });
}

const WAY_OUT = 'Esc, then Tab leaves the terminal.';

customElements.define('sandbox-terminal', SandboxTerminal);
