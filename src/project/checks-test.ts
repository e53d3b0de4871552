/** The text of a project's `checks.test.ts`: every check as a test, over the lab's and the checks' own sources. */
export function checksTest(mixes: number): string {
  return `import { readdirSync, readFileSync } from 'node:fs';
import { explore, scheduleId } from 'lab/authoring';
import { compile } from 'lab/compile';
import { expect, test } from 'vitest';
import { checks } from './exercise/checks.ts';

// Plays the files in app/ through the checks of the exercise: calmly, then with each single fault, then with a fixed set of
// mixes. Set a breakpoint anywhere in lab/, exercise/ or here; npm run check shows the same failures with a timeline.

const paths = readdirSync('app').filter((path) => path.endsWith('.ts'));
const program = compile(new Map(paths.map((path) => [path, readFileSync(\`app/\${path}\`, 'utf8')])));
const { results } = await explore(program, checks, { depth: 'check', mixes: ${mixes} });

// One by one, because test.each cuts long titles.
for (const { id, title } of checks) {
  test(title, () => {
    const result = results.find(({ check }) => check === id);
    if (!result) return expect.unreachable('This check was not reached.');
    if (result.outcome !== 'passed') expect.fail(\`\${result.because}\\n\\nThe schedule: \${scheduleId(result.schedule)}\`);
  });
}
`;
}
