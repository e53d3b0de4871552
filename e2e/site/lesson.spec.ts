import { expect, type Locator, type Page, test } from '@playwright/test';
import { hold } from './hold.ts';
import { lessons } from './pages.ts';
import { keepOnDevice } from './practice.ts';
import { works } from './works.ts';

const lesson = '/lessons/events-and-commands/';
const explorable = (page: Page): Locator => page.locator('site-explorable').first();
const breakIt = (page: Page): Locator => page.locator('[data-break-it="the-same-fact-each-time"]');
const kept = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('event-driven-basics/progress') ?? '{}'));

test('a knob plays the program again, and says and draws what came of it', async ({ page }) => {
  await page.goto(lesson);
  const reads = explorable(page).locator('[data-part="reads"]');
  await expect(reads).toContainText('It works as long as nobody else listens.');
  await explorable(page).getByRole('radio', { name: 'nobody' }).check();
  await expect(reads).toContainText('The duty vanished without a sound.');
  await expect(explorable(page).locator('trace-view svg').first()).toBeVisible();
  await expect(explorable(page).locator('[data-part="drawn"]')).toBeHidden();
  await explorable(page).getByRole('radio', { name: 'orders dies before it is told' }).check();
  await expect(reads).toContainText('lesson 6 closes this gap');
  await expect(explorable(page)).not.toHaveAttribute('aria-busy');
});

test('while a choice is played, the answer to the one before is gone and the story is busy', async ({ page }) => {
  const answer = await hold(page, '**/demonstrations/*.json');
  await page.goto(lesson);
  const reads = explorable(page).locator('[data-part="reads"]');
  await explorable(page).getByRole('radio', { name: 'nobody' }).check();
  await expect(explorable(page)).toHaveAttribute('aria-busy', 'true');
  await expect(reads).toHaveText('Playing it with these options…');
  await explorable(page).getByRole('radio', { name: 'confirmation', exact: true }).check();
  answer();
  await expect(reads).toContainText('It works as long as nobody else listens.');
  await expect(explorable(page)).not.toHaveAttribute('aria-busy');
});

test('knobs are turned with the keyboard alone', async ({ page }) => {
  await page.goto(lesson);
  await explorable(page).getByRole('radio', { name: 'confirmation', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(explorable(page).locator('[data-part="reads"]')).toContainText('The duty vanished');
});

test('a break-it says why a promise held, is broken where it breaks, and keeps that on this device', async ({
  page,
}) => {
  await keepOnDevice(page, {});
  await page.goto(lesson);
  const act = breakIt(page).getByRole('button', { name: 'Put the fault there' });
  await expect(act).toBeDisabled();
  await breakIt(page).getByRole('radio', { name: 'Confirmation dies after its mail' }).check();
  await act.click();
  const says = breakIt(page).locator('[data-part="says"]');
  await expect(says).toContainText('It held.');
  await breakIt(page).getByRole('radio', { name: 'Orders dies after it has told order.placed' }).check();
  await act.click();
  await expect(says).toContainText('Broken.');
  await expect(breakIt(page).locator('trace-view svg').first()).toBeVisible();
  expect((await kept(page)).breakIts).toMatchObject({ 'the-same-fact-each-time': { tries: 2 } });
  await page.reload();
  await expect(breakIt(page).locator('[data-part="kept"]')).toContainText(
    /You broke it on .*: Orders dies after it has told order\.placed\./,
  );
});

test('the program of a break-it does not say where it is wrong', async ({ page }) => {
  await page.goto(lesson);
  await expect(breakIt(page).locator('.shown-files')).toContainText('order.placed');
  await expect(breakIt(page).locator('.shown-files')).not.toContainText('// Wrong');
});

test('below a quiz stands how far it is, and in the end how it came out', async ({ page }) => {
  await page.goto('/lessons/outbox/');
  await works(page);
  const total = page.locator('quiz-total');
  await expect(total).toBeHidden();
  const questions = await page.locator('quiz-question').all();
  for (const question of questions) {
    await question.locator('.option:has(.is-right) input').first().check();
    await question.locator('button[type="submit"]').click();
    await expect(total).toContainText(question === questions.at(-1) ? 'right at the first answer' : 'answered');
  }
  await expect(total).toContainText(
    `${questions.length} of ${questions.length} right at the first answer. It counts in full.`,
  );
});

test('an answer to a question of the quiz is explained, option by option, and stays', async ({ page }) => {
  await keepOnDevice(page, {});
  await page.goto(lesson);
  const question = page.locator('quiz-question').first();
  await expect(question.locator('.option-because').first()).toBeHidden();
  await question.getByRole('radio').nth(0).check();
  await question.getByRole('button', { name: 'Answer' }).click();
  await expect(question.locator('.option-because')).toHaveCount(3);
  for (const because of await question.locator('.option-because').all()) await expect(because).toBeVisible();
  await page.reload();
  await expect(question.getByRole('radio').nth(0)).toBeChecked();
  await expect(question.getByRole('radio').nth(1)).toBeDisabled();
});

test('a prediction that was committed to stays in view, and its answer shows that it has the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await keepOnDevice(page, {});
  await page.goto(lesson);
  const prediction = page.locator('site-prediction').first();
  await prediction.getByRole('radio').first().check();
  await prediction.getByRole('button', { name: 'Commit to an answer' }).click();
  await expect(prediction.locator('.option-because').first()).toBeInViewport();
  const answer = prediction.locator('.card-after');
  await expect(answer).toBeFocused();
  await expect(answer).toHaveCSS('outline-style', 'solid');
});

test('a program that cannot be fetched is said in words, and fetched when one tries again', async ({ page }) => {
  await page.route('**/demonstrations/*.json', (route) => route.abort());
  await page.goto(lesson);
  await explorable(page).getByRole('radio', { name: 'nobody' }).check();
  const reads = explorable(page).locator('[data-part="reads"]');
  await expect(reads).toContainText('Check the connection and try again.');
  await page.unroute('**/demonstrations/*.json');
  await explorable(page).getByRole('radio', { name: 'confirmation', exact: true }).check();
  await expect(reads).toContainText('It works as long as nobody else listens.');
});

test('without JavaScript a lesson can be read whole: pictures, answers and what each fault does', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(lesson);
  await expect(page.locator('main button:visible')).toHaveCount(0);
  await expect(explorable(page).locator('svg').first()).toBeVisible();
  await breakIt(page).getByText('What each fault does').click();
  await expect(breakIt(page).getByText('Broken.').first()).toBeVisible();
  const question = page.locator('quiz-question').first();
  await question.getByText('Show the answer').click();
  await expect(question.locator('.option-because').first()).toBeVisible();
  await context.close();
});

for (const address of lessons) {
  test(`${address} takes as long to read as it says`, async ({ page }) => {
    await page.goto(address);
    const said = Number((await page.locator('.lesson-head').textContent())?.match(/(\d+) of them to read/)?.[1]);
    const words = await page.evaluate(() => {
      const text = document.querySelector('.lesson')?.cloneNode(true) as HTMLElement;
      for (const apart of text.querySelectorAll(
        'code-sandbox, .shown-program, .contract > .meta, .card:not(site-prediction, quiz-question, site-decision), site-prediction form, .acts, .card-kind, .card-answer summary, .visually-hidden, .decision-verdict, .decision-costs, svg, nav, script',
      ))
        apart.remove();
      return (text.textContent ?? '').split(/\s+/).filter((word) => /\w/.test(word)).length;
    });
    expect(Math.abs(words / 200 - said)).toBeLessThanOrEqual(1);
  });
}

test('the failure that a lesson opens with is played in front of the reader, step by step', async ({ page }) => {
  await page.goto(lesson);
  const story = page.locator('site-shown-story').first();
  const act = story.getByRole('button', { name: 'Play it step by step' });
  await act.focus();
  await page.keyboard.press('Enter');
  await expect(story.locator('.tl-count')).toHaveText(/^step [2-9] of/);
  await expect(act).toBeHidden();
  await expect(story.locator('figure.is-static > svg:visible')).toHaveCount(0);
  // Whoever began it with a key can stop it with the same.
  await expect(story.getByRole('button', { name: 'Stop playing' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(story.getByRole('button', { name: 'Play slowly' })).toBeFocused();
  await story.getByRole('button', { name: 'Table' }).click();
  await expect(story.getByRole('table')).toBeVisible();
});

test('a story that cannot be fetched says so, and stays as it was drawn', async ({ page }) => {
  await page.route('**/demonstrations/*.json', (route) => route.abort());
  await page.goto(lesson);
  const story = page.locator('site-shown-story').first();
  await story.getByRole('button', { name: 'Play it step by step' }).click();
  await expect(story.getByRole('status').first()).toContainText('Check the connection and try again.');
  await expect(story.locator('figure.is-static > svg:visible')).toHaveCount(1);
  await page.unroute('**/demonstrations/*.json');
  await story.getByRole('button', { name: 'Play it step by step' }).click();
  await expect(story.locator('.tl-count')).toHaveText(/^step /);
});

test('on a phone a story that plays stays in sight, and leaves alone whoever looks elsewhere', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  await page.goto('/lessons/when-not-to/');
  const story = page.locator('site-shown-story').first();
  await story.getByRole('button', { name: 'Play it step by step' }).click();
  const last = Number(/of (\d+)/.exec((await story.locator('.tl-count').textContent()) ?? '')?.[1]);
  await expect(story.locator('.tl-count')).toHaveText(`step ${last} of ${last}`);
  await expect(story.locator('.tl-spot[aria-current="step"]')).toBeInViewport();
  await story.getByRole('button', { name: 'Play slowly' }).click();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(story.locator('.tl-count')).toHaveText(/^step [3-9] /);
  await expect(page.locator('.foot')).toBeInViewport();
  await expect(story).not.toBeInViewport();
});

for (const width of [390, 768, 1280])
  test(`whoever leaves a lesson and comes back finds the same line at the same height, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/lessons/when-not-to/', '/lessons/outbox/']) {
      await page.goto(address);
      await works(page);
      await page.evaluate(() => scrollTo(0, 10_000));
      const near = () =>
        page.evaluate(() => {
          const tops = [...document.querySelectorAll('main h2')].map((each) => each.getBoundingClientRect().top);
          return Math.round(Math.max(...tops.filter((top) => top < innerHeight)));
        });
      const before = await near();
      for (let turn = 0; turn < 2; turn++) {
        await page.reload();
        await works(page);
        await expect.poll(async () => Math.abs((await near()) - before)).toBeLessThanOrEqual(2);
      }
    }
  });
