import type { SourceFile } from '#exercise/exercise-data.ts';
import { copyId, type DraftCopyRecord, draftCopiesOf } from './draft-copies.ts';
import { sameFiles } from './draft-files.ts';
import { draftName } from './draft-record.ts';
import { type Entry, readEntry } from './entries.ts';
import { type Difference, differencesOf } from './import-differences.ts';
import { mergeDraft } from './merge-draft.ts';
import { mergePreferences } from './merge-preferences.ts';
import { hasMoreChecks, mergeProgress } from './merge-progress.ts';
import { passedName } from './passed-code.ts';
import { placeName } from './place.ts';
import { preferencesName } from './preferences.ts';
import { noProgress, progressName, progressOf } from './progress-record.ts';
import { freeAside, nameBefore } from './set-aside.ts';
import type { DeviceStorage } from './storage.ts';
import type { Texts } from './write-all.ts';

/** What loading a file would do: known before anything is written. */
export interface ImportPlan {
  readonly texts: Texts;
  readonly differences: readonly Difference[];
}

type Entries = ReadonlyMap<string, Entry>;

export function planImport(storage: DeviceStorage, whole: Entries): ImportPlan {
  storage.settle();
  const stored = storage.texts();
  // What a newer version saved here stays as it is, and nothing is promised of it.
  const left = [...whole.keys()].filter((name) => isUnreadable(name, stored.get(name), 'newer'));
  const file = new Map([...whole].filter(([name]) => !left.includes(name)));
  const plan: Plan = { texts: new Map(), differences: [], stored, here: entriesOf(stored), file };
  planProgress(plan);
  for (const [name, entry] of file) planEntry(plan, name, entry);
  setAsideDamaged(plan);
  for (const name of left) plan.differences.push({ kind: 'left to a newer version', name });
  return plan;
}

interface Plan extends ImportPlan {
  readonly texts: Map<string, string | undefined>;
  readonly differences: Difference[];
  readonly stored: ReadonlyMap<string, string>;
  readonly here: Entries;
  readonly file: Entries;
}

function entriesOf(stored: ReadonlyMap<string, string>): Entries {
  return new Map(
    [...stored].flatMap(([name, text]): [string, Entry][] => {
      const entry = readEntry(name, text);
      return entry.kind === 'unknown' || entry.kind === 'unreadable' ? [] : [[name, entry]];
    }),
  );
}

function isUnreadable(name: string, text: string | undefined, reason: 'damaged' | 'newer'): boolean {
  const entry = text === undefined ? undefined : readEntry(name, text);
  return entry?.kind === 'unreadable' && entry.reason === reason;
}

/** What cannot be read here makes way, and is kept. */
function setAsideDamaged(plan: Plan): void {
  const damaged = [...plan.texts.keys()].filter((name) => isUnreadable(name, plan.stored.get(name), 'damaged'));
  for (const name of damaged) setAside(plan, name, plan.stored.get(name)!);
}

/** Under which name this text is set aside; undefined when it lies there already. */
function setAside({ texts, stored }: Plan, name: string, text: string): string | undefined {
  const aside = freeAside(name, text, (candidate) => texts.get(candidate) ?? stored.get(candidate));
  if (stored.get(aside) === text || texts.get(aside) === text) return undefined;
  texts.set(aside, text);
  return aside;
}

function progressIn(entries: Entries) {
  const entry = entries.get(progressName);
  return entry?.kind === 'progress' ? entry.value : noProgress;
}

function planProgress({ texts, differences, here, file }: Plan): void {
  const [mine, theirs] = [progressIn(here), progressIn(file)];
  const merged = mergeProgress(mine, theirs);
  const found = differencesOf(mine, theirs, merged);
  differences.push(...found);
  if (JSON.stringify(merged) !== JSON.stringify(mergeProgress(mine, mine)))
    texts.set(progressName, JSON.stringify(merged));
}

function planEntry(plan: Plan, name: string, entry: Entry): void {
  const { texts, differences, here } = plan;
  switch (entry.kind) {
    case 'progress':
      return;
    case 'preferences': {
      const known = here.get(preferencesName);
      const merge = mergePreferences(known?.kind === 'preferences' ? known.value : undefined, entry.value);
      if (merge.taken.length > 0) texts.set(name, JSON.stringify(merge.value));
      if (merge.taken.length > 0) differences.push({ kind: 'settings taken', settings: merge.taken });
      if (merge.kept.length > 0) differences.push({ kind: 'settings kept', settings: merge.kept });
      return;
    }
    case 'place': {
      const known = here.get(placeName);
      if (known?.kind === 'place' && known.value.at >= entry.value.at) return;
      texts.set(name, JSON.stringify(entry.value));
      differences.push({ kind: 'place', at: entry.value.at });
      return;
    }
    case 'draft':
      planDraft(plan, entry);
      return;
    case 'draft copy':
      if (isKept(plan, entry.exercise, entry.value.files)) return;
      keepCopy(plan, entry.exercise, entry.value.files, entry.value.keptAt, entry.id);
      differences.push({ kind: 'copy', exercise: entry.exercise });
      return;
    case 'passed code':
      planPassedCode(plan, entry);
      return;
    case 'set aside': {
      const aside = setAside(plan, nameBefore(name), entry.text);
      if (aside !== undefined) differences.push({ kind: 'set aside', name: aside });
    }
  }
}

function planDraft(plan: Plan, { exercise, value }: Entry & { kind: 'draft' }): void {
  const { texts, differences, here } = plan;
  const known = here.get(draftName(exercise));
  const mine = known?.kind === 'draft' ? known.value : undefined;
  const merge = mergeDraft(mine, value);
  if (merge === 'nothing new') return;
  if (merge === 'kept as a copy') {
    if (isKept(plan, exercise, value.files)) return;
    keepCopy(plan, exercise, value.files, value.savedAt);
    differences.push({ kind: 'draft beside', exercise });
    return;
  }
  texts.set(draftName(exercise), JSON.stringify(value));
  if (mine && merge === 'taken, and a copy of the present one kept' && !isKept(plan, exercise, mine.files))
    keepCopy(plan, exercise, mine.files, mine.savedAt);
  differences.push({ kind: merge === 'taken' ? 'draft taken' : 'draft replaced', exercise });
}

/** The code of the solution that holds more checks; of equals the one that is here stays. The other lies beside the draft. */
function planPassedCode(plan: Plan, { exercise, value }: Entry & { kind: 'passed code' }): void {
  const { texts, differences, here, file } = plan;
  const name = passedName(exercise);
  const known = here.get(name);
  const mine = known?.kind === 'passed code' ? known.value.files : undefined;
  if (mine && sameFiles(mine, value.files)) return;
  const isBetter = hasMoreChecks(
    progressOf(progressIn(file), exercise).solved,
    progressOf(progressIn(here), exercise).solved,
  );
  if (!mine || isBetter) {
    texts.set(name, JSON.stringify(value));
    if (mine && !isKept(plan, exercise, mine)) keepCopy(plan, exercise, mine, Date.now());
    differences.push({ kind: mine ? 'passed code replaced' : 'passed code taken', exercise });
  } else if (!isKept(plan, exercise, value.files)) {
    keepCopy(plan, exercise, value.files, Date.now());
    differences.push({ kind: 'passed code beside', exercise });
  }
}

/** As the draft, as the code that passed, or as a copy, once the plan is carried out. */
function isKept({ here, texts }: Plan, exercise: string, files: readonly SourceFile[]): boolean {
  const beginning = draftCopiesOf(exercise);
  const planned = [...texts].flatMap(([name, text]): [string, Entry][] => {
    const entry = text === undefined ? undefined : readEntry(name, text);
    return entry && entry.kind !== 'unknown' && entry.kind !== 'unreadable' ? [[name, entry]] : [];
  });
  return [...new Map([...here, ...planned])].some(([name, entry]) => {
    const isOfExercise = name === draftName(exercise) || name === passedName(exercise) || name.startsWith(beginning);
    return isOfExercise && 'value' in entry && 'files' in entry.value && sameFiles(entry.value.files, files);
  });
}

function keepCopy(
  { stored, texts }: Plan,
  exercise: string,
  files: readonly SourceFile[],
  keptAt: number,
  id = copyId(files, keptAt),
): void {
  const isTaken = [stored, texts].some((all) => all.has(draftCopiesOf(exercise) + id));
  const name = draftCopiesOf(exercise) + (isTaken ? copyId(files, keptAt) : id);
  const copy: DraftCopyRecord = { version: 1, keptAt, files };
  texts.set(name, JSON.stringify(copy));
}
