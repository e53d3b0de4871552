import type { Report } from '#grading/report.ts';
import { MOST_PROBLEMS, type Trouble, troubleName } from '#grading/trouble.ts';
import { build, button } from './build-element.ts';
import { outcomeIcon } from './icons.ts';

type GoTo = (path: string, line: number) => void;

/** The line above the checks: how many hold, what it cost to find out, and what was played and what was not. */
export function verdict(report: Report, goTo: GoTo): readonly Node[] {
  const line = [build('strong', {}, report.headline), build('span', { class: 'meta' }, report.meta)];
  switch (report.kind) {
    case 'not checked':
      return line;
    case 'checking':
      return [...line, progressBar(report.played, report.planned)];
    case 'checked':
      return [
        ...(report.trouble ? troubleLines(report.trouble, report.headline, report.meta, goTo) : line),
        ...(report.trouble?.outcome === 'did not compile' ? [] : [build('p', { class: 'meta' }, report.coverage)]),
      ];
  }
}

/** What stands in the way of judging: its own word and icon, what happened, and where. */
export function troubleLines(trouble: Trouble, headline: string, meta: string, goTo: GoTo): readonly Node[] {
  const { outcome, because, place, problems } = trouble;
  return [
    build('strong', { class: 'trouble' }, outcomeIcon(outcome), troubleName(trouble, headline)),
    build('span', { class: 'meta' }, meta),
    ...(because === '' ? [] : [build('p', { class: 'verdict-story' }, because)]),
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(problem.message, problem, goTo)),
    ...(problems.length > MOST_PROBLEMS ? [moreProblems(problems.length - MOST_PROBLEMS)] : []),
    ...(place && problems.length === 0 ? [build('p', {}, placeButton(place, goTo))] : []),
  ];
}

function problemLine(message: string, place: PlaceLine, goTo: GoTo): HTMLElement {
  return build('p', {}, placeButton(place, goTo), ' ', build('span', { class: 'problem' }, message));
}

type PlaceLine = { readonly path: string; readonly line: number; readonly column: number };

function placeButton({ path, line, column }: PlaceLine, goTo: GoTo): HTMLElement {
  return button(`${path}, line ${line}, column ${column}`, 'text-button', () => goTo(path, line));
}

function moreProblems(count: number): HTMLElement {
  return build('p', { class: 'meta' }, `${count} more, shown in the files.`);
}

function progressBar(played: number, planned: number): HTMLElement {
  const part = planned > 0 ? Math.min(1, played / planned) : 0;
  const ink = build('span');
  ink.style.transform = `scaleX(${part.toFixed(3)})`;
  const value =
    planned > 0 ? { 'aria-valuenow': Math.round(part * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 } : {};
  return build('div', { class: 'progress-line', role: 'progressbar', 'aria-label': 'Schedules played', ...value }, ink);
}
