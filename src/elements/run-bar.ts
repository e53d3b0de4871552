import type { Activity } from '#stores/session-state.ts';
import { findPart } from './find-part.ts';

export interface RunActions {
  run(): void;
  check(): void;
  deep(): void;
  stop(): void;
}

/** Run, Check, Check deeply; Stop while something is under way. */
export class RunBar extends HTMLElement {
  connect(actions: RunActions): void {
    for (const name of ['run', 'check', 'deep', 'stop'] as const) {
      this.#find(name)?.addEventListener('click', () => actions[name]());
    }
    if (isApple()) {
      const keys = this.#find('check')?.querySelector('kbd');
      if (keys) keys.textContent = 'Cmd Enter';
    }
  }

  /** Buttons stay in place and in reach while busy: pressing one again starts anew. `goOn` gives the solid look away. */
  show(activity: Activity, goOn: boolean): void {
    const busy = activity.kind === 'busy';
    const stop = this.#button('stop');
    const hadFocus = document.activeElement === stop;
    stop.hidden = !busy;
    const main = this.#find('check') ?? this.#button('run');
    if (hadFocus && !busy) main.focus();
    main.classList.toggle('is-main', !goOn);
    this.setAttribute('aria-busy', String(busy));
  }

  /** A playground has nothing to check. */
  #find(name: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`button[value="${name}"]`);
  }

  #button(name: string): HTMLButtonElement {
    return findPart(this, `button[value="${name}"]`, HTMLButtonElement);
  }
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

customElements.define('run-bar', RunBar);
