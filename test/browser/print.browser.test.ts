import { inBrowser, type InBrowser } from './browser';
import { testWorld, type TestApp } from '../fixtures/app';
import { inspectionUnderWay, readCase } from '../fixtures/judged-inspection';
import type { StaffName } from '../fixtures/staff';

let t: TestApp;
let browser: InBrowser;
beforeAll(async () => {
  t = testWorld();
  browser = await inBrowser(t);
});
afterAll(async () => {
  await browser.close();
  t.close();
});

/** What is printed, by whom, and how many sheets of A4 it takes. */
const prints: [string, StaffName, (world: TestApp) => string, number][] = [
  ['a result', 'marcus', ({ world }) => `/audits/${world.audits.submitted}/result`, 2],
  ['a result with actions', 'marcus', ({ world }) => `/audits/${world.audits.agreedFull}/result`, 2],
  ['a result as a letter', 'kofi', ({ world }) => `/audits/${world.audits.submitted}/result`, 2],
  ['a sheet for supervision', 'marcus', ({ ids }) => `/reports/practitioners/${ids.kofi}/sheet`, 2],
  ['a certificate', 'helen', ({ world }) => `/samples/${world.sample}/certificate`, 1],
  ['a dip to take to the file', 'ruth', ({ world }) => `/audits/${world.audits.assigned}/sheet`, 2],
  ['a theme', 'helen', () => '/reports/themes/planning', 2],
  ['a concern', 'marcus', ({ world }) => `/concerns/${world.concern}`, 1],
];

it.each(prints)('%s, printed by %s, fits its sheets of A4 and says when', async (_, name, address, sheets) => {
  const page = await browser.as(name);
  await page.goto(address(t));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(sheetsOf(pdf)).toBe(sheets);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body').innerText()).toMatch(/Printed (by .+ on )?24 November 2026(,| at) 14:02/);
  expect(await page.locator('.menu, .govuk-button, .filters__change').filter({ visible: true }).count()).toBe(0);
});

it('a picture of an inspection for the board fits one sheet of A4', async () => {
  const { t: service, id, readings } = inspectionUnderWay();
  for (const reading of readings.slice(0, 7))
    readCase(service, reading.id, { 'judge-harm-planning': 'not-sufficient' });
  const there = await inBrowser(service);
  const page = await there.as('helen');
  await page.goto(`/inspections/${id}/board`);
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await there.close();
  service.close();
});

const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
