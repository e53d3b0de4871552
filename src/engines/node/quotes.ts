/**
 * A schedule as one word of a command line: in the quotes that cmd.exe knows, too, unless other shells would read something into
 * them, such as a variable. Names in it come from the learner's code.
 */
export function quoted(schedule: string): string {
  return /^[\w@:.,~+/=-]+$/.test(schedule) ? `"${schedule}"` : `'${schedule.replaceAll("'", "'\\''")}'`;
}

/** Without the quotes that a shell has left around it, as cmd.exe does with single ones. */
export function unquoted(word: string): string {
  return word.replace(/^(['"])(.*)\1$/s, '$2');
}
