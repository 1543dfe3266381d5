import type { Page } from 'playwright-core';
import { testApp, type TestApp } from '../fixtures/app.js';
import { latestVersion } from '../../server/features/forms/forms.store.js';
import { axeFinds, inBrowser, scrollsSideways, type InBrowser } from './browser.js';

let app: TestApp;
let browser: InBrowser;
beforeAll(async () => {
  app = testApp();
  browser = await inBrowser(app);
});
afterAll(async () => {
  await browser.close();
  app.close();
});

/** Kept to be looked at, where a folder is named. */
const picture = (page: Page, name: string): Promise<unknown> | null =>
  process.env['PICTURES'] ? page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true }) : null;

const pasted = `Exit and closure audit
1. Ending the order
1.1 Was the last review held before the end? Yes/No
1.2 Was the child told what happens next? Yes/No
2. Handing on
2.1 Is there a plan with other services? Yes / Partly / No
2.2 Who has it?
3. Learning
3.1 Is what worked written down? RAG`;

/** The heads' pages of a draft, by what a person reads on their links and buttons. */
async function begin(page: Page, title: string): Promise<void> {
  await page.goto('/forms');
  await page.getByRole('button', { name: 'Write forms' }).click();
  await page.getByRole('link', { name: 'Paste your own form' }).click();
  await page.getByLabel('Questions').fill(pasted);
  await page.getByRole('button', { name: 'See how it is understood' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('What does it find out?').fill('Whether endings are prepared and known.');
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

test.each([true, false])(
  'who never wrote JSON adds a question with a condition, tries it and publishes it in under five minutes (script: %s)',
  async (script) => {
    const started = Date.now();
    const title = script ? 'Ending, with script' : 'Ending, without script';
    const page = await browser.as('helen', { script });
    await begin(page, title);
    await page.getByRole('link', { name: 'Add a question to ‘Handing on’' }).click();
    await page.getByLabel('Question', { exact: true }).fill('Has the child met the new worker?');
    await page.getByLabel('What a good file shows').fill('A meeting of the three before the end.');
    await page.getByRole('button', { name: 'Save and say when it is asked' }).click();
    await page.getByLabel('It depends on').selectOption({ label: 'Is there a plan with other services?' });
    await page.getByRole('button', { name: 'Show its answers' }).click();
    await page.getByLabel('Yes, well enough').check();
    await page.getByLabel('In part').check();
    await page.getByRole('button', { name: 'Add this condition' }).click();
    await page.getByText('is answered Yes, well enough or In part').waitFor();
    await page.getByRole('link', { name: title }).click();
    await page.getByText('Nothing is in the way').waitFor();

    await page.getByRole('button', { name: 'Try it' }).click();
    const asked = page.getByRole('group', { name: /Has the child met the new worker/ });
    expect(await asked.count()).toBe(0);
    await page
      .getByRole('group', { name: /Is there a plan with other services/ })
      .getByLabel('In part')
      .check();
    await page.getByRole('button', { name: 'Show what applies and the score' }).first().click();
    await asked.first().waitFor();
    await page.getByText('0.50 of 1 answers').waitFor();

    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'See what changes and publish' }).click();
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Version 1, published 24 Nov 2026').waitFor();
    expect(
      latestVersion(app.db, script ? 'own-ending-script' : 'own-ending-without-script')?.document.sections.map(
        ({ items }) => items.length,
      ),
    ).toEqual([2, 3, 1, 5]);
    expect(Date.now() - started).toBeLessThan(300_000);
  },
);

test('every page of writing is in order at 320, 700 and 1280 px', async () => {
  const page = await browser.as('helen');
  await begin(page, 'Looked at');
  const draft = new URL(page.url()).pathname;
  const item = await page.getByRole('link', { name: 'Is there a plan with other services?' }).getAttribute('href');
  const section = await page.getByRole('link', { name: 'Handing on', exact: true }).getAttribute('href');
  const key = item!.split('/').at(-1)!;
  const own = `${draft}/items/${await keyOf('Is what worked written down?')}`;
  const pages = [
    ...['/forms/drafts', '/forms/drafts/new', '/forms/drafts/copy', '/forms/drafts/paste', '/forms/drafts/file'],
    ...[draft, `${draft}/about`, section!, item!, own, `${draft}/conditions/item.${key}?look=fact:age`],
    ...[`${section!}/items?kind=timescale`, `${section!}/items?kind=judgement`, `${section!}/items?kind=number`],
    ...[
      `${draft}/trial`,
      `${draft}/publication`,
      `${draft}/removal`,
      '/forms/safeguarding/retirement',
      '/forms/safeguarding',
    ],
  ];
  for (const at of pages) {
    for (const width of [320, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(at);
      expect({ at, width, finds: await axeFinds(page), sideways: await scrollsSideways(page) }).toEqual({
        at,
        width,
        finds: [],
        sideways: false,
      });
      await picture(page, `forms-${at.replace(/[^a-z]+/g, '-')}-${width}`);
    }
  }

  async function keyOf(question: string): Promise<string> {
    return (await page.getByRole('link', { name: question }).getAttribute('href'))!.split('/').at(-1)!;
  }
});

test('how a paste was understood is in order, and a lost line keeps the words', async () => {
  const page = await browser.as('helen');
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/forms/drafts/paste');
    await page.getByLabel('Questions').fill(pasted);
    await page.getByRole('button', { name: 'See how it is understood' }).click();
    await page.getByText('5 questions, 3 headings, 1 left out').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picture(page, `forms-pasted-${width}`);
  }
  await begin(page, 'Line lost');
  await page.getByRole('link', { name: 'Add a question to ‘Handing on’' }).click();
  await page.getByLabel('Question', { exact: true }).fill('Is it kept?');
  await browser.stop();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').getByText('Your words are still here').waitFor();
  expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('Is it kept?');
  await browser.start();
  await page.waitForTimeout(1100);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Is it kept?' }).waitFor();
});
