import { button } from './build-element.ts';

/** A button that does what cannot be undone at its second press only; the first one says so. Whoever leaves it has not pressed it. */
export function sureButton(words: string, sure: string, act: () => void): HTMLButtonElement {
  let isSure = false;

  function become(next: boolean): void {
    isSure = next;
    made.textContent = next ? sure : words;
  }

  const made = button(words, 'btn', () => {
    if (isSure) act();
    become(!isSure);
  });
  made.addEventListener('blur', () => become(false));
  return made;
}
