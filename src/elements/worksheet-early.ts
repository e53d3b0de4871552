/** Marks each field of a worksheet that is written in before the sheet works: what stands there then is the learner's newest answer. */
export function rememberEarly(): void {
  addEventListener('input', ({ target }) => {
    const field =
      target instanceof Element ? target.closest<HTMLElement>('window-worksheet:not(:defined) [data-field]') : null;
    if (field) field.dataset.early = '';
  });
}

export const isEarly = (field: HTMLElement): boolean => field.dataset.early !== undefined;
