import type { CodeEditor, CreateEditor, EditorFile, EditorOptions, Mark, Problem } from './code-editor.ts';
import { renderNotes } from './plain-notes.ts';
import { indentLines, insertText, lineStart, newLine } from './plain-typing.ts';
import { shortcutOf } from './shortcuts.ts';

/** A textarea for each file: for touch, for screen readers that want the browser's own, and where Monaco cannot load. */
export const createPlainEditor: CreateEditor = async (host, options) => new PlainEditor(host, options);

class PlainEditor implements CodeEditor {
  readonly kind = 'plain';
  readonly #options: EditorOptions;
  readonly #root = element('div', 'plain-editor');
  readonly #gutter = element('div', 'plain-gutter');
  readonly #under = element('div', 'plain-under');
  readonly #code = element('div', 'plain-code');
  readonly #notes = element('ul', 'plain-notes');
  readonly #areas = new Map<string, HTMLTextAreaElement>();
  #shown: string | undefined;
  #marks: readonly Mark[] = [];
  #problems: readonly Problem[] = [];

  constructor(host: HTMLElement, options: EditorOptions) {
    this.#options = options;
    for (const decoration of [this.#gutter, this.#under]) decoration.ariaHidden = 'true';
    this.#code.append(this.#gutter, this.#under);
    this.#root.append(this.#code, this.#notes);
    host.append(this.#root);
  }

  setFiles(files: readonly EditorFile[]): void {
    for (const [path, area] of this.#areas) {
      if (files.some((file) => file.path === path)) continue;
      area.remove();
      this.#areas.delete(path);
    }
    for (const file of files) this.#setFile(file);
    const shown = files.find((file) => file.path === this.#shown) ?? files[0];
    if (shown) this.show(shown.path);
  }

  show(path: string, line?: number): void {
    const area = this.#areas.get(path);
    if (!area) return;
    this.#shown = path;
    for (const [other, each] of this.#areas) each.hidden = other !== path;
    this.#redraw();
    if (line !== undefined) {
      const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = (line - 1) * lineHeight - area.clientHeight / 3;
    }
    this.#scroll();
  }

  focus(): void {
    this.#area()?.focus({ preventScroll: true });
  }

  setScreenReader(): void {}

  setMarks(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#redraw();
  }

  setProblems(problems: readonly Problem[]): void {
    this.#problems = problems;
    this.#redraw();
  }

  dispose(): void {
    this.#root.remove();
    this.#areas.clear();
  }

  #setFile(file: EditorFile): void {
    const area = this.#areas.get(file.path) ?? this.#addArea(file.path);
    area.readOnly = file.readOnly;
    area.ariaLabel = `${this.#options.label}, ${file.path}${file.readOnly ? ', read only' : ''}`;
    // Setting the same text again would move the cursor and empty the undo history.
    if (area.value !== file.text) area.value = file.text;
  }

  #addArea(path: string): HTMLTextAreaElement {
    const area = element('textarea', 'plain-area');
    Object.assign(area, { wrap: 'off', spellcheck: false, autocapitalize: 'off', autocomplete: 'off', hidden: true });
    area.setAttribute('autocorrect', 'off');
    area.addEventListener('input', () => {
      this.#options.onChange(path, area.value);
      this.#redraw();
    });
    area.addEventListener('scroll', () => this.#scroll());
    hearKeys(area, this.#options);
    this.#areas.set(path, area);
    this.#code.append(area);
    return area;
  }

  #area(): HTMLTextAreaElement | undefined {
    return this.#shown === undefined ? undefined : this.#areas.get(this.#shown);
  }

  #redraw(): void {
    const area = this.#area();
    if (!area) return;
    const here = <Place extends { readonly path: string }>(place: Place) => place.path === this.#shown;
    const marks = this.#marks.filter(here);
    const problems = this.#problems.filter(here);
    const lines = area.value.split('\n');
    const on = (line: number) => marks.filter((mark) => mark.line === line);
    const isStruck = (line: number) => problems.some((problem) => problem.line === line);
    this.#gutter.replaceChildren(
      column(lines.map((_, at) => numberOf(at + 1, on(at + 1).length > 0, isStruck(at + 1)))),
    );
    this.#under.replaceChildren(column(lines.map((text, at) => underline(text, on(at + 1)))));
    renderNotes(this.#notes, marks, problems, (line, columnFrom) => this.#goTo(line, columnFrom));
    this.#scroll();
  }

  #goTo(line: number, columnFrom: number): void {
    const area = this.#area();
    if (!area) return;
    this.show(this.#shown ?? '', line);
    area.focus({ preventScroll: true });
    const at = lineStart(area.value, line) + columnFrom - 1;
    area.setSelectionRange(at, at);
  }

  #scroll(): void {
    const { scrollTop, scrollLeft } = this.#area() ?? { scrollTop: 0, scrollLeft: 0 };
    move(this.#gutter, 0, scrollTop);
    move(this.#under, scrollLeft, scrollTop);
  }
}

/** Tab writes two spaces; after Esc it leaves, as it does in a file that may only be read. */
function hearKeys(area: HTMLTextAreaElement, options: EditorOptions): void {
  const act = { check: options.onCheck, run: options.onRun, save: options.onSave };
  let leaving = false;
  area.addEventListener('blur', () => {
    leaving = false;
  });
  area.addEventListener('keydown', (event) => {
    const shortcut = shortcutOf(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (shortcut) act[shortcut]();
    else if (area.readOnly || !plain || event.shiftKey) return;
    else if (event.key === 'Tab' && !leaving) indentOrInsert(area);
    else if (event.key === 'Enter') newLine(area);
    else {
      leaving = event.key === 'Escape' || (leaving && event.key === 'Tab');
      return;
    }
    event.preventDefault();
    // The sandbox around the editor answers the same keys.
    event.stopPropagation();
  });
}

function indentOrInsert(area: HTMLTextAreaElement): void {
  if (area.value.slice(area.selectionStart, area.selectionEnd).includes('\n')) indentLines(area);
  else insertText(area, '  ');
}

function numberOf(line: number, isHit: boolean, isStruck: boolean): HTMLElement {
  const number = element('div', 'plain-number');
  number.classList.toggle('is-hit', isHit);
  number.classList.toggle('is-struck', isStruck);
  number.textContent = String(line);
  return number;
}

/** The marker lies under the text. The text is here once more, unseen, so that what is said stands after its end. */
function underline(text: string, marks: readonly Mark[]): HTMLElement {
  const line = element('div', marks.length > 0 ? 'plain-line is-hit' : 'plain-line');
  const width = element('span', 'plain-width');
  width.textContent = text;
  line.append(width);
  for (const mark of marks) {
    const why = element('span', `why is-${mark.kind}`);
    why.textContent = mark.label;
    line.append(why);
  }
  return line;
}

function column(children: readonly HTMLElement[]): HTMLElement {
  const all = element('div', 'plain-column');
  all.append(...children);
  return all;
}

function move(holder: HTMLElement, left: number, top: number): void {
  const moved = holder.firstElementChild;
  if (moved instanceof HTMLElement) moved.style.transform = `translate(${-left}px, ${-top}px)`;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { className });
}
