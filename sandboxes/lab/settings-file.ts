/** The value that a program's `settings.ts` gives a constant, as its text; undefined when no line of its own exports it. */
export function settingIn(text: string, name: string): string | undefined {
  return lineOf(name).exec(text)?.[2]?.trim();
}

/** The text with another value in the line that exports the constant of this name; undefined when there is no such line. */
export function withSetting(text: string, name: string, value: string): string | undefined {
  const line = lineOf(name);
  return line.test(text) ? text.replace(line, (_, before: string) => `${before}${value};`) : undefined;
}

/** Names are an author's own: letters and digits. */
const lineOf = (name: string) => new RegExp(`^(export const ${name}(?:: \\w+)? = )([^;]*);`, 'm');
