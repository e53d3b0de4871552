// Runs in the head before anything is painted, so that a remembered theme never flashes. Anything unreadable means: as the system.
try {
  const { theme } = JSON.parse(localStorage.getItem('event-driven-basics/preferences'));
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
// Fonts that are kept on the device cost nothing, and no other letter is seen before them. On a first visit the text comes first.
if (navigator.serviceWorker?.controller) {
  for (const font of document.querySelectorAll('link[data-kept-font]')) font.rel = 'preload';
}
