export interface Choices {
  /** What is chosen, by name, once every one of them is; before that, undefined. */
  made(): ReadonlyMap<string, string> | undefined;
  /** Looks again whether the button is to work, after the choices were changed by no hand. */
  refresh(): void;
}

/** Lets a form's button work once every one of `names`, each of a group of inputs, is chosen. */
export function connectChoices(form: HTMLFormElement, button: HTMLButtonElement, names: readonly string[]): Choices {
  function made(): ReadonlyMap<string, string> | undefined {
    const data = new FormData(form);
    const chosen = new Map(names.map((name) => [name, String(data.get(name) ?? '')]));
    return [...chosen.values()].includes('') ? undefined : chosen;
  }

  function refresh(): void {
    button.disabled = made() === undefined;
  }

  form.addEventListener('change', refresh);
  // A browser may have put back what was chosen when the page was left.
  refresh();
  return { made, refresh };
}
