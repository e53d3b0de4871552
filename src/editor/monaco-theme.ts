import { editor } from 'monaco-editor/editor';
import { readTokens, watchTheme } from './page-tokens.ts';

/** Keeps Monaco in the page's own ink and paper, in both modes. Returns how to stop. */
export function followPageTheme(): () => void {
  applyTheme();
  return watchTheme(applyTheme);
}

const name = 'page';

function applyTheme(): void {
  const { color, close } = readTokens();
  const ink = color('--ink');
  editor.defineTheme(name, {
    base: isLight(color('--sheet')) ? 'vs' : 'vs-dark',
    inherit: true,
    rules: rules(color),
    colors: {
      foreground: `#${ink}`,
      'editor.background': `#${color('--sheet')}`,
      'editor.foreground': `#${ink}`,
      'editorCursor.foreground': `#${ink}`,
      'editorLineNumber.foreground': `#${color('--ink-3')}`,
      'editorLineNumber.activeForeground': `#${ink}`,
      'editor.selectionBackground': `#${color('--rule')}`,
      'editor.inactiveSelectionBackground': `#${color('--grid')}`,
      'editor.selectionHighlightBackground': `#${color('--grid')}`,
      'editor.wordHighlightBackground': `#${color('--grid')}`,
      'editor.wordHighlightStrongBackground': `#${color('--grid')}`,
      'editor.findMatchBackground': `#${color('--marker')}`,
      'editor.findMatchHighlightBackground': `#${color('--marker')}`,
      'editorBracketMatch.background': '#00000000',
      'editorBracketMatch.border': `#${color('--edge')}`,
      'editorWidget.background': `#${color('--paper')}`,
      'editorWidget.foreground': `#${ink}`,
      'editorWidget.border': `#${color('--edge')}`,
      'editorHoverWidget.background': `#${color('--paper')}`,
      'editorHoverWidget.statusBarBackground': `#${color('--well')}`,
      'editor.hoverHighlightBackground': `#${color('--grid')}`,
      'editorHoverWidget.border': `#${color('--edge')}`,
      'editorSuggestWidget.background': `#${color('--paper')}`,
      'editorSuggestWidget.border': `#${color('--edge')}`,
      'editorSuggestWidget.foreground': `#${ink}`,
      'editorSuggestWidget.selectedForeground': `#${ink}`,
      'editorSuggestWidget.selectedBackground': `#${color('--rule')}`,
      'editorSuggestWidget.highlightForeground': `#${ink}`,
      'editorSuggestWidget.focusHighlightForeground': `#${ink}`,
      'list.hoverBackground': `#${color('--grid')}`,
      'input.background': `#${color('--sheet')}`,
      'input.foreground': `#${ink}`,
      'input.border': `#${color('--edge')}`,
      'inputOption.activeBorder': `#${ink}`,
      'inputOption.activeBackground': `#${color('--rule')}`,
      'inputOption.activeForeground': `#${ink}`,
      focusBorder: `#${ink}`,
      'textLink.foreground': `#${ink}`,
      'textLink.activeForeground': `#${ink}`,
      'editorLink.activeForeground': `#${ink}`,
      'editorError.foreground': `#${color('--fault')}`,
      'editorWarning.foreground': `#${color('--ink-3')}`,
      'editorInfo.foreground': `#${color('--ink-3')}`,
      'editorHint.foreground': `#${color('--ink-3')}`,
      'editorMarkerNavigation.background': `#${color('--paper')}`,
      'editorMarkerNavigationError.background': `#${color('--fault')}`,
      'peekView.border': `#${color('--edge')}`,
      'peekViewEditor.background': `#${color('--sheet')}`,
      'peekViewResult.background': `#${color('--paper')}`,
      'peekViewTitle.background': `#${color('--paper')}`,
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `#${color('--edge')}66`,
      'scrollbarSlider.hoverBackground': `#${color('--edge')}99`,
      'scrollbarSlider.activeBackground': `#${color('--edge')}`,
      'widget.shadow': '#00000000',
      'widget.border': `#${color('--edge')}`,
    },
  });
  editor.setTheme(name);
  close();
}

/** Ink and weight; the one colour is an event type's, underlined in the pen of its publisher. */
function rules(color: (token: string) => string): editor.ITokenThemeRule[] {
  const event = (scope: string, pen: string) => ({ token: scope, foreground: color(pen), fontStyle: 'bold underline' });
  return [
    { token: '', foreground: color('--ink'), background: color('--sheet') },
    { token: 'keyword', foreground: color('--ink'), fontStyle: 'bold' },
    { token: 'comment', foreground: color('--ink-3') },
    { token: 'string', foreground: color('--ink-2') },
    event('string.event', '--ink'),
    event('string.event.orders', '--pen-orders'),
    event('string.event.stock', '--pen-stock'),
    event('string.event.confirmation', '--pen-confirmation'),
  ];
}

function isLight(color: string): boolean {
  return Number.parseInt(color.slice(2, 4), 16) > 127;
}
