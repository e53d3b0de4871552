/** A script as it stands in a page: without what is for those who read its file. No line of it may depend on its indentation. */
export function inlineScript(source: string): string {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}
