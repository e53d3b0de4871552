/** Which runners this site has, as its owner wants it. */
export interface EngineSettings {
  /** The runner of somebody who has not chosen. */
  readonly first: 'embedded' | 'webcontainer';
  /**
   * A runner that this site does not offer; `nothing` when both are there. It is about the learner's code: what a lesson shows
   * of itself is the course's own programs, and plays in the built-in runner whatever is forbidden.
   */
  readonly forbidden: 'embedded' | 'webcontainer' | 'nothing';
  /** StackBlitz asks for one where the WebContainer API is used in production for profit. Everybody can read it in the page. */
  readonly apiKey?: string;
}

/**
 * From the environment of the build: `ENGINE` (`embedded` or `webcontainer`), `FORBIDDEN_ENGINE` (the same words, or
 * nothing) and `WEBCONTAINER_API_KEY`. Throws a sentence for any other word, and when the first runner is the forbidden one.
 */
export function engineSettings(environment: Readonly<Record<string, string | undefined>>): EngineSettings {
  const forbidden = oneOf('FORBIDDEN_ENGINE', environment.FORBIDDEN_ENGINE, 'nothing', ['nothing', ...ENGINES]);
  const usual = forbidden === 'embedded' ? 'webcontainer' : 'embedded';
  const first = oneOf('ENGINE', environment.ENGINE, usual, ENGINES);
  if (first === forbidden)
    throw new Error(`ENGINE and FORBIDDEN_ENGINE both say ${first}: let one of them be another.`);
  const apiKey = environment.WEBCONTAINER_API_KEY?.trim();
  return { first, forbidden, ...(apiKey ? { apiKey } : {}) };
}

/** `ISOLATION`: `worker`, or `headers`, which the host sends. Throws a sentence for any other word. */
export function isolationSetting(environment: Readonly<Record<string, string | undefined>>): 'headers' | 'worker' {
  return oneOf('ISOLATION', environment.ISOLATION, 'headers', ['headers', 'worker']);
}

const ENGINES = ['embedded', 'webcontainer'] as const;

function oneOf<Word extends string>(name: string, said: string | undefined, usual: Word, words: readonly Word[]): Word {
  if (!said) return usual;
  const word = words.find((one) => one === said);
  if (word) return word;
  throw new Error(`${name} says ${said}, which is none of ${words.join(', ')}: set one of these, or leave it out.`);
}
