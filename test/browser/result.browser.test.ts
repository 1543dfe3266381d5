import { testApp, type TestApp } from '../fixtures/app.js';
import { buildWorld, type World } from '../fixtures/world.js';
import { inBrowser, type InBrowser } from './browser.js';

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
