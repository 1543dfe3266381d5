import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { answerTo, historyOf } from '../../server/features/audits/answers.store';
import { testApp, type TestApp } from '../fixtures/app';
import { begunAudit } from '../fixtures/audits';
import { password } from '../fixtures/staff';
import { inBrowser, type InBrowser } from './browser';
import { press, type } from './walk';

let t: TestApp;
let browser: InBrowser;
let dip: number;
let standards: number;
beforeAll(async () => {
  t = testApp();
  dip = begunAudit(t, 'ten-minute-dip');
  standards = begunAudit(t, 'national-standards-2013', {}, 'YJ100143');
  browser = await inBrowser(t);
});
afterAll(async () => {
  await browser.close();
  t.close();
});

const questions = (): string => `/audits/${dip}/sections/dip-questions`;
const scale = (page: Page, item: string, answer: string) => page.locator(`input[name="${item}"][value="${answer}"]`);
const says = (page: Page, words: RegExp) => page.locator('#save-state').getByText(words).waitFor();
const open = async (address: string, script = true): Promise<Page> => {
  const page = await browser.as('ruth', { width: 700, script });
  await page.goto(address);
  return page;
};
const secondWindow = async (page: Page, address: string): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(address);
  return other;
};

it('has on disk what the page calls saved, for whoever else opens the database', async () => {
  const page = await open(questions());
  await scale(page, 'dip-voice', 'in-part').check();
  await says(page, /^Saved/);
  const other = new Database(t.db.name, { readonly: true });
  const row = other.prepare(`SELECT value FROM answers WHERE audit_id = ? AND item_key = 'dip-voice'`).get(dip);
  other.close();
  expect(row).toEqual({ value: 'in-part' });
});

it('keeps what was typed while the service was down, says so, and saves it when it is back', async () => {
  const page = await open(questions());
  await scale(page, 'dip-review-change', 'no').check();
  await says(page, /^Saved/);
  await browser.stop();
  await page.locator('#dip-review-change__note').fill('Moved twice in May; nothing changed.');
  await says(page, /^Not saved.*will try again/);
  expect(answerTo(t.db, dip, 'dip-review-change', 0)?.note).toBeNull();
  await browser.start();
  await says(page, /^Saved/);
  expect(answerTo(t.db, dip, 'dip-review-change', 0)?.note).toBe('Moved twice in May; nothing changed.');
});

it('without script carries what was typed over a sign-in that ended, and saves it after', async () => {
  const page = await open(questions(), false);
  await scale(page, 'dip-seen', 'no').check();
  await page.locator('#dip-seen__note').fill('Three visits in a quarter.');
  t.db.prepare('DELETE FROM sessions').run();
  await press(page, 'Save', '.onward');
  expect(await page.locator('main').innerText()).toContain('What you typed is kept on this page.');
  await type(page, 'Sign-in name', 'ruth');
  await type(page, 'Password', password);
  await press(page, 'Sign in');
  await press(page, 'Save what I typed');
  expect(answerTo(t.db, dip, 'dip-seen', 0)).toMatchObject({ value: 'no', note: 'Three visits in a quarter.' });
  expect(new URL(page.url()).pathname).toBe(questions());
});

it('keeps both answers that two windows give to different questions, without a word', async () => {
  const one = await open(questions());
  const two = await secondWindow(one, questions());
  await scale(one, 'dip-victim', 'yes').check();
  await says(one, /^Saved/);
  await scale(two, 'dip-oversight', 'no').check();
  await says(two, /^Saved/);
  expect(await two.getByText('while you were writing').count()).toBe(0);
  expect(answerTo(t.db, dip, 'dip-victim', 0)?.value).toBe('yes');
  expect(answerTo(t.db, dip, 'dip-oversight', 0)?.value).toBe('no');
});

it.each([
  { choice: 'Keep mine', script: true, item: 'dip-contingency', stands: 'no' },
  { choice: 'Keep mine', script: false, item: 'dip-harm-clear', stands: 'no' },
  { choice: 'Keep the other', script: true, item: 'dip-plan-answers', stands: 'yes' },
])('tells two answers to one question, with both values: $choice, script: $script', async (given) => {
  const { choice, script, item, stands } = given;
  const one = await open(questions());
  const two = await open(questions(), script);
  await scale(one, item, 'yes').check();
  await says(one, /^Saved/);
  await scale(two, item, 'no').check();
  if (!script) await press(two, 'Save', '.onward');
  const told = two.getByRole('group', { name: 'while you were writing' });
  await told.waitFor();
  expect(await told.innerText()).toMatch(/Yours, not saved: No\s+The other, saved: Yes/);
  expect(answerTo(t.db, dip, item, 0)?.value).toBe('yes');
  await press(two, choice, 'main');
  expect(answerTo(t.db, dip, item, 0)?.value).toBe(stands);
  expect(historyOf(t.db, dip, item, 0).map(({ value }) => value)).toEqual(expect.arrayContaining(['yes', 'no']));
});

it('shows what comes to apply and takes away what no longer does, without loading the page again', async () => {
  const page = await open(`/audits/${standards}/sections/ns-facts`);
  await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
  const breach = page.getByText('Was there a third unacceptable miss');
  await scale(page, 'facts-missed', 'yes').check();
  await breach.waitFor();
  await scale(page, 'facts-missed', 'no').check();
  await breach.waitFor({ state: 'detached' });
  expect(await page.locator('body[data-same-page]').count()).toBe(1);
});
