import { type PreferenceValues, preferences } from '#stores/preferences.ts';

type Theme = PreferenceValues['theme'];

/** The button that turns the page to light, to dark, and back to the system's choice. It makes itself: without JavaScript the system decides. */
export class ThemeSwitch extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button') ?? this.#makeButton();
    this.#forget = preferences.values.subscribe(({ theme }) => {
      show(theme);
      button.setAttribute('aria-label', `Theme: ${words[theme]}. Change to ${words[following[theme]]}`);
      button.title = `Theme: ${words[theme]}`;
      button.replaceChildren(icon(theme));
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #makeButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'icon';
    button.addEventListener('click', () => {
      preferences.set({ theme: following[preferences.values.get().theme] });
    });
    this.append(button);
    return button;
  }
}

const following: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const words: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A half disc is the system's choice, a ring is light, a full disc is dark. */
function icon(theme: Theme): SVGElement {
  const svg = draw('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  svg.append(draw('circle', { cx: '10', cy: '10', r: '6.5', ...(theme === 'dark' ? { fill: 'currentColor' } : {}) }));
  if (theme === 'system') svg.append(draw('path', { d: 'M10 3.5a6.5 6.5 0 0 1 0 13z', fill: 'currentColor' }));
  return svg;
}

function draw(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

customElements.define('theme-switch', ThemeSwitch);
