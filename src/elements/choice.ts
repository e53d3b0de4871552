/** A form of one choice: its button works once something is chosen. */
export function choiceOf(form: HTMLFormElement, button: HTMLButtonElement, name: string): () => string {
  const chosen = () => String(new FormData(form).get(name) ?? '');
  const enable = () => {
    button.disabled = chosen() === '';
  };
  form.addEventListener('change', enable);
  // A browser may have put back what was chosen when the page was left.
  enable();
  return chosen;
}
