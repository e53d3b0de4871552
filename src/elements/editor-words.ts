/** The line below the code. */
export interface EditorWords {
  /** What a press led to. Stays until somebody goes on editing, who needs to read how to leave. */
  answer(words: string): void;
  /** What the editor has to say of itself, for instance while it loads; empty when that is over. */
  ofEditor(words: string): void;
  /** What stands there with nothing else to say, behind how to leave the editor; empty when all is well. */
  trouble(words: string): void;
}

/** Shows an answer before what the editor says, and that before how to leave it. `say` announces what is new of the first two, `unsay` takes back what is over. */
export function editorWords(
  place: HTMLElement,
  editor: HTMLElement,
  say: (words: string) => void,
  unsay: (words: string) => void,
): EditorWords {
  const leaving = place.textContent ?? '';
  let answered = '';
  let editorSays = '';
  let trouble = '';

  function draw(): void {
    const atRest = trouble === '' ? leaving : `${leaving}. ${trouble}`;
    place.textContent = answered || editorSays || atRest;
    place.toggleAttribute('data-leaving', place.textContent === leaving);
  }

  // Whoever follows a name is in the editor already when the answer comes.
  for (const type of ['focusin', 'keydown', 'input'])
    editor.addEventListener(type, () => {
      if (answered === '') return;
      answered = '';
      draw();
    });

  return {
    answer(words) {
      answered = words;
      draw();
      if (words !== '') say(words);
    },
    ofEditor(words) {
      unsay(editorSays);
      editorSays = words;
      draw();
      if (words !== '') say(words);
    },
    trouble(words) {
      trouble = words;
      draw();
    },
  };
}
