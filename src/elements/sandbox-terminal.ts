import type { PageEngines } from '#stores/page-engines.ts';
import { preferences } from '#stores/preferences.ts';
import type { Terminal } from '#stores/terminal.ts';
import { build, button } from './build-element.ts';
import type { TerminalScreen } from './terminal-screen.ts';

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

  connect(actions: TerminalActions): void {
    this.#actions = actions;
    this.#showClosed();
  }

  disconnectedCallback(): void {
    this.#shell?.close();
    this.#screen?.dispose();
    this.#forget();
  }

  #showClosed(words?: string, ...more: readonly HTMLElement[]): void {
    const open = button('Open a terminal', 'btn is-quiet', () => void this.#open(false));
    this.#draw(
      words ?? 'Real Node in this page, with your files: fetched from stackblitz.com when you open it.',
      more.length > 0 ? more : [open],
    );
  }

  #draw(words: string, acts: readonly HTMLElement[], ...below: readonly HTMLElement[]): void {
    this.replaceChildren(
      build(
        'div',
        { class: 'terminal-head' },
        build('h3', { class: 'console-head' }, 'Terminal'),
        build('p', { class: 'meta' }, words),
        build('div', { class: 'acts' }, ...acts),
      ),
      ...below,
    );
  }

  async #open(willing: boolean): Promise<void> {
    const actions = this.#actions;
    if (!actions) return;
    const place = build('div', { class: 'terminal-screen', role: 'region', 'aria-label': 'Terminal' });
    this.#followBoot(actions, place);
    try {
      const { createTerminalScreen } = await import('./terminal-screen.ts');
      const screen = createTerminalScreen(place, preferences.values.get().screenReader);
      this.#screen = screen;
      const shell = await actions.open(screen.size, willing);
      this.#forget();
      this.#shell = shell;
      this.#draw(
        'Esc, then Tab leaves the terminal.',
        [button('Close the terminal', 'btn is-quiet', () => shell.close())],
        place,
      );
      screen.connect(shell);
      screen.focus();
      actions.say('The terminal is open.');
      await shell.ended;
      this.#end('The shell has ended. What you changed is in the editor.');
    } catch (error) {
      this.#refuse(actions, error);
    }
  }

  /** While it boots, its stage; the terminal's place is there already, so that nothing jumps. */
  #followBoot({ engines, say }: TerminalActions, place: HTMLElement): void {
    const draw = () => {
      const state = engines.node.get();
      const stage = state.kind === 'booting' ? state.stage : 'Fetching the terminal';
      this.#draw(`${stage}.`, [], place);
      say(`${stage}.`);
    };
    const forget = engines.node.listen(draw);
    this.#forget = () => {
      forget();
      this.#forget = () => {};
    };
    draw();
  }

  #refuse(actions: TerminalActions, error: unknown): void {
    this.#forget();
    this.#screen?.dispose();
    const state = actions.engines.node.get();
    const because =
      state.kind === 'unavailable'
        ? state.because
        : `The terminal could not be opened (${error instanceof Error ? error.message : error}). Try again; your code is safe.`;
    const again = button('Try again', 'btn is-quiet', () => void this.#open(false));
    const allTheSame = button('Try all the same', 'btn is-quiet', () => void this.#open(true));
    const acts =
      state.kind !== 'unavailable' || state.canBeRetried ? [again] : state.canBeOverridden ? [allTheSame] : [];
    this.#draw(because, acts);
    actions.say(because);
  }

  #end(words: string): void {
    const hadFocus = this.contains(document.activeElement);
    this.#screen?.dispose();
    this.#screen = undefined;
    this.#shell = undefined;
    this.#showClosed(words);
    if (hadFocus) this.querySelector('button')?.focus();
    this.#actions?.say(words);
  }
}

customElements.define('sandbox-terminal', SandboxTerminal);
