import type { Demonstrations, Exercise } from 'lab/authoring';

/** An exercise as the grader knows it. */
export interface Known {
  readonly exercise: Exercise;
  readonly demonstrations?: Demonstrations;
}

const found = import.meta.glob<Exercise>(['/sandboxes/*/exercise.ts', '!/sandboxes/lab/*'], {
  eager: true,
  import: 'default',
});
const shown = import.meta.glob<Demonstrations>(['/sandboxes/*/demonstrations.ts', '!/sandboxes/lab/*'], {
  eager: true,
  import: 'default',
});

/** Every exercise there is, found by its folder: a new one needs no line here. */
export const exercises: ReadonlyMap<string, Known> = new Map(
  Object.entries(found).map(([path, exercise]) => {
    const demonstrations = shown[path.replace(/exercise\.ts$/, 'demonstrations.ts')];
    return [exercise.id, demonstrations ? { exercise, demonstrations } : { exercise }];
  }),
);
