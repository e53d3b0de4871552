import { scan, type Token } from './scan.ts';

/**
 * Code as HTML, for the build: readable without JavaScript, in the editor's own metrics (`code.css`), so that nothing moves
 * when the editor takes its place. Everything is escaped. Without its tags the text is the source.
 */
export function renderCode(source: string, label: string): string {
  const lines = scan(source.replace(/\n$/, '')).map(
    (tokens) => `<span class="l">${tokens.map(renderToken).join('')}</span>\n`,
  );
  return `<pre class="code" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${lines.join('')}</code></pre>`;
}

/** Class names of `code.css`; plain code has none. */
export const tokenClasses = { plain: '', keyword: 'k', comment: 'c', string: 's', event: 'e' } as const;

function renderToken({ kind, text, pen }: Token): string {
  if (kind === 'plain') return escapeHtml(text);
  return `<span class="${tokenClasses[kind]}"${pen ? ` data-pen="${pen}"` : ''}>${escapeHtml(text)}</span>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
