import type { Mark, Problem } from './code-editor.ts';

/** Marks and problems of the file on show as a list in words, each with a button that goes to its line. */
export function renderNotes(
  list: HTMLElement,
  marks: readonly Mark[],
  problems: readonly Problem[],
  goTo: (line: number, column: number) => void,
): void {
  list.replaceChildren(
    ...problems.map((problem) =>
      note(`Line ${problem.line}, column ${problem.column}`, problem.message, () => goTo(problem.line, problem.column)),
    ),
    ...marks.map((mark) => note(`Line ${mark.line}`, mark.label, () => goTo(mark.line, 1))),
  );
  list.hidden = list.childElementCount === 0;
}

function note(place: string, words: string, go: () => void): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = place;
  button.addEventListener('click', go);
  item.append(button, ` ${words}`);
  return item;
}
