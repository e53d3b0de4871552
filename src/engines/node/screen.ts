import process, { stdout } from 'node:process';
import { ansiInk, plainInk } from '#timeline/text-ink.ts';
import type { TextOptions } from '#timeline/text-room.ts';

/** Where the words go. `draw` replaces the line that was drawn last, where there is a terminal; elsewhere it says nothing. */
export interface Screen {
  readonly options: TextOptions;
  print(text: string): void;
  draw(line: string): void;
}

/**
 * The process's output. Colour follows NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), else whether it is a terminal;
 * `plain` asks for sentences without drawings.
 */
export function openScreen(plain: boolean, environment: NodeJS.ProcessEnv): Screen {
  const { NO_COLOR, FORCE_COLOR } = environment;
  const isColoured = FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && stdout.isTTY;
  // Whoever reads has had enough, such as `head`: that is no error.
  stdout.on('error', () => process.exit());
  let drawn = false;
  const clear = () => {
    if (drawn) stdout.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    options: { width: widthOf(environment), ink: isColoured && !plain ? ansiInk : plainInk, plain },
    print(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    draw(line) {
      if (!stdout.isTTY || plain) return;
      clear();
      stdout.write(line);
      drawn = true;
    },
  };
}

/** A file has no width: lines as they are read in a message or on a page. */
function widthOf({ COLUMNS }: NodeJS.ProcessEnv): number {
  return Math.min(stdout.columns || Number(COLUMNS) || 100, 140);
}
