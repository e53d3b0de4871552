import { writeStoryLink } from '#grading/story-link.ts';
import type { Session } from '#stores/session.ts';

/** Copies an address that holds the learner's files, and the story on show. Resolves with words about how that went; never rejects. */
export async function copyCodeLink({ draft, exercise, showing }: Session): Promise<string> {
  const shared = await import('#stores/shared-code.ts').catch(() => undefined);
  if (!shared) return 'What makes the link could not be fetched. Check the connection, then choose it again.';
  const packed = shared.packCode(draft.files.get().filter(({ path }) => !exercise.given.includes(path)));
  if (packed === undefined) return 'Your code is too long for an address. Download it as a Node project and send that.';
  const now = showing.get();
  const link = now.kind === 'story' || now.kind === 'offered' ? now.link : { schedule: 'calm' };
  const { href } = new URL(writeStoryLink(link, packed), location.href);
  try {
    await navigator.clipboard.writeText(href);
    return 'The link with your code is copied. Whoever opens it is asked before anything happens.';
  } catch {
    return 'This browser does not let the page copy. Use the download of the project instead.';
  }
}
