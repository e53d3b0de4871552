/**
 * A project's README: how to run it, then the exercise's own contract without what its folder in the course holds.
 * `readme` is the exercise's README.md.
 */
export function projectReadme(title: string, readme: string, isGraded: boolean): string {
  const [, ...sections] = withoutFolder(readme).split(/\n(?=## )/);
  return `# ${title}

An exercise of the course *Event-driven basics*, as a Node project. Your files are in \`app/\`.

${isGraded ? GRADED : PLAYED}
${sections.length > 0 ? `\n${sections.join('\n').trim()}\n` : ''}
## In this folder

| | |
| --- | --- |
| \`app/\` | your files: the services of the order app |
| \`lab/\` | the world that they run in: processes, broker, database, mail, time, faults |
${isGraded ? '| `exercise/` | the checks and the scenarios that they play |\n| `checks.test.ts` | the checks as tests |\n' : ''}| \`course/\` | the grader of the course, bundled: it needs no install |

Time in the lab is simulated, and its faults come from schedules: the same files give the same result on every machine.
Your code runs with your own rights here: there is no sandbox around it as there is in the page.
`;
}

const GRADED = `\`\`\`sh
npm start                # plays the order app once, in calm weather, and shows what happened
npm run check            # grades app/ as the page does; nothing needs to be installed
npm run check -- --deep  # with pairs of faults, too
npm install && npm test  # the same checks as tests, from source, to debug and to change (Node 22.12 or newer)
npm run types            # after the install: checks the types of app/
\`\`\`

\`npm run check\` ends with the command that plays the first failing story once more: \`npm run replay -- <check> "<schedule>"\`. The checks' ids stand in \`exercise/\`.
It takes a link to a story as well, \`npm run replay -- "<link>"\`, and in place of the schedule the five letters that stand beside it, as long as \`npm run check\` shows them.
It ends with 1 when the check does not hold in that story.
`;

const PLAYED = `\`\`\`sh
npm start                              # plays the order app once, in calm weather, and shows what happened
npm run replay -- "<schedule>"         # plays it with faults, such as crash-after@confirmation:mail:1
npm install && npm run types           # checks the types of app/
\`\`\`

Nothing is graded here.
`;

/** Solutions and what is wrong with others is told in the course, after the exercise. */
function withoutFolder(readme: string): string {
  return readme.replace(/\n## In this folder\n[\s\S]*?(?=\n## |$)/, '\n').trimEnd();
}
