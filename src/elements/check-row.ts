import { isBroken, type Row, wordOf } from '#grading/row.ts';
import { type ScheduleWords, withBadge } from '#grading/schedule-words.ts';
import { build, button } from './build-element.ts';
import { outcomeIcon } from './icons.ts';

export interface RowActions {
  /** Plays a schedule of this check once more and shows it. */
  see(schedule: string): void;
  /** The next hint, in words, and how to open it. */
  readonly help: { words(): string; open(): void };
}

/** What one check says: a line, and below it the story behind it. */
export function checkRow(row: Row, open: boolean, actions: RowActions): HTMLElement {
  const line = [
    outcomeIcon(row.outcome),
    build('span', { class: 'check-title' }, row.title),
    build('span', { class: 'check-word' }, wordOf(row)),
  ];
  const body = [...(row.story ? [failure(row, actions)] : []), ...remarks(row, actions)];
  const inside =
    body.length === 0
      ? build('div', { class: 'check-line' }, ...line)
      : build(
          'details',
          { open },
          build('summary', { class: 'check-line check-summary' }, ...line),
          build('div', { class: 'check-body' }, ...body),
        );
  return build('li', { class: `check${isBroken(row) ? ' is-red' : ''}`, 'data-check': row.check }, inside);
}

function failure({ story = [], schedule, place }: Row, actions: RowActions): HTMLElement {
  const words = story.map(({ kind, text }) => (kind === 'marked' ? build('mark', {}, text) : text));
  const at = place && build('span', { class: 'meta' }, `${place.path}, line ${place.line}`);
  const help = actions.help.words();
  return build(
    'div',
    {},
    build('p', { class: 'check-story' }, ...words),
    build(
      'div',
      { class: 'check-acts' },
      schedule && see(schedule, actions),
      help === '' ? undefined : button(help, 'text-button', () => actions.help.open()),
      schedule && facts(schedule.weather, schedule),
      at,
    ),
  );
}

function remarks(row: Row, actions: RowActions): readonly HTMLElement[] {
  return row.remarks.map(({ text, often, schedule }) =>
    build(
      'div',
      { class: 'remark' },
      build('p', {}, text),
      build('div', { class: 'check-acts' }, see(schedule, actions), facts(often, schedule)),
    ),
  );
}

function see(schedule: ScheduleWords, actions: RowActions): HTMLElement {
  return button('See it on the timeline', 'text-button', () => actions.see(schedule.text));
}

function facts(words: string, schedule: ScheduleWords): HTMLElement {
  return build('span', { class: 'meta', title: schedule.text }, withBadge(words, schedule));
}
