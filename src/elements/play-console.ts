import type { Entry, Trace } from 'lab/authoring';
import { pensOf } from '#timeline/pens.ts';
import { build } from './build-element.ts';

/** What the program printed in the play on show: time, process, text. Verdicts stand elsewhere. */
export class PlayConsole extends HTMLElement {
  /** Without a trace nothing has been played yet. `what` names the play: "the run". */
  show(trace: Trace | undefined, what: string): void {
    const logged = trace?.filter((entry) => entry.kind === 'logged') ?? [];
    const words = trace === undefined ? 'nothing yet' : `${counted(logged.length)} from ${what}`;
    const pens = pensOf(trace?.flatMap((entry) => ('process' in entry ? [entry.process] : [])) ?? []);
    const rows = logged.slice(0, mostLines).map((entry) => row(entry, pens.get(entry.process)));
    const more = logged.length - rows.length;
    this.replaceChildren(
      build('h3', { class: 'console-head' }, 'Console', build('span', {}, words)),
      build('ol', {}, ...rows),
      ...(more > 0 ? [build('p', { class: 'meta' }, `${more} more lines are not shown.`)] : []),
    );
    // It scrolls when it is long, and then the keyboard has to reach it.
    this.tabIndex = rows.length > 6 ? 0 : -1;
  }
}

const mostLines = 200;

function row(entry: Entry & { kind: 'logged' }, pen: string | undefined): HTMLLIElement {
  const level = entry.level === 'warn' || entry.level === 'error' ? `${entry.level} ` : undefined;
  return build(
    'li',
    { 'data-pen': pen },
    build('span', { class: 'console-time' }, `${Math.round(entry.at)} ms`),
    build('span', { class: 'console-who' }, entry.process),
    build('span', { class: 'console-text' }, level && build('span', { class: 'console-level' }, level), entry.text),
  );
}

function counted(lines: number): string {
  if (lines === 0) return 'no lines';
  return lines === 1 ? '1 line' : `${lines} lines`;
}

customElements.define('play-console', PlayConsole);
