import { atom, type ReadableAtom } from 'nanostores';

/** Sentences about what is kept, each said once, and those about something that lies in storage for as long as it lies there. */
export interface StorageNotices {
  readonly all: ReadableAtom<readonly string[]>;
  /** `about`: the key of what the sentence says lies there. */
  say(sentence: string, about?: string): void;
  unsay(sentence: string): void;
  /** Takes back what is not so any more: somebody has removed something, here or in another tab. */
  forgetGone(): void;
}

export function createStorageNotices(first: readonly string[], isThere: (key: string) => boolean): StorageNotices {
  const all = atom(first);
  const about = new Map<string, string>();

  function keepOnly(isSo: (sentence: string) => boolean): void {
    if (!all.get().every(isSo)) all.set(all.get().filter(isSo));
  }

  return {
    all,
    say(sentence, key) {
      if (key !== undefined) about.set(sentence, key);
      if (!all.get().includes(sentence)) all.set([...all.get(), sentence]);
    },
    unsay: (sentence) => keepOnly((each) => each !== sentence),
    forgetGone: () =>
      keepOnly((sentence) => {
        const key = about.get(sentence);
        return key === undefined || isThere(key);
      }),
  };
}
