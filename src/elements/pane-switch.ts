/** On small screens: Lesson, Code or Result. The lesson is a link, because it lies above on the same page. */
export class PaneSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const pressed = event.target instanceof Element ? event.target.closest('button') : null;
      if (pressed) this.show(pressed.value === 'result' ? 'result' : 'code');
    });
  }

  show(pane: 'code' | 'result'): void {
    for (const each of this.querySelectorAll('button')) each.setAttribute('aria-pressed', String(each.value === pane));
    const sandbox = this.closest<HTMLElement>('[data-show]');
    if (!sandbox || sandbox.dataset.show === pane) return;
    sandbox.dataset.show = pane;
    // A pane that begins above the screen would be entered in its middle. The switch itself is sticky and always in view.
    const panes = sandbox.querySelector('.sand-body');
    if (this.checkVisibility() && panes && panes.getBoundingClientRect().top < 0)
      panes.scrollIntoView({ block: 'start' });
  }
}

customElements.define('pane-switch', PaneSwitch);
