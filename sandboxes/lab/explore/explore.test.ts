import {
  type Check,
  digestOf,
  type ExploreOptions,
  explore,
  failed,
  is,
  type Progress,
  passed,
  type Result,
  type Scenario,
  scheduleId,
  type Trace,
} from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { MAILER, quiet, smallProgram, twoRequests } from './small-program.ts';

const mailer = smallProgram(MAILER);
const crashes = { fault: 'crash' } as const;
const options = { depth: 'check', mixes: 8 } as const;

/** Both mails leave; broken by any crash before a mail. */
const everyMail = check('every-mail', (trace) =>
  trace.filter(is('mailed')).length === 2 ? passed() : failed('A mail is missing.'),
);
/** Broken by two crashes only. */
const oneMail = check('one-mail', (trace) => (trace.some(is('mailed')) ? passed() : failed('No mail at all.')));
const anything = check('anything', () => passed());

function check(id: string, verdict: Check['verdict'], more: Partial<Check> = {}): Check {
  return { id, title: id, scenario: twoRequests, scope: [crashes], verdict, ...more };
}

describe('what is told', () => {
  test('is the first schedule in a fixed order that breaks the check', async () => {
    const { results } = await explore(mailer, [everyMail], options);
    expect(results).toMatchObject([{ check: 'every-mail', outcome: 'failed', because: 'A mail is missing.' }]);
    expect(idOf(results[0]!)).toBe('crash-before@orders:mail:1');
  });

  test('is shrunk to the faults that it takes', async () => {
    const { results } = await explore(mailer, [oneMail], { depth: 'deep', mixes: 64 });
    expect(idOf(results[0]!)).toBe('crash-before@orders:mail:1,crash-before@orders:mail:2');
  });

  test('comes with the trace of the shrunk schedule', async () => {
    const { results } = await explore(mailer, [oneMail], { depth: 'deep', mixes: 64 });
    const [result] = results;
    expect(result!.outcome === 'failed' && result!.trace.filter(is('struck')).length).toBe(2);
  });

  test('counts a remark over all schedules, and names the first', async () => {
    const remarking = check('remarking', (trace) =>
      trace.some(is('struck')) ? passed({ id: 'r', text: 'struck', evidence: [] }) : passed(),
    );
    const { results } = await explore(mailer, [remarking], { ...options, mixes: 0 });
    const [result] = results;
    if (result!.outcome !== 'passed') throw new Error('it should pass');
    expect(result!.remarks).toMatchObject([{ id: 'r', times: result!.plays - 1 }]);
    expect(scheduleId(result!.remarks[0]!.schedule)).toBe('crash-before@orders:mail:1');
  });

  test('is only what the scope of the check allows', async () => {
    const calmOnly = check('calm-only', everyMail.verdict, { scope: [] });
    const { results } = await explore(mailer, [calmOnly, everyMail], options);
    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
    expect(results[0]).toMatchObject({ plays: 1 });
  });

  test('never changes on a rerun, nor with the batch', async () => {
    const told = async (batch: number) => {
      const traces: Trace[] = [];
      const listening = check('listening', (trace) => {
        traces.push(trace);
        return passed();
      });
      const { results } = await explore(mailer, [listening, oneMail], { depth: 'deep', mixes: 64, batch });
      return [digestOf(traces), JSON.stringify(results)];
    };
    const first = await told(64);
    for (const batch of [64, 1, 32, 500]) expect(await told(batch)).toEqual(first);
  });
});

describe('what is covered', () => {
  test('is said by sort, and a deep exploration covers all that a check covers', async () => {
    const shallow = await played(options);
    const deep = await played({ ...options, depth: 'deep' });
    expect(shallow.sorts).toEqual(['calm', 'single faults', 'mixes']);
    expect(deep.sorts).toEqual(['calm', 'single faults', 'mixes', 'pairs']);
    expect(deep.schedules.slice(0, shallow.schedules.length)).toEqual(shallow.schedules);
  });

  test('has no pair of which only one can strike, and none twice', async () => {
    const { schedules } = await played({ ...options, mixes: 0, depth: 'deep' });
    expect(new Set(schedules).size).toBe(schedules.length);
    expect(schedules.filter((id) => id.includes(',')).length).toBeGreaterThan(20);
  });

  test('pairs each fault with what only its own play reached', async () => {
    const { schedules } = await played({ ...options, depth: 'deep' }, smallProgram(RETRYING));
    expect(schedules).toContain('fail-before@orders:mail:1,fail-before@orders:mail:3');
    expect(schedules).not.toContain('fail-before@orders:mail:3');
  });

  test('is announced before it is played, and never shrinks while checks hold', async () => {
    const told: Progress[] = [];
    await explore(mailer, [anything], {
      depth: 'deep',
      mixes: 8,
      batch: 4,
      onProgress: (progress) => told.push(progress),
    });
    for (const { played, planned, coverage } of told) {
      expect(played).toBeLessThanOrEqual(planned);
      expect(coverage.reduce((sum, one) => sum + one.played, 0)).toBe(played);
    }
    expect(told.at(-1)!.played).toBe(told.at(-1)!.planned);
    expect(told.map(({ planned }) => planned)).toEqual(told.map(({ planned }) => planned).toSorted((a, b) => a - b));
  });

  test('is not more than is needed once all checks of a scenario are broken', async () => {
    const { coverage, plays } = await explore(mailer, [everyMail], { depth: 'deep', mixes: 64, batch: 1 });
    expect(coverage.every(({ played, planned }) => played === planned)).toBe(true);
    expect(plays).toBe(2);
  });
});

describe('more pairs than there is time for', () => {
  const deep = { depth: 'deep', mixes: 8 } as const;

  test('are sampled, which the coverage says, and what is planned is played', async () => {
    const told: Progress[] = [];
    const whole = await explore(mailer, [anything], deep);
    const { coverage } = await explore(mailer, [anything], {
      ...deep,
      pairSteps: 50,
      onProgress: (progress) => told.push(progress),
    });
    const all = whole.coverage.find(({ sort }) => sort === 'pairs')!;
    const pairs = coverage.find(({ sort }) => sort === 'pairs')!;
    expect(all).not.toHaveProperty('outOf');
    expect(pairs).toEqual({ sort: 'pairs', played: pairs.planned, planned: pairs.planned, outOf: all.planned });
    expect(pairs.planned).toBeLessThan(all.planned);
    expect(told.at(-1)!.planned).toBe(told.at(-1)!.played);
  });

  test('are the same ones on a rerun, and with any batch', async () => {
    const schedulesOf = async (batch: number) => {
      const cues: string[] = [];
      const onBatch: ExploreOptions['onBatch'] = (some) =>
        cues.push(...some.map(({ schedule }) => scheduleId(schedule)));
      await explore(mailer, [anything], { ...deep, pairSteps: 50, batch, onBatch });
      return cues;
    };
    const first = await schedulesOf(64);
    for (const batch of [64, 1, 7]) expect(await schedulesOf(batch)).toEqual(first);
  });

  test('are counted in portions, and between them somebody is told and may stop it', async () => {
    const many = smallProgram(MANY_MAILS);
    const told: number[] = [];
    const signal = { aborted: false };
    const all = check('all', () => passed(), { scenario: quiet });
    const { coverage, stopped } = await explore(many, [all], {
      depth: 'deep',
      mixes: 0,
      signal,
      onProgress: ({ played }) => {
        if (told.at(-1) === played) signal.aborted = true;
        told.push(played);
      },
    });
    expect(stopped).toBe(true);
    expect(coverage.map(({ sort }) => sort)).toEqual(['calm', 'single faults']);
  });
});

describe('while it goes on', () => {
  test('a broken check is told before the others, which are told once each', async () => {
    const told: string[] = [];
    await explore(mailer, [anything, everyMail], { ...options, batch: 1, onResult: ({ check: id }) => told.push(id) });
    expect(told).toEqual(['every-mail', 'anything']);
  });

  test('a stop keeps what is known, and says what was not covered', async () => {
    const signal = { aborted: false };
    const report = await explore(mailer, [everyMail, anything], {
      depth: 'deep',
      mixes: 8,
      batch: 2,
      signal,
      onResult: () => {
        signal.aborted = true;
      },
    });
    expect(report.stopped).toBe(true);
    expect(report.results.map(({ check: id }) => id)).toEqual(['every-mail']);
    const singles = report.coverage.find(({ sort }) => sort === 'single faults')!;
    expect(singles.played).toBeLessThan(singles.planned);
  });

  test('every batch is told before it is played, and so is what shrinks a failure', async () => {
    const told: string[][] = [];
    const { plays } = await explore(mailer, [oneMail], {
      depth: 'deep',
      mixes: 0,
      batch: 4,
      onBatch: (cues) => told.push(cues.map(({ scenario, schedule }) => `${scenario.id} ${scheduleId(schedule)}`)),
    });
    expect(told[0]).toEqual(['two-requests calm']);
    expect(told[1]).toHaveLength(4);
    expect(told.flat().length).toBeGreaterThan(plays);
  });
});

describe('a program that cannot be judged', () => {
  test.each([
    ['throws when it is loaded', "throw new Error('no');", 'The orders process did not start: no'],
    [
      'throws when it starts',
      "export default () => { throw new Error('no'); };",
      'The orders process did not start: no',
    ],
    ['exports no start', 'export const a = 1;', 'has no default export that starts the service'],
    [
      'leaves a rejection to nobody',
      "export default () => { void Promise.reject(new Error('no')); };",
      'The orders process died: no',
    ],
    [
      'leaves a rejection that is no error',
      'export default () => { void Promise.reject(7); };',
      'The orders process died: thrown: 7',
    ],
    [
      'throws in a timer',
      "export default () => { setTimeout(() => { throw new Error('no'); }); };",
      'The orders process died: no',
    ],
    [
      'throws in a microtask',
      "export default () => { queueMicrotask(() => { throw new Error('no'); }); };",
      'The orders process died: no',
    ],
    [
      'awaits a loop in start',
      'const sleep = () => new Promise((r) => setTimeout(r, 50)); export default async () => { for (;;) await sleep(); };',
      'The orders process never became ready: its start function has not returned.',
    ],
    [
      'awaits for ever in start',
      'export default () => new Promise(() => {});',
      'The orders process never became ready',
    ],
    [
      'writes for ever',
      "import { notes } from './deployment.ts'; export default ({ database }) => { setInterval(() => database.insert(notes, { id: 'a', v: 1 }, { onConflict: 'do update' }), 100); };",
      'The orders process never came to rest: a simulated minute later it was still at work.',
    ],
    [
      'asks itself for ever',
      "export default ({ app }) => { app.get('/', () => ({ status: 200 })); void (async () => { for (;;) await fetch('http://orders/').catch(() => {}); })(); };",
      'The orders process never came to rest: it kept asking for more until the play was cut off.',
    ],
  ])('because it %s is an error that says so', async (_, text, because) => {
    const calm = check('calm', () => passed(), { scenario: quiet });
    const { results } = await explore(smallProgram(text), [calm], options);
    expect(results[0]).toMatchObject({ outcome: 'error', because: expect.stringContaining(because), schedule: [] });
  });

  test.each([
    ['a heartbeat that changes nothing', 'export default () => { setInterval(() => {}, 10); };'],
    ['a clean-up every minute', 'export default () => { setInterval(() => console.log("tidy"), 60_000); };'],
    [
      'a poll that finds nothing',
      "import { notes } from './deployment.ts'; export default ({ database }) => { setInterval(() => database.select(notes), 500); };",
    ],
    ['a timer for tomorrow', 'export default () => { setTimeout(() => {}, 86_400_000); };'],
  ])('is not one with %s', async (_, text) => {
    const calm = check('calm', () => passed(), { scenario: quiet });
    const { results } = await explore(smallProgram(text), [calm], options);
    expect(results[0]).toMatchObject({ outcome: 'passed' });
  });

  test('is not one that dies while the mail provider is down, and goes on when it is back', async () => {
    const dying = smallProgram(
      "export default ({ mail }) => { void mail.send({ to: 'ada@example.com', subject: 'hello', text: '' }); };",
    );
    const outage: Scenario = {
      id: 'outage',
      play: async ({ operator, sleep, settled }) => {
        operator.stopMail();
        operator.stop('orders');
        await operator.start('orders');
        await sleep(100);
        operator.startMail();
        await settled();
      },
    };
    const mailed = check('mailed', (trace) => (trace.some(is('mailed')) ? passed() : failed('No mail.')), {
      scenario: outage,
    });
    const { results } = await explore(dying, [{ ...mailed, scope: [] }], options);
    expect(results[0]).toMatchObject({ outcome: 'passed' });
  });

  test('is judged by what it did before its restlessness is', async () => {
    const restless = smallProgram(
      "import { notes } from './deployment.ts'; export default ({ database }) => { setInterval(() => database.insert(notes, { id: 'a', v: 1 }, { onConflict: 'do update' }), 100); };",
    );
    const calm = check('calm', () => failed('It wrote.'), { scenario: quiet });
    expect((await explore(restless, [calm], options)).results[0]).toMatchObject({
      outcome: 'failed',
      because: 'It wrote.',
    });
  });
});

describe('an author who errs', () => {
  test('reads which check threw, under which schedule', async () => {
    const throwing = check('throwing', (trace) => {
      if (trace.some(is('struck'))) throw new Error('oops');
      return passed();
    });
    const { results } = await explore(mailer, [throwing], options);
    expect(results[0]).toMatchObject({ outcome: 'error', because: 'The check throwing itself failed: oops' });
    expect(idOf(results[0]!)).toBe('crash-before@orders:mail:1');
  });

  test('reads which scenario threw', async () => {
    const scenario = { id: 'wild', play: () => Promise.reject(new Error('oops')) };
    const { results } = await explore(mailer, [check('c', () => passed(), { scenario })], options);
    expect(results[0]).toMatchObject({ outcome: 'error', because: 'The scenario wild failed: oops' });
  });
});

/** Two hundred faults, and in the play of each nearly all of the others. */
const MANY_MAILS = `export default ({ mail }) => {
  for (let n = 0; n < 100; n++) void mail.send({ to: 'a', subject: '', text: '' });
};`;

const RETRYING = `export default ({ mail }) => {
  void (async () => {
    for (let tries = 0; tries < 3; tries++) {
      await mail.send({ to: 'a', subject: '', text: '' }).then(() => { tries = 3; }, () => {});
    }
    await mail.send({ to: 'b', subject: '', text: '' }).catch(() => {});
  })();
};`;

async function played(given: typeof options | { depth: 'deep'; mixes: number }, program = mailer) {
  const schedules: string[] = [];
  const fails = { fault: 'fail' } as const;
  const scope = [crashes, fails];
  const listening = check('listening', (trace) => {
    schedules.push(scheduleId(trace.filter(is('struck')).map(({ fault }) => fault)));
    return passed();
  });
  const { coverage } = await explore(program, [{ ...listening, scope }], given);
  return { schedules, sorts: coverage.map(({ sort }) => sort) };
}

function idOf(result: Result): string {
  return result.outcome === 'passed' ? 'passed' : scheduleId(result.schedule);
}
