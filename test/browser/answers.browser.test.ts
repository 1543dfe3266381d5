import type { Page } from 'playwright-core';
import { answerTo } from '../../server/features/audits/answers.store.js';
import { testApp, type TestApp } from '../fixtures/app.js';
import { begunAudit } from '../fixtures/audits.js';
import { password } from '../fixtures/staff.js';
import { axeFinds, inBrowser, scrollsSideways, type InBrowser } from './browser.js';

jest.setTimeout(60_000);

let world: TestApp;
let browser: InBrowser;
let id: number;
beforeAll(async () => {
  world = testApp();
  id = begunAudit(world, 'risk-of-harm');
  browser = await inBrowser(world);
});
afterAll(async () => {
  await browser.close();
  world.close();
});

const at = (section: string) => `/audits/${id}/sections/${section}`;
const stored = (item: string) => answerTo(world.db, id, item, 0);
const state = (page: Page) => page.locator('#save-state');
const open = async (section: string, width = 700): Promise<Page> => {
  const page = await browser.as('ruth', { width });
  await page.goto(at(section));
  return page;
};

test('an answer is saved as it is given, and the page says so when the server has answered', async () => {
  const page = await open('harm-assessment');
  await page.locator('#harm-assessment-present').check();
  await state(page).getByText('Saved 14:02').waitFor();
  expect(stored('harm-assessment-present')?.value).toBe('yes');
});

test('a note appears with its answer and is saved while it is typed', async () => {
  const page = await open('oversight');
  const note = page.locator('#oversight-content__note');
  expect(await note.isVisible()).toBe(false);
  await page.locator('#oversight-content-3').check();
  await note.fill('Only ‘Agreed’.');
  await page.waitForFunction(() => document.querySelector('#save-state')?.textContent?.includes('Saved'));
  await page.waitForTimeout(1500);
  expect(stored('oversight-content')).toMatchObject({ value: 'no', note: 'Only ‘Agreed’.' });
});

test('what comes to apply is shown, and what no longer applies is taken away, without losing the place', async () => {
  const page = await open('file-facts');
  await page.goto(at('harm-assessment'));
  await page.locator('#auditor-harm-level-3').check();
  await page.locator('#auditor-safety-level-2').check();
  await page.getByText('one step lower than yours').first().waitFor();
  await page.locator('.sections__list').getByText('Planning').waitFor({ state: 'attached' });
  expect(await page.locator('.casebar__facts').textContent()).toContain('you High, service Medium');
});

test('number keys answer while focus is inside a question, and can be turned off', async () => {
  const page = await open('oversight');
  await page.locator('#oversight-gaps').focus();
  await page.keyboard.press('2');
  await state(page).getByText('Saved').waitFor();
  await page.waitForTimeout(300);
  expect(stored('oversight-gaps')?.value).toBe('in-part');
  await page.locator('[data-keys-off]').click();
  await page.locator('#oversight-followed').focus();
  await page.keyboard.press('2');
  expect(await page.locator('#oversight-followed-2').isChecked()).toBe(false);
});

test('an answer that is not saved is told as such and sent again', async () => {
  const page = await open('oversight');
  // An answer that is not ours: a proxy's page, as when the line is down.
  await page.route('**/sections/oversight', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 200, body: 'down' }) : route.continue(),
  );
  await page.locator('#oversight-level-change').check();
  await state(page).getByText('Not saved').waitFor();
  expect(stored('oversight-level-change')).toBeUndefined();
  await page.unroute('**/sections/oversight');
  await state(page).getByText('Saved 14:02').waitFor({ timeout: 10_000 });
  expect(stored('oversight-level-change')?.value).toBe('yes');
});

test('a sign-in that ran out is renewed in place by the same person, and what was typed is kept', async () => {
  const page = await open('close');
  world.db.prepare('DELETE FROM sessions').run();
  await page.locator('#close-strengths').fill('He was seen at home each week.');
  const dialog = page.locator('[data-sign-in]');
  await dialog.getByLabel('Name').fill('marcus');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.getByText('Only the same person can go on').waitFor();
  await dialog.getByLabel('Name').fill('ruth');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await state(page).getByText('Saved 14:02').waitFor();
  expect(stored('close-strengths')?.value).toBe('He was seen at home each week.');
});

test('two windows on the same question: the second is told, and chooses', async () => {
  const [one, two] = [await open('file-facts'), await open('file-facts')];
  const first = one.locator('.scale input').first();
  const name = (await first.getAttribute('name')) ?? '';
  await first.check();
  await state(one).getByText('Saved 14:02').waitFor();
  await two.locator(`input[name="${name}"]`).nth(1).check();
  await two.getByText('You, in another window, answered').first().waitFor();
  await two.getByRole('button', { name: 'Keep mine' }).click();
  await two.waitForURL(/file-facts/);
  await two.waitForTimeout(300);
  expect(stored(name)?.version).toBe(2);
});

test.each([320, 700, 1280])('at %i px nothing scrolls sideways and axe finds nothing', async (width) => {
  const page = await open('harm-assessment', width);
  expect(await scrollsSideways(page)).toBe(false);
  expect(await axeFinds(page)).toEqual([]);
});
