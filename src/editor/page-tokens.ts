/** Calls back whenever the page may have changed between light and dark. Returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const switched = new MutationObserver(onChange);
  switched.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  dark.addEventListener('change', onChange);
  return () => {
    switched.disconnect();
    dark.removeEventListener('change', onChange);
  };
}

/** Colours as six hexadecimal digits. Tokens hold both modes; only a real element says which one counts now. */
export function readTokens(): { readonly color: (token: string) => string; readonly close: () => void } {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Where the browser forces colours it would answer the same one for every token: ink on ink.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  return {
    color(token) {
      probe.style.color = `var(${token})`;
      const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
      return channels
        .slice(0, 3)
        .map((channel) => Math.round(Number(channel)).toString(16).padStart(2, '0'))
        .join('');
    },
    close: () => probe.remove(),
  };
}
