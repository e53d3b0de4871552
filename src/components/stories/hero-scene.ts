import type { Label, Lane, MessageLine, Scene, SceneEvent } from '#timeline/scene.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { Story } from '#timeline/story.ts';
import type { MessageKey } from '#timeline/trace-index.ts';

/**
 * A story of so many events that the picture names only a few: one order's window, the crash and the return. Everything
 * else is drawn and not lettered, and acknowledgements are left out. `whose` is the order that the window is about,
 * "Barbara’s order".
 */
export function heroScene(story: Story, whose: string): Scene {
  const scene = sceneOf(story, 'all');
  const [window] = scene.windows;
  if (!window) throw new Error('The story on the home page needs one order whose window opens and closes.');
  const committed = scene.events.filter((event) => event.kind === 'committed');
  const said = (event: SceneEvent): Words | undefined => {
    if (event.kind === 'crashed') return { brief: 'confirmation crashes', label: crashes };
    if (event.kind === 'started') return { brief: 'it comes back', label: comesBack };
    if (event.seqs.includes(window.opensSeq)) return { brief: `${whose} is stored` };
    if (event.seqs.includes(window.closesSeq)) return { brief: `${whose} is confirmed: ${window.label}` };
    if (event === committed[0]) return { brief: 'the first order is stored' };
    if (event === committed.at(-1)) return { brief: 'the last one is confirmed' };
    return undefined;
  };
  return {
    ...scene,
    windows: [{ ...window, label: `${whose}: ${window.label}` }],
    lanes: [...scene.lanes].sort((one, other) => place(one) - place(other)),
    copies: scene.copies.filter((copy) => copy.queue !== 'stock'),
    messages: scene.messages.filter(({ kind }) => kind !== 'acknowledge').map(withoutCompany),
    events: scene.events.map((each) => {
      const { label: _, ...event } = each;
      const words = said(each);
      return words ? { ...event, ...words, quiet: false } : { ...event, quiet: true };
    }),
  };
}

/** The message that waits longest: the first one published inside the window. */
export function waitsLongest(scene: Scene): MessageKey | undefined {
  const opens = scene.windows[0]?.opens ?? 0;
  return scene.messages.find(({ kind, departs }) => kind === 'publish' && departs >= opens)?.message;
}

interface Words {
  readonly brief: string;
  readonly label?: Label;
}

const crashes: Label = { text: 'confirmation crashes', style: 'fault', rank: 0 };
const comesBack: Label = { text: 'and comes back', style: 'note', rank: 1 };

/** Whom the story is about stands outermost, where its labels have free paper. */
const place = ({ id }: Lane) => ['process orders', 'broker', 'process stock', 'process confirmation'].indexOf(id);

/** What goes to stock is drawn thin and is no part of the path that is marked. */
function withoutCompany(line: MessageLine): MessageLine {
  if (line.to !== 'process stock') return line;
  const { message: _, row: __, ...company } = line;
  return { ...company, quiet: true };
}
