// Runs in the head before anything is painted, so that a remembered theme never flashes. Anything unreadable means: as the system.
try {
  const { theme } = JSON.parse(localStorage.getItem('event-driven-basics/preferences'));
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
