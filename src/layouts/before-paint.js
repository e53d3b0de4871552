// Runs in the head before anything is painted, so that a remembered theme never flashes, and the way back to where somebody left
// has its place. Anything unreadable means: as the system, as for a newcomer.
document.documentElement.dataset.scripted = '';
try {
  const { theme } = JSON.parse(localStorage.getItem('event-driven-basics/preferences'));
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
try {
  // Whoever has only played has no place in the course.
  const begun = /^event-driven-basics\/(progress|place|draft\/(?!playground$))/;
  if (Object.keys(localStorage).some((name) => begun.test(name))) document.documentElement.dataset.begun = '';
} catch {}
