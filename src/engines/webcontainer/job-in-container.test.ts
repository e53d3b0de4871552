import type { WebContainerProcess } from '@webcontainer/api';
import { afterEach, expect, test, vi } from 'vitest';
import type { Ending } from '../engine.ts';
import type { JobSaid } from '../job-files.ts';
import type { Container } from './container.ts';
import { DEADLINES } from './deadline.ts';
import { jobInContainer } from './job-in-container.ts';
import { Unavailable } from './reasons.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A container whose process says one file at each look, or nothing. */
function containerSaying(looks: (() => readonly JobSaid[] | string | undefined)[], changes: Partial<Container> = {}) {
  const calls: string[] = [];
  const called =
    (name: string) =>
    async (path: unknown): Promise<void> => {
      calls.push(`${name} ${String(path).replace(/\d+-\d+/, 'n')}`);
    };
  const process = { output: new ReadableStream(), exit: new Promise<number>(() => {}) };
  const container: Container = {
    deadlines: { ...DEADLINES, silence: 2_500 },
    lost: new Promise(() => {}),
    lose: (reason) => calls.push(`lose ${reason}`),
    write: called('write'),
    makeFolder: called('make'),
    remove: called('remove'),
    end: async () => void calls.push('end'),
    mount: called('mount'),
    list: async () => [],
    watch: () => () => {},
    spawn: async () => {
      calls.push('spawn');
      return process as unknown as WebContainerProcess;
    },
    read: async (path) => {
      calls.push(`read ${path.split('/').at(-1)}`);
      const said = looks.shift()?.();
      return typeof said === 'object' ? JSON.stringify(said) : said;
    },
    ...changes,
  };
  return { container, calls };
}

const done: readonly JobSaid[] = [{ kind: 'ended', ending: { kind: 'done' } }];

function job(container: Container, stopped = new Promise<'stopped'>(() => {})): Promise<Ending> {
  const asked = { exercise: 'x', files: [], job: { kind: 'run' }, pace: { kind: 'fast' } } as const;
  return jobInContainer(container, { asked, hear: () => {}, stopped });
}

/** A look after which the page has slept for a minute. */
function sleeping(): () => undefined {
  const now = performance.now.bind(performance);
  let sleptMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + sleptMs);
  return () => {
    sleptMs += 60_000;
    return undefined;
  };
}

test('a page that slept does not blame the process', async () => {
  const sleep = sleeping();
  const { container, calls } = containerSaying([sleep, () => undefined, sleep, () => done]);
  expect(await job(container)).toEqual({ kind: 'done' });
  expect(calls).not.toContain('lose crashed');
});

test('a process that says nothing however often one looks has crashed', async () => {
  const sleep = sleeping();
  const { container, calls } = containerSaying([sleep, sleep, sleep, sleep]);
  await expect(job(container)).rejects.toEqual(new Unavailable('crashed'));
  expect(calls).toContain('lose crashed');
});

test('an answer that is none is looked at again, and not passed over', async () => {
  const { container, calls } = containerSaying([() => '{', () => '[1]', () => [{ kind: 'beat' }], () => done]);
  expect(await job(container)).toEqual({ kind: 'done' });
  const looks = calls.filter((call) => call.startsWith('read'));
  expect(looks).toEqual([...Array.from({ length: 3 }, () => 'read 000001.json'), 'read 000002.json']);
});

test('whatever fails without a reason of its own is said in one sentence, and its folder goes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { container, calls } = containerSaying([], {
    write: () => Promise.reject(new Error('EISDIR: illegal operation on a directory')),
  });
  expect(await job(container)).toEqual({
    kind: 'engine failed',
    because: expect.stringMatching(/^The grader could not be started .*EISDIR.*use the built-in runner\.$/),
  });
  await expect.poll(() => calls).toEqual(['make .course/jobs/n', 'remove .course/jobs/n']);
});

test('a job that is stopped while it is being begun starts no process', async () => {
  let letGo: () => void = () => {};
  const written = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { container, calls } = containerSaying([], { write: () => written });
  expect(await job(container, Promise.resolve('stopped'))).toEqual({ kind: 'stopped' });
  letGo();
  await expect.poll(() => calls).toEqual(['make .course/jobs/n', 'remove .course/jobs/n']);
});
