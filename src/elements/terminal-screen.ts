import { FitAddon } from '@xterm/addon-fit';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { type ITheme, Terminal as Screen } from '@xterm/xterm';
import css from '@xterm/xterm/css/xterm.css?inline';
import { readTokens, watchTheme } from '#editor/page-tokens.ts';
import type { Size, Terminal } from '#stores/terminal.ts';
import { pourInto } from './pour-output.ts';

export interface TerminalScreen {
  readonly size: Size;
  /** Shows what the shell prints and hands it what is typed. */
  connect(terminal: Terminal): void;
  focus(): void;
  dispose(): void;
}

/** A screen in the page's own ink, as large as its place. */
export function createTerminalScreen(place: HTMLElement, forScreenReader: boolean): TerminalScreen {
  addStyles();
  const screen = new Screen({
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    fontSize: 13,
    lineHeight: 1.25,
    scrollback: 5_000,
    minimumContrastRatio: 4.5,
    screenReaderMode: forScreenReader,
    theme: themeOfPage(),
  });
  const fit = new FitAddon();
  screen.loadAddon(fit);
  screen.loadAddon(new WebLinksAddon((_, address) => void window.open(address, '_blank', 'noopener,noreferrer')));
  screen.open(place);
  fit.fit();
  letKeyboardOut(screen);
  let shell: Terminal | undefined;
  const leaving = new AbortController();
  const watched = new ResizeObserver(() => {
    fit.fit();
    shell?.resize({ cols: screen.cols, rows: screen.rows });
  });
  watched.observe(place);
  const forgetTheme = watchTheme(() => {
    screen.options.theme = themeOfPage();
  });
  screen.onData((data) => shell?.write(data));
  return {
    get size() {
      return { cols: screen.cols, rows: screen.rows };
    },
    connect(terminal) {
      shell = terminal;
      void pourInto(screen, terminal.output, leaving.signal, terminal.ended);
    },
    focus: () => screen.focus(),
    dispose() {
      leaving.abort();
      watched.disconnect();
      forgetTheme();
      screen.dispose();
    },
  };
}

/** Escape belongs to the shell, too; a Tab right after it goes to the page. What is marked is copied, not interrupted. */
function letKeyboardOut(screen: Screen): void {
  let isLeaving = false;
  screen.textarea?.addEventListener('blur', () => {
    isLeaving = false;
  });
  screen.textarea?.setAttribute('aria-label', 'Terminal input. Escape, then Tab leaves it.');
  screen.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && isLeaving) return false;
    if (event.key !== 'Shift') isLeaving = event.key === 'Escape';
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && event.key.toLowerCase() === 'c' && screen.hasSelection()) {
      // Once it is copied, the next one interrupts.
      setTimeout(() => screen.clearSelection());
      return false;
    }
    return !(isCommand && event.key.toLowerCase() === 'v');
  });
}

function themeOfPage(): ITheme {
  const { color, close } = readTokens();
  const of = (token: string) => `#${color(token)}`;
  const theme: ITheme = {
    background: of('--well'),
    foreground: of('--ink'),
    cursor: of('--ink'),
    cursorAccent: of('--well'),
    selectionBackground: of('--marker'),
    selectionForeground: of('--ink'),
    black: of('--ink'),
    brightBlack: of('--ink-3'),
    white: of('--ink-2'),
    brightWhite: of('--ink'),
    red: of('--fault'),
    brightRed: of('--fault'),
    green: of('--pen-stock'),
    brightGreen: of('--pen-stock'),
    yellow: of('--pen-list'),
    brightYellow: of('--pen-list'),
    blue: of('--pen-orders'),
    brightBlue: of('--pen-orders'),
    magenta: of('--pen-confirmation'),
    brightMagenta: of('--pen-confirmation'),
    cyan: of('--pen-analytics'),
    brightCyan: of('--pen-analytics'),
  };
  close();
  return theme;
}

let hasStyles = false;

/** With the script, when a terminal is opened: readers do not wait for it. */
function addStyles(): void {
  if (hasStyles) return;
  hasStyles = true;
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}
