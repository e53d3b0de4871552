import type { Trace } from 'lab/authoring';
import { pensOf } from '#timeline/pens.ts';
import { linesCounted, linesLeftOut, type PrintedLine, shownLines } from '#timeline/printed-lines.ts';
import { build } from './build-element.ts';

/** What the program printed in the play on show: time, process, text. Verdicts stand elsewhere. */
export class PlayConsole extends HTMLElement {
  /** Without a trace nothing has been played yet. `what` names the play: "the run"; `cut` lines of it are not in the trace. */
  show(trace: Trace | undefined, what: string, cut = 0): void {
    const { lines, all, leftOut } = shownLines(trace ?? [], cut);
    const words = trace === undefined ? 'nothing yet' : `${linesCounted(all)} from ${what}`;
    const pens = pensOf(trace?.flatMap((entry) => ('process' in entry ? [entry.process] : [])) ?? []);
    const rows = lines.map((line) => row(line, pens.get(line.process)));
    this.replaceChildren(
      build('h3', { class: 'console-head' }, 'Console ', build('span', {}, words)),
      build('ol', {}, ...rows),
      ...(leftOut > 0 ? [build('p', { class: 'meta' }, linesLeftOut(leftOut))] : []),
    );
    // It scrolls when it is long, and then the keyboard has to reach it.
    this.tabIndex = rows.length > 6 ? 0 : -1;
  }
}

function row({ at, process, level, text }: PrintedLine, pen: string | undefined): HTMLLIElement {
  return build(
    'li',
    { 'data-pen': pen },
    build('span', { class: 'console-time' }, `${Math.round(at)} ms`),
    build('span', { class: 'console-who' }, process),
    build('span', { class: 'console-text' }, level && build('span', { class: 'console-level' }, `${level} `), text),
  );
}

customElements.define('play-console', PlayConsole);
