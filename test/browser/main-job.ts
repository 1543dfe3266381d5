import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { choose, lookAt, press, type } from './walk';

const register = join(__dirname, '..', 'fixtures', 'register-system-dirty.csv');

/** The first visit: the code of the terminal, one account, two colleagues and whom a concern reaches. Gives their first passwords. */
export async function setUp(page: Page, code: string): Promise<Record<string, string>> {
  await page.goto('/');
  await lookAt(page);
  await type(page, 'The code in the terminal', code);
  await type(page, 'Name of your service', 'Northbeck Youth Justice Service');
  await type(page, 'Your name', 'Helen Pryce');
  await type(page, 'Name to sign in with', 'helen.pryce');
  await type(page, 'Password', 'five small boats out');
  await type(page, 'Password again', 'five small boats out');
  await press(page, 'Make my account');
  await type(page, 'An auditor', 'Ruth Ashdown');
  await type(page, 'A team lead', 'Marcus Bell');
  await type(page, 'Name of the team', 'Court and Community North');
  await type(page, 'Telephone of the team lead', '01632 960102');
  await type(page, 'Your telephone', '01632 960101');
  await press(page, 'Make them, and show their first passwords');
  const cells = await page.locator('.facts dd').allInnerTexts();
  return Object.fromEntries([0, 2].map((i) => [cells[i] ?? '', cells[i + 1] ?? '']));
}

/** The case list as a case system exports it, step by step, and back once to the headings. */
export async function bringIn(page: Page): Promise<void> {
  await press(page, 'Bring in your case list');
  await page.locator('input[type=file]').setInputFiles(register);
  await press(page, /Read|Look|Go on|Bring/, 'main form');
  await press(page, 'Back to the headings');
  await press(page, 'Go on');
  await press(page, 'Go on');
  await choose(page, /Severe/, 'Very high');
  await press(page, 'Go on');
  await press(page, 'Go on');
  await press(page, 'Bring in the 387 good rows');
}

/** Two of one practitioner’s open cases, for the ten-minute dip. */
export async function draw(page: Page): Promise<void> {
  await press(page, 'Draw a sample');
  await choose(page, 'Practitioner', 'Kofi Okafor');
  await press(page, 'Count again');
  await type(page, 'Name of the sample', 'First dip');
  await choose(page, 'Form', 'Ten-minute dip sample, 10 minutes');
  await type(page, 'How many', '2');
  await press(page, /^Draw/, 'main');
}

/** An account for somebody met in the case list; gives their first password. */
export async function letSignIn(page: Page, name: string): Promise<string> {
  await press(page, 'People', '.menu');
  await press(page, name);
  await press(page, 'Open an account');
  await press(page, 'Open the account');
  const cells = await page.locator('.facts dd').allInnerTexts();
  return cells[1] ?? '';
}

/** A first sign-in: nothing opens before a password of their own is chosen. */
export async function signIn(page: Page, password: string, name: string): Promise<void> {
  await page.goto('/');
  await type(page, 'Sign-in name', name);
  await type(page, 'Password', password);
  await press(page, 'Sign in');
  await type(page, 'Your password now', password);
  await type(page, 'New password', 'four grey herons');
  await type(page, 'New password again', 'four grey herons');
  await press(page, 'Change password');
}

/** One audit from the home page to the summary before submission, with gaps left on purpose. */
export async function audit(page: Page): Promise<void> {
  await press(page, /YJ1/, 'main');
  await press(page, 'Begin the audit');
  await answer(page, /is anyone in danger/, 'No');
  await press(page, /^Save and go on/, '.onward');
  for (const question of await page.locator('.q').all()) await question.getByRole('radio', { name: 'Yes' }).check();
  await answer(page, /written what happens/, 'No');
  await press(page, /^Save and go on/, '.onward');
  await answer(page, /risk of serious harm/, 'Medium');
  await answer(page, /child's own safety/, 'Medium');
  await answer(page, /child safe now/, 'Yes');
  await answer(page, /other people safe/, 'Yes');
  await page.getByLabel('What was done well?').fill('The voice of the child is on every page.');
  await page.getByLabel('What must improve?').fill('Write what happens if things get worse.');
  await answer(page, /audited in full/, 'No');
  await press(page, /^Save and go on/, '.onward');
}

/** Follows each gap to its question, fills it, and comes back until nothing is left. */
export async function submit(page: Page): Promise<void> {
  const gaps = page.locator('.govuk-error-summary a');
  expect(await gaps.count()).toBeGreaterThan(1);
  for (let left = await gaps.count(); left > 0; left = await gaps.count()) {
    const at = new URL((await gaps.first().getAttribute('href')) ?? '', page.url()).hash;
    await gaps.first().click();
    await lookAt(page);
    const question = page.locator(at);
    if ((await question.locator('input[type=radio]:checked').count()) === 0) {
      await question.getByRole('radio', { name: 'Requires improvement' }).check();
    } else await question.locator('textarea').fill('The plan names nobody for the evenings.');
    await press(page, 'Save', '.onward');
    if (!(await page.getByRole('link', { name: /^Submission/ }).isVisible()))
      await page.locator('.sections summary').click();
    await press(page, /^Submission/);
  }
  await page.getByRole('group', { name: 'Whose work' }).getByRole('radio', { name: 'Kofi Okafor' }).check();
  await press(page, 'Submit the audit');
}

/** The practitioner, from the home page: one fact is not so. */
export async function putRight(page: Page): Promise<void> {
  await press(page, /YJ1/, 'main');
  await press(page, 'Put a fact right');
  await page.getByLabel('At which question').selectOption({ index: 3 });
  await type(page, 'What is not so, and where the file shows it', 'The plan of 4 June is under documents.');
  await press(page, 'Put this right');
  await press(page, 'Back to the result');
}

/** The auditor answers it. */
export async function answerPoint(page: Page): Promise<void> {
  await press(page, 'Home', '.menu');
  await press(page, /questions a fact/, 'main');
  await press(page, 'Answer', 'main');
  await page.getByRole('radio', { name: 'The answer stands' }).check();
  await type(page, 'What you looked at and found', 'The plan is there; it names no one for the evenings.');
  await press(page, 'Answer', 'main');
  await press(page, 'Back to the result');
}

/** The team lead: read together, one action, agreed. */
export async function agree(page: Page): Promise<void> {
  await press(page, /^Agree the audit of/, 'main');
  await press(page, 'Read together, or given on paper');
  await page.getByRole('radio', { name: 'We read it together' }).check();
  await type(page, 'On', '24 Nov 2026');
  await type(page, 'Who was there', 'Kofi Okafor and Marcus Bell');
  await press(page, 'End the days');
  await press(page, 'Make actions');
  const first = page.getByRole('group', { name: 'Action 1' });
  await first.getByLabel('What good will look like').fill('Each evening has a name against it.');
  await first.getByLabel('Who', { exact: true }).selectOption({ label: 'Kofi Okafor' });
  await press(page, 'Make these actions');
  await press(page, 'Agree or send back');
  await press(page, 'Agree this audit');
}

/** The practitioner does what was agreed. */
export async function complete(page: Page): Promise<void> {
  await press(page, 'Home', '.menu');
  await press(page, /things get worse/, 'main');
  await press(page, 'Complete');
  await page.locator('textarea').fill('Contingency page of 24 November.');
  await press(page, /^Complete/, 'main form');
}

/** Another person verifies it. */
export async function verify(page: Page): Promise<void> {
  await press(page, 'Home', '.menu');
  await press(page, /^Verify a completed action/);
  await press(page, 'Verify');
  await page.locator('textarea').fill('Read it: each evening has a name.');
  await press(page, /^Verify/, 'main form');
}

const answer = (page: Page, question: RegExp, words: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: words, exact: true }).check();
