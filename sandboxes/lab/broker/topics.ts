/** AMQP's topic patterns: words are separated by dots, `*` is one word, `#` zero or more. */
export function fits(pattern: string, topic: string): boolean {
  return pattern === topic || matches(pattern.split('.'), topic.split('.'));
}

function matches(pattern: readonly string[], topic: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return topic.length === 0;
  if (first === '#') return matches(rest, topic) || (topic.length > 0 && matches(pattern, topic.slice(1)));
  return topic.length > 0 && (first === '*' || first === topic[0]) && matches(rest, topic.slice(1));
}
