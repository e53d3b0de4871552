import { type editor, KeyCode } from 'monaco-editor/editor';

/** Esc, then Tab (or Shift Tab) leaves the editor. An Esc that closes something, such as the suggestions, is spent on that. */
export function leaveByEscape(code: editor.IStandaloneCodeEditor): void {
  let leaving = false;
  code.onKeyDown((event) => {
    if (event.keyCode === KeyCode.Escape) {
      leaving = !isSomethingOpen(code);
    } else if (event.keyCode === KeyCode.Tab && leaving) {
      // Unheard by Monaco, the key does what it does everywhere in a browser.
      event.stopPropagation();
    } else if (event.keyCode !== KeyCode.Shift) {
      leaving = false;
    }
  });
  code.onDidBlurEditorText(() => {
    leaving = false;
  });
}

function isSomethingOpen(code: editor.IStandaloneCodeEditor): boolean {
  const open = '.suggest-widget.visible, .parameter-hints-widget.visible, .find-widget.visible, .rename-box';
  return [...(code.getContainerDomNode().querySelectorAll<HTMLElement>(open) ?? [])].some((widget) =>
    widget.checkVisibility(),
  );
}
