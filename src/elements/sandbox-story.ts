import type { SourceFile } from '#exercise/exercise-data.ts';
import { writeStoryLink } from '#grading/story-link.ts';
import { sameFiles } from '#stores/draft-files.ts';
import type { Session } from '#stores/session.ts';
import { type LineMark, marksOf, stepMark } from '#stores/session-marks.ts';
import type { Showing } from '#stores/session-state.ts';
import { findPart } from './find-part.ts';
import { PlayConsole } from './play-console.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { forgetStoryAddress, showStoryAddress } from './story-address.ts';
import { storyParts } from './story-parts.ts';
import { type TraceStep, TraceView } from './trace-view.ts';

export interface StoryActions {
  /** Brings the timeline into view. */
  reveal(): void;
  say(words: string): void;
}

/** The timeline below the panes, with the console, the marks in the editor and the page's address that belong to its story. */
export function showStories(
  sandbox: HTMLElement,
  session: Session,
  files: SandboxFiles,
  actions: StoryActions,
): () => void {
  const view = findPart(sandbox, 'trace-view', TraceView);
  const words = findPart(sandbox, '[data-part="trace-words"]', HTMLElement);
  const console = findPart(sandbox, 'play-console', PlayConsole);
  const emptyWords = [...words.childNodes];
  let step: LineMark | undefined;

  function draw(showing: Showing): void {
    // A replay takes milliseconds: the story before it stays until then, so that the page does not jump.
    if (showing.kind === 'playing' && !view.hidden) return;
    const parts = storyParts(showing, session, { goTo: files.goTo, reveal: actions.reveal });
    if (parts.length > 0) words.replaceChildren(...parts);
    else words.replaceChildren(...(showing.kind === 'nothing' ? emptyWords : []));
    view.hidden = showing.kind !== 'story';
    step = undefined;
    if (showing.kind === 'story') begin(showing);
    else if (showing.kind === 'nothing') {
      forgetStoryAddress();
      console.show(undefined, 'the run');
    }
    // What an earlier program printed is not of this run.
    if (showing.kind === 'broken off' && showing.link.check === undefined) console.show([], 'the run');
    mark();
  }

  function begin({ story, link }: Showing & { kind: 'story' }): void {
    view.story = story;
    console.show(story.trace, link.check === undefined ? 'the run' : 'the story below', story.cutLines);
    if (link.check === undefined) forgetStoryAddress();
    else showStoryAddress(link);
    const [first] = marksOf(story);
    if (first) {
      files.goTo(first.path, first.line);
    }
  }

  function mark(): void {
    const showing = session.showing.get();
    files.area.setMarks(showing.kind === 'story' ? marksFor(showing) : []);
  }

  /** A mark speaks of the text that was played: when that file has changed since, it would point at the wrong line. */
  function marksFor(showing: Showing & { kind: 'story' }): readonly LineMark[] {
    const now = session.draft.files.get();
    const same = (path: string) => sameFiles(showing.code.filter(at(path)), now.filter(at(path)));
    const all = [...marksOf(showing.story), ...(step ? [step] : [])];
    return all.filter(({ path }) => same(path));
  }

  const onStep = (event: Event) => {
    const { at, place } = stepOf(event);
    step = place && stepMark(place, at);
    mark();
  };

  const onShow = (event: Event) => {
    const { place } = stepOf(event);
    if (place) files.select(place.path, place.line);
  };

  const onCopy = async (event: Event) => {
    const showing = session.showing.get();
    if (showing.kind !== 'story') return;
    const link = new URL(writeStoryLink(showing.link), location.href).href;
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    const words = copied ? 'Copied.' : `This browser does not let the page copy. The link is: ${link}`;
    (event as CustomEvent<(words: string) => void>).detail(words);
    actions.say(copied ? 'The link to this story is copied.' : words);
  };

  const onAddress = () => {
    if (session.offer(location.hash)) actions.reveal();
  };
  view.addEventListener('step', onStep);
  view.addEventListener('show', onShow);
  view.addEventListener('copylink', onCopy);
  addEventListener('hashchange', onAddress);
  const forget = [session.showing.listen(draw), session.draft.files.listen(mark)];
  console.show(undefined, '');
  onAddress();
  return () => {
    removeEventListener('hashchange', onAddress);
    for (const each of forget) each();
  };
}

function stepOf(event: Event): TraceStep {
  return (event as CustomEvent<TraceStep>).detail;
}

const at =
  (path: string) =>
  (file: SourceFile): boolean =>
    file.path === path;
