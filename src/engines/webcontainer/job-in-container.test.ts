import type { WebContainerProcess } from '@webcontainer/api';
import { afterEach, expect, test, vi } from 'vitest';
import type { Ending } from '../engine.ts';
import type { JobSaid } from '../job-files.ts';
import type { Container } from './container.ts';
import { DEADLINES } from './deadline.ts';
import { GRADER_PATH } from './grader-path.ts';
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
    grader: GRADER,
    lost: new Promise(() => {}),
    lose: (reason) => calls.push(`lose ${reason}`),
    write: called('write'),
    makeFolder: called('make'),
    remove: called('remove'),
    end: async () => {
      calls.push('end');
      return true;
    },
    mount: called('mount'),
    list: async () => [],
    filesBelow: async () => [],
    watch: () => () => {},
    spawn: async () => {
      calls.push('spawn');
      return process as unknown as WebContainerProcess;
    },
    read: async (path) => {
      if (path === GRADER_PATH) return GRADER;
      calls.push(`read ${path.split('/').at(-1)}`);
      const said = looks.shift()?.();
      return typeof said === 'object' ? JSON.stringify(said) : said;
    },
    ...changes,
  };
  return { container, calls };
}

const GRADER = '// grades';
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
  expect(calls.filter((call) => call.startsWith('lose'))).toEqual([]);
});

test('a process that falls silent is ended, nothing else is lost, and the code is not blamed', async () => {
  const sleep = sleeping();
  const { container, calls } = containerSaying([() => [{ kind: 'beat' }], sleep, sleep, sleep, sleep]);
  expect(await job(container)).toEqual({
    kind: 'timed out',
    afterMs: 2_500,
    because: expect.stringMatching(
      /^The process that played your code gave no sign of life; it was ended after 2\.5 s\. It is not known why: /,
    ),
  });
  expect(calls).toContain('end');
  expect(calls.filter((call) => call.startsWith('lose'))).toEqual([]);
});

test('a process that never begins is ended, and another runner takes the job', async () => {
  const sleep = sleeping();
  const { container, calls } = containerSaying([sleep, sleep, sleep, sleep]);
  await expect(job(container)).rejects.toEqual(new Unavailable('not begun'));
  expect(calls).toContain('end');
  expect(calls.filter((call) => call.startsWith('lose'))).toEqual([]);
});

test('only a silent process that cannot be ended takes real Node with it', async () => {
  const sleep = sleeping();
  const { container } = containerSaying([sleep, sleep, sleep, sleep], { end: async () => false });
  await expect(job(container)).rejects.toEqual(new Unavailable('wedged'));
});

test('a grader that somebody has spoiled in the terminal is put back before the job', async () => {
  for (const found of ['// spoiled', undefined]) {
    const written: string[] = [];
    const { container, calls } = containerSaying([() => done]);
    const mended: Container = {
      ...container,
      read: async (path) => (path === GRADER_PATH ? found : container.read(path)),
      write: async (path, text) => void written.push(path === GRADER_PATH ? text : path.split('/').at(-1)!),
    };
    expect(await job(mended)).toEqual({ kind: 'done' });
    expect(written).toEqual(['asked.json', GRADER]);
    expect(calls.indexOf(`remove ${GRADER_PATH}`)).toBeLessThan(calls.indexOf('spawn'));
  }
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
