import type { SaveState as State } from '#stores/draft.ts';
import { button } from './build-element.ts';
import { clockTime } from './dates.ts';

/** Says in words whether the draft is kept, and takes back the last large change. */
export class SaveStateWords extends HTMLElement {
  /** `undoable` are words that follow "Undo". */
  show(state: State, undoable: string | undefined, undo: () => void): void {
    const words = document.createTextNode(`${saveWords(state)} `);
    this.replaceChildren(words, ...(undoable ? [button(`Undo ${undoable}`, 'text-button', undo)] : []));
  }
}

export function saveWords(state: State): string {
  switch (state.kind) {
    case 'untouched':
      return 'Your changes will be saved on this device.';
    case 'saving':
      return 'Saving.';
    case 'saved':
      return `Saved on this device, ${clockTime(state.at)}.`;
    case 'not saved':
      return `Not saved. ${state.because}`;
    case 'conflict':
      return 'Not saved: another tab has changed the same files.';
  }
}

customElements.define('save-state', SaveStateWords);
