import { build, button } from './build-element.ts';

/** Asks for a file's name below the tabs. `accept` may throw a sentence, which is shown; Escape gives up. */
export function askForName(files: Element, question: string, name: string, accept: (name: string) => void): void {
  files.parentElement?.querySelector('.name-form')?.remove();
  const before = document.activeElement;
  const input = build('input', { type: 'text', value: name, spellcheck: 'false', autocapitalize: 'off', size: 24 });
  const trouble = build('p', { role: 'alert' });
  const end = () => {
    form.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const form = build(
    'form',
    { class: 'name-form' },
    build('label', {}, question, input),
    build('button', { type: 'submit', class: 'btn' }, 'Save'),
    button('Cancel', 'text-button', end),
    trouble,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    try {
      accept(input.value.trim());
      end();
    } catch (thrown) {
      trouble.textContent = thrown instanceof Error ? thrown.message : String(thrown);
      input.focus();
    }
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end();
  });
  files.after(form);
  input.focus();
  input.select();
}
