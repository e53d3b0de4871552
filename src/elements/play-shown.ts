import type { Shown } from '#stores/showroom.ts';
import type { Asked } from './lesson-player.ts';

/** Plays one of the lesson's own programs. When this has told a story, `<trace-view>` can show it. */
export async function playShown(asked: Asked): Promise<Shown> {
  const player = await fetchPlayer().catch(() => undefined);
  if (player) return player.play(asked);
  return { kind: 'failed', because: 'What plays this could not be fetched. Check the connection and reload the page.' };
}

/** Somebody is about to ask. */
export function warmPlayer(): void {
  fetchPlayer().then(
    ({ warm }) => warm(),
    // Whoever asks is told.
    () => {},
  );
}

const fetchPlayer = () => import('./lesson-player.ts');
