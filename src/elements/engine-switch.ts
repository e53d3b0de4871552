import type { EngineKind, NodeState, PageEngines } from '#stores/page-engines.ts';
import { connectMenu, type MenuLine } from './drop-menu.ts';

/** Says what runs the code of this page, always, and lets the learner choose. */
export class EngineSwitch extends HTMLElement {
  connect(engines: PageEngines, say: (words: string) => void): () => void {
    const menu = this.querySelector('details');
    const name = this.querySelector('summary');
    if (!menu || !name) return () => {};
    connectMenu(menu, () => linesOf(engines));
    let drawn = '';
    const draw = () => {
      const words = inUseWords(engines.inUse.get(), engines.node.get());
      if (words === drawn) return;
      name.textContent = words;
      if (drawn !== '') say(`${words}.`);
      drawn = words;
    };
    draw();
    const forget = [engines.inUse.listen(draw), engines.node.listen(draw)];
    return () => {
      for (const each of forget) each();
    };
  }
}

function inUseWords(kind: EngineKind, node: NodeState): string {
  if (kind === 'embedded') return 'Runs in the built-in runner';
  if (node.kind === 'unavailable') return 'Runs on real Node, which cannot be had now';
  return node.kind === 'ready' ? 'Runs on real Node' : 'Runs on real Node, once it has started';
}

function linesOf({ offered, wanted, choose, keepsChoice }: PageEngines): readonly MenuLine[] {
  return [
    { heading: 'What runs and checks your code here. Both give the same verdicts.' },
    ...offered.map((kind) => ({
      words: wanted.get() === kind ? `${NAMES[kind]} (chosen)` : NAMES[kind],
      act: () => choose(kind),
    })),
    {
      heading: keepsChoice()
        ? 'The choice is kept on this device.'
        : 'The choice cannot be kept on this device: it holds until you leave this page.',
    },
  ];
}

const NAMES: Readonly<Record<EngineKind, string>> = {
  embedded: 'The built-in runner: at once, also offline',
  webcontainer: 'Real Node, in a WebContainer from stackblitz.com',
};

customElements.define('engine-switch', EngineSwitch);
