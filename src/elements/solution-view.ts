import { renderDiff } from '#editor/diff-view.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { progress } from '#stores/progress.ts';
import type { Session } from '#stores/session.ts';
import { build } from './build-element.ts';
import { CopyCode } from './copy-code.ts';
import type { Library } from './exercise-library.ts';
import { findPart } from './find-part.ts';

/** The solution beside the learner's own code, drawn anew each time it is opened. It changes neither. */
export class SolutionView extends HTMLElement {
  /** Opens it and brings it into view, for somebody who asked for it elsewhere. */
  open(): void {
    const details = findPart(this, 'details', HTMLDetailsElement);
    details.open = true;
    details.querySelector('summary')?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  connect(session: Session, library: Library): void {
    const details = findPart(this, 'details', HTMLDetailsElement);
    const place = findPart(this, '[data-part="diff"]', HTMLElement);
    details.addEventListener('toggle', async () => {
      if (!details.open) return;
      progress.helped(session.exercise.id, { solution: true });
      // The files as the server wrote them stay when the comparison cannot be made.
      const solution = await library.solution().catch(() => undefined);
      if (!solution) return;
      const note = build(
        'p',
        { class: 'solution-note' },
        'Yours stays as it is. There are other right ways; the checks judge what your code does.',
      );
      place.replaceChildren(note, renderDiff(session.draft.files.get(), solution, copied));
    });
  }
}

function copied({ path, text }: SourceFile): CopyCode {
  const frame = new CopyCode();
  frame.dataset.name = `${path} of the solution`;
  frame.code = text;
  return frame;
}

customElements.define('solution-view', SolutionView);
