/** Paper has no tabs: of a sandbox that has not come, every file is open while the page is printed. */
let opened: readonly HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('code-sandbox:not(:defined) [data-file]:not([open])')];
  for (const file of opened) file.open = true;
});

addEventListener('afterprint', () => {
  for (const file of opened) file.open = false;
  opened = [];
});
