import { device } from '#stores/device.ts';
import { keptWork } from '#stores/kept-work.ts';
import { createTransfer } from '#stores/transfer.ts';
import { LARGEST_FILE_BYTES, type OpenedWorkFile, openWorkFile, tooLarge } from '#stores/work-file.ts';
import { build } from './build-element.ts';
import { calendarDay, clockTime } from './dates.ts';
import { findPart } from './find-part.ts';
import { type ImportLine, importWords } from './import-words.ts';
import { lossWords } from './loss-words.ts';
import { saveWork } from './save-work.ts';
import { parseWorkNames } from './work-names.ts';

export interface YourWork {
  /** A button was pressed; `what` is its value. */
  press(what: string): void;
  /** A file was chosen. */
  open(file: File): Promise<void>;
}

type Opened = Extract<OpenedWorkFile, { readonly kind: 'work' }> & { readonly name: string };

export function openYourWork(place: HTMLElement): YourWork {
  const names = parseWorkNames(place.dataset.names ?? '');
  const transfer = createTransfer();
  const part = (name: string) => findPart(place, `[data-part="${name}"]`, HTMLElement);
  const act = (value: string) => findPart(place, `button[value="${value}"]`, HTMLButtonElement);
  const chooser = findPart(place, 'input[type="file"]', HTMLInputElement);
  const dialog = findPart(place, 'dialog', HTMLDialogElement);
  const plan = part('plan');
  let opened: Opened | undefined;

  function say(words: string): void {
    part('status').textContent = words;
  }

  function close(): void {
    opened = undefined;
    plan.hidden = true;
  }

  /** What a file would do changes with what is here. */
  function draw(): void {
    if (!opened) return;
    const { differences, texts } = transfer.plan(opened.entries);
    const { adds, keeps } = importWords(differences, names);
    part('plan-title').textContent =
      `“${opened.name}”, saved on ${calendarDay(opened.savedAt.getTime())} at ${clockTime(opened.savedAt.getTime())}`;
    part('plan-lists').replaceChildren(
      ...(texts.size === 0
        ? [build('p', {}, keeps.length + opened.leftOut.length === 0 ? NOTHING_NEW : NO_CHANGE)]
        : []),
      ...listOf('This comes from it', adds.map(lineOf)),
      ...listOf('This is here and stays', keeps.map(lineOf)),
      ...listOf('This is left out, because this version of the course cannot read it', opened.leftOut.map(names.kept)),
    );
    const changes = texts.size > 0;
    act('apply').hidden = !changes;
    act('cancel').textContent = changes ? 'Cancel' : 'Close';
  }

  function apply(): void {
    if (!opened) return;
    const written = transfer.apply(opened.entries);
    if (written.kind === 'refused') {
      say(`Nothing was loaded, and everything is as it was. ${written.because}`);
    } else {
      say(`Loaded “${opened.name}”. ${device.lasting ? KEPT : NOT_KEPT} You can undo it until you leave this page.`);
    }
    close();
    (written.kind === 'written' ? act('undo') : chooser).focus();
  }

  function undo(): void {
    const undone = transfer.undo();
    say(undone.kind === 'written' ? 'Undone: everything is as it was before.' : undone.because);
    chooser.focus();
  }

  function askToErase(): void {
    const losses = lossWords(keptWork(device));
    if (losses.length === 0) {
      say('There is nothing to erase: the course keeps nothing of yours here.');
      return;
    }
    part('saved').textContent = '';
    part('losses').replaceChildren(...listOf('This will be lost, in this tab and in every other:', losses));
    dialog.showModal();
  }

  function erase(): void {
    close();
    transfer.erase();
    dialog.close();
    say('Erased: the course keeps nothing of yours any more.');
    act('save').focus();
  }

  const presses: Readonly<Record<string, (() => void) | undefined>> = {
    save() {
      const words = `Saved as ${saveWork()}.`;
      if (dialog.open) part('saved').textContent = words;
      else say(words);
    },
    apply,
    cancel() {
      close();
      say('Nothing was changed.');
      chooser.focus();
    },
    undo,
    erase: askToErase,
    keep: () => dialog.close(),
    'erase-now': erase,
  };

  transfer.undoable.listen((isUndoable) => {
    const hadFocus = document.activeElement === act('undo');
    if (!isUndoable && !act('undo').hidden)
      say('Something has changed since, so the loading cannot be undone any more.');
    act('undo').hidden = !isUndoable;
    if (hadFocus && !isUndoable) chooser.focus();
  });
  device.watchAll(draw);

  return {
    press: (what) => presses[what]?.(),
    async open(file) {
      close();
      const read = file.size > LARGEST_FILE_BYTES ? refusal(tooLarge) : await readFile(file);
      if (read.kind === 'refused') {
        say(read.because);
        chooser.focus();
        return;
      }
      opened = { ...read, name: file.name };
      say('Nothing is loaded yet. See what the file would do, then load it or cancel.');
      draw();
      plan.hidden = false;
      plan.focus();
    },
  };
}

async function readFile(file: File): Promise<OpenedWorkFile> {
  const text = await file.text().catch(() => undefined);
  return text === undefined ? refusal(unreadable) : openWorkFile(text);
}

const refusal = (because: string): OpenedWorkFile => ({ kind: 'refused', because });

function listOf(title: string, lines: readonly (Node | string)[]): readonly HTMLElement[] {
  if (lines.length === 0) return [];
  return [build('h4', {}, title), build('ul', {}, ...lines.map((line) => build('li', {}, line)))];
}

function lineOf({ about, says }: ImportLine): DocumentFragment {
  const line = document.createDocumentFragment();
  line.append(build('b', {}, about), build('p', {}, says));
  return line;
}

const NOTHING_NEW = 'Nothing new: everything in this file is here already.';
const NO_CHANGE = 'Loading this file would change nothing here.';
const KEPT = 'It is kept on this device.';
const NOT_KEPT = 'This browser does not keep it: it lives on this page alone.';
const unreadable = 'This file could not be read. It may have been moved or deleted: choose it again.';
