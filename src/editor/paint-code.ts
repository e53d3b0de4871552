import { scan, type Token } from './scan.ts';
import { tokenClasses } from './static-code.ts';

/** Shows other code in a `<pre class="code">` that the build has made, such as a draft before the editor has loaded. */
export function paintCode(pre: HTMLElement, source: string): void {
  const code = document.createElement('code');
  for (const tokens of scan(source.replace(/\n$/, ''))) {
    const line = document.createElement('span');
    line.className = 'l';
    line.append(...tokens.map(paintToken));
    code.append(line, '\n');
  }
  pre.replaceChildren(code);
}

/** One token with its class; the learner's text never becomes HTML. */
export function paintToken({ kind, text, pen }: Token): Node {
  if (kind === 'plain') return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = tokenClasses[kind];
  if (pen) span.dataset.pen = pen;
  span.textContent = text;
  return span;
}
