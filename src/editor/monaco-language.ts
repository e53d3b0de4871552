import { languages } from 'monaco-editor/editor';
import { type Open, scanLine, type Token } from './scan.ts';

/** What the editor does by itself while somebody types. */
const typing: languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string', 'comment'] },
    { open: '[', close: ']', notIn: ['string', 'comment'] },
    { open: '(', close: ')', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: '`', close: '`', notIn: ['string', 'comment'] },
  ],
  onEnterRules: [
    {
      // Inside a comment of several lines the next one begins with its star.
      beforeText: /^\s*(?:\/\*\*|\*)(?!\/)(?:[^*]|\*(?!\/))*$/,
      action: { indentAction: languages.IndentAction.None, appendText: '* ' },
    },
  ],
};

/** Makes `.ts` files TypeScript, set by the same scanner as the static code. */
export function registerTypeScript(): void {
  languages.register({ id: 'typescript', extensions: ['.ts'] });
  languages.setLanguageConfiguration('typescript', typing);
  languages.setTokensProvider('typescript', {
    getInitialState: () => new LineState(''),
    tokenize(line, state) {
      const { tokens, open } = scanLine(line, state instanceof LineState ? state.open : '');
      return { tokens: place(tokens), endState: new LineState(open) };
    },
  });
}

class LineState implements languages.IState {
  readonly open: Open;

  constructor(open: Open) {
    this.open = open;
  }

  clone(): languages.IState {
    return this;
  }

  equals(other: languages.IState): boolean {
    return other instanceof LineState && other.open === this.open;
  }
}

/** An event type is a string, too: quotes do not close by themselves in it. */
const scopes = { plain: '', keyword: 'keyword', comment: 'comment', string: 'string', event: 'string.event' };

function place(tokens: readonly Token[]): languages.IToken[] {
  let startIndex = 0;
  return tokens.map(({ kind, text, pen }) => {
    const token = { startIndex, scopes: pen ? `${scopes[kind]}.${pen}` : scopes[kind] };
    startIndex += text.length;
    return token;
  });
}
