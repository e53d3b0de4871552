import '#styles/tokens.css';
import '#styles/fonts.css';
import '#styles/pens.css';
import '#editor/code.css';
import '#editor/diff.css';
import './page.css';
import type { EditorFile, Mark, Problem } from '#editor/code-editor.ts';
import { renderDiff } from '#editor/diff-view.ts';
import { type EditorChoice, loadEditorLate } from '#editor/load-editor.ts';
import { renderCode } from '#editor/static-code.ts';

/** The smallest page that holds an editor, for trials: the practice's starter, the lab's types, and what was heard. */
const sources = import.meta.glob<string>(
  ['../../../sandboxes/lab/**/*.ts', '../../../sandboxes/lab/package.json', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const exercise = import.meta.glob<string>('../../../sandboxes/decouple-confirmation/{starter,solution}/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folder = (name: string) =>
  Object.entries(exercise)
    .filter(([path]) => path.includes(`/${name}/`))
    .map(([path, text]) => ({ path: path.split('/').at(-1) ?? '', text }));

const types = Object.entries(sources).map(([path, text]) => ({ path: path.replace(/^.*sandboxes\//, ''), text }));
const lab = types.find((file) => file.path === 'lab/lab.ts') ?? { path: 'lab/lab.ts', text: '' };
let files: readonly EditorFile[] = [
  ...folder('starter').map((file) => ({ ...file, readOnly: file.path === 'schema.ts' })),
  { ...lab, readOnly: true },
];

const search = new URLSearchParams(location.search);
const host = document.querySelector<HTMLElement>('#host')!;
const state = document.querySelector<HTMLElement>('#state')!;
const first = files.find((file) => file.path === 'orders.ts') ?? files[0]!;
host.innerHTML = renderCode(first.text, first.path);

const heard: string[] = [];
const late = loadEditorLate(host, {
  choice: (search.get('editor') ?? 'automatic') as EditorChoice,
  label: 'Code',
  types,
  onChange(path, text) {
    heard.push(`change ${path}`);
    files = files.map((file) => (file.path === path ? { ...file, text } : file));
  },
  onCheck: () => heard.push('check'),
  onRun: () => heard.push('run'),
  onSave: () => heard.push('save'),
  onOpen: (path, line) => heard.push(`open ${path}:${line}`),
  onTrouble: (sentence) => heard.push(sentence),
  tell(told) {
    state.textContent =
      told.kind === 'loading' ? told.words : told.kind === 'ready' ? `Ready: ${told.editor}` : told.because;
  },
  ready(editor) {
    editor.setFiles(files);
    editor.show('orders.ts');
  },
});

const tabs = document.querySelector('#tabs')!;
for (const { path } of files) {
  const tab = document.createElement('button');
  tab.textContent = path;
  tab.addEventListener('click', () => late.editor?.show(path));
  tabs.append(tab);
}
if (search.has('diff')) document.querySelector('#diff')!.append(renderDiff(folder('starter'), folder('solution')));

const trial = {
  heard,
  load: async () => (await late.load()).kind,
  use: async (choice: EditorChoice) => (await late.use(choice)).kind,
  setText(path: string, text: string) {
    files = files.map((file) => (file.path === path ? { ...file, text } : file));
    late.editor?.setFiles(files);
  },
  show: (path: string, line?: number) => late.editor?.show(path, line),
  mark: (marks: readonly Mark[]) => late.editor?.setMarks(marks),
  report: (problems: readonly Problem[]) => late.editor?.setProblems(problems),
  text: (path: string) => files.find((file) => file.path === path)?.text,
};

declare global {
  interface Window {
    trial: typeof trial;
  }
}
window.trial = trial;
