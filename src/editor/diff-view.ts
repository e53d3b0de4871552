import type { SourceFile } from '#exercise/exercise-data.ts';
import { compareFiles, type FileComparison, type Lines, linesOf, type Run } from './compare-files.ts';
import { type Explanation, leadingExplanation } from './leading-explanation.ts';
import { paintToken } from './paint-code.ts';
import { scan, type Token } from './scan.ts';

/**
 * The solution beside the learner's code, to look at: it changes neither. Wide, the two stand side by side; narrow, what
 * differs stands one below the other. `frame` makes what each file of the solution is shown in, below its name. The styles
 * are in `diff.css`.
 */
export function renderDiff(
  yours: readonly SourceFile[],
  ours: readonly SourceFile[],
  frame: (file: SourceFile) => HTMLElement = () => element('div', ''),
): HTMLElement {
  const view = element('div', 'diff');
  const textOf = (files: readonly SourceFile[], path: string) => files.find((each) => each.path === path)?.text ?? '';
  const explained = ours.map((file) => withoutExplanation(file, textOf(yours, file.path)));
  for (const file of compareFiles(yours, explained)) {
    const solution = explained.find(({ path }) => path === file.path);
    const sides = {
      yours: { lines: tokensOf(textOf(yours, file.path)), skipped: 0 },
      ours: { lines: tokensOf(solution?.text ?? ''), skipped: solution?.explanation?.lines ?? 0 },
    };
    const whole = ours.find(({ path }) => path === file.path);
    view.append(renderFile(file, sides, solution?.explanation, whole ? frame(whole) : element('div', '')));
  }
  return view;
}

/** An explanation is read before the code, as text: in half of the width its lines would break twice. */
function withoutExplanation(
  { path, text }: SourceFile,
  yours: string,
): SourceFile & { readonly explanation?: Explanation } {
  const explanation = leadingExplanation(text);
  if (!explanation) return { path, text };
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (yours.startsWith(lines.slice(0, explanation.lines).join('\n'))) return { path, text };
  return { path, text: lines.slice(explanation.lines).join('\n'), explanation };
}

function renderExplanation({ parts }: Explanation): HTMLElement {
  const shown = element('div', 'diff-explanation');
  for (const part of parts) {
    if (part.kind === 'paragraph') shown.append(withCode(element('p', ''), part.text));
    else {
      const steps = element('ol', '');
      steps.append(...part.items.map((item) => withCode(element('li', ''), item)));
      shown.append(steps);
    }
  }
  return shown;
}

/** Every second piece stands between backticks. */
function withCode(place: HTMLElement, text: string): HTMLElement {
  text.split('`').forEach((piece, i) => {
    if (i % 2 === 0) place.append(piece);
    else {
      const code = element('code', '');
      code.textContent = piece;
      place.append(code);
    }
  });
  return place;
}

/** `skipped`: lines of the file before the first one that is shown. */
type Side = { readonly lines: TokenLines; readonly skipped: number };
type Sides = { readonly yours: Side; readonly ours: Side };
type TokenLines = readonly (readonly Token[])[];

/** So many lines around a change are shown; the rest of a long run that is the same opens on demand. */
const contextLines = 3;

function renderFile(
  file: FileComparison,
  sides: Sides,
  explanation: Explanation | undefined,
  frame: HTMLElement,
): HTMLElement {
  const section = element('section', 'diff-file');
  const head = element('h4', 'diff-head');
  head.textContent = file.path;
  const said = element('span', 'diff-said');
  said.textContent = differenceOf(file);
  section.append(head, said);
  if (explanation) frame.append(renderExplanation(explanation));
  if (file.runs.some((run) => run.kind === 'change')) {
    const body = element('div', 'diff-body');
    body.append(
      heading('Your code'),
      heading('The solution'),
      ...file.runs.flatMap((run, index) => renderRun(run, sides, index > 0)),
    );
    frame.append(body);
  }
  if (frame.firstChild) section.append(frame);
  return section;
}

function differenceOf(file: FileComparison): string {
  if (file.in === 'ours') return 'This file is only in the solution.';
  if (file.in === 'yours') return 'This file is only in your code.';
  const changes = file.runs.filter((run) => run.kind === 'change').length;
  if (changes === 0) return 'The same in both.';
  return changes === 1 ? 'Differs in one place.' : `Differs in ${changes} places.`;
}

function heading(side: string): HTMLElement {
  const shown = element('div', 'diff-side');
  shown.ariaHidden = 'true';
  shown.textContent = side;
  return shown;
}

function renderRun(run: Run, sides: Sides, isAfterChange: boolean): readonly HTMLElement[] {
  if (run.kind === 'change') return [renderChange(run, sides)];
  const count = run.ours.count;
  const before = isAfterChange ? contextLines : 0;
  const folded = count - before - contextLines;
  if (folded < contextLines) return [renderSame(run, sides, 0, count)];
  const fold = element('details', 'diff-fold');
  const summary = element('summary', '');
  summary.textContent = `${folded} lines the same in both`;
  fold.append(summary, renderSame(run, sides, before, folded));
  return [
    ...(before > 0 ? [renderSame(run, sides, 0, before)] : []),
    fold,
    renderSame(run, sides, before + folded, contextLines),
  ];
}

function renderSame(run: Run, sides: Sides, skip: number, count: number): HTMLElement {
  const part = ({ first }: Lines): Lines => ({ first: first + skip, count });
  const pair = element('div', 'diff-run');
  const twin = block('diff-same is-twin', part(run.ours), sides.ours, ' ');
  // Side by side both stand there; read aloud, or one below the other, once is enough.
  twin.ariaHidden = 'true';
  pair.append(block('diff-same', part(run.yours), sides.yours, ' '), twin);
  return pair;
}

function renderChange(run: Run, sides: Sides): HTMLElement {
  const pair = element('div', 'diff-run is-change');
  pair.append(
    block('diff-yours', run.yours, sides.yours, '−', 'Only in your code'),
    block('diff-ours', run.ours, sides.ours, '+', 'Only in the solution'),
  );
  return pair;
}

function block(
  className: string,
  lines: Lines,
  { lines: all, skipped }: Side,
  sign: string,
  words?: string,
): HTMLElement {
  const side = element('div', `diff-block ${className}${lines.count === 0 ? ' is-empty' : ''}`);
  if (words && lines.count > 0) {
    const said = element('p', 'visually-hidden');
    said.textContent = `${words}, ${lines.count === 1 ? 'line' : `${lines.count} lines from line`} ${lines.first + skipped}:`;
    side.append(said);
  }
  for (let line = lines.first; line < lines.first + lines.count; line += 1) {
    const row = element('div', 'diff-line');
    const number = element('span', 'diff-number');
    number.ariaHidden = 'true';
    number.textContent = `${line + skipped} ${sign}`;
    const code = element('code', '');
    code.append(...(all[line - 1] ?? []).map(paintToken));
    row.append(number, code);
    side.append(row);
  }
  return side;
}

function tokensOf(text: string): TokenLines {
  return scan(linesOf(text).join('\n'));
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
