import type { Report } from '#grading/report.ts';
import { isBroken, type Row } from '#grading/row.ts';
import { checkRow, type RowActions } from './check-row.ts';
import { findPart } from './find-part.ts';
import { verdict } from './verdict.ts';

export interface CheckPanelActions {
  see(check: string, schedule: string): void;
  /** Opens a file at a line of the learner's code. */
  goTo(path: string, line: number): void;
  readonly help: RowActions['help'];
}

/** All checks, in their order, each with how it came out; the first that broke is open, or else what there is to remark. */
export class CheckPanel extends HTMLElement {
  #actions: CheckPanelActions | undefined;
  #drawn = new Map<string, string>();

  connect(actions: CheckPanelActions): void {
    this.#actions = actions;
  }

  /** Draws anew only the rows that changed, so that one that somebody opened stays open while other results come. */
  show(report: Report, notes: readonly Node[]): void {
    const actions = this.#actions;
    if (!actions) return;
    findPart(this, '.verdict', HTMLElement).replaceChildren(...verdict(report, actions.goTo), ...notes);
    const first = report.rows.find(isBroken);
    for (const row of report.rows) this.#draw(row, first ? row === first : row.remarks.length > 0, actions);
  }

  #draw(row: Row, open: boolean, actions: CheckPanelActions): void {
    const content = JSON.stringify([row, row.story ? actions.help.words() : '']);
    if (this.#drawn.get(row.check) === content) return;
    this.#drawn.set(row.check, content);
    const old = findPart(this, `[data-check="${CSS.escape(row.check)}"]`, HTMLElement);
    const hadFocus = old.contains(document.activeElement);
    const drawn = checkRow(row, open, { see: (schedule) => actions.see(row.check, schedule), help: actions.help });
    old.replaceWith(drawn);
    if (hadFocus) drawn.querySelector('summary')?.focus();
  }
}

customElements.define('check-panel', CheckPanel);
