import { testApp, type TestApp } from '../fixtures/app.js';
import type { StaffName } from '../fixtures/staff.js';
import { buildWorld, type World } from '../fixtures/world.js';
import { axeFinds, inBrowser, scrollsSideways, type InBrowser } from './browser.js';

let app: TestApp;
let world: World;
let browser: InBrowser;
beforeAll(async () => {
  app = testApp();
  world = buildWorld(app.db, app.ids);
  browser = await inBrowser(app);
});
afterAll(async () => {
  await browser.close();
  app.close();
});

/** Pages of result, agreement and actions, each for somebody who does something there. */
const pages: [StaffName, (w: World) => string][] = [
  ['marcus', (w) => `/audits/${w.audits.submitted}/result`],
  ['kofi', (w) => `/audits/${w.audits.submitted}/result`],
  ['priya', (w) => `/audits/${w.audits.agreedStandards}/result`],
  ['kofi', (w) => `/audits/${w.audits.submitted}/answers`],
  ['kofi', (w) => `/audits/${w.audits.submitted}/points/new`],
  ['marcus', (w) => `/audits/${w.audits.submitted}/actions`],
  ['marcus', (w) => `/audits/${w.audits.submitted}/return`],
  ['helen', () => '/audits/agreement'],
  ['marcus', () => '/actions'],
  ['marcus', (w) => `/actions/${w.actions.completed}`],
];

test.each(pages)('%s reads a page at 320, 700 and 1280 px without a finding', async (name, addressOf) => {
  const page = await browser.as(name);
  for (const width of [320, 700, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(addressOf(world));
    expect(await axeFinds(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }
});

test.each(['marcus', 'kofi'] as const)('a result prints on two sheets of A4 for %s', async (name) => {
  const page = await browser.as(name);
  for (const audit of [world.audits.submitted, world.audits.agreedFull]) {
    await page.goto(`/audits/${audit}/result`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  }
});

test('without script a practitioner puts a fact right and sees it listed', async () => {
  const page = await browser.as('kofi', { script: false, width: 320 });
  await page.goto(`/audits/${world.audits.submitted}/result`);
  await page.getByRole('button', { name: 'Put a fact right' }).click();
  await page.getByRole('button', { name: 'Put this right' }).click();
  await page.getByRole('alert').getByText('Say what is wrong').waitFor();
  await page.getByLabel('What is not so').fill('The visit of 14 May is in the contacts.');
  await page.getByRole('button', { name: 'Put this right' }).click();
  await page.getByText('‘The visit of 14 May is in the contacts.’').waitFor();
});
