import { testApp, type TestApp } from '../fixtures/app.js';
import { addCase, assign, begunAudit } from '../fixtures/audits.js';
import { axeFinds, inBrowser, scrollsSideways, type InBrowser } from './browser.js';

jest.setTimeout(60_000);

let world: TestApp;
let browser: InBrowser;
let id: number;
let waiting: number;
beforeAll(async () => {
  world = testApp();
  id = begunAudit(world, 'national-standards-2013');
  waiting = assign(world, 'ten-minute-dip', [addCase(world, 'YJ100143')])[0] ?? 0;
  browser = await inBrowser(world);
});
afterAll(async () => {
  await browser.close();
  world.close();
});

const pages: [string, () => string][] = [
  ['the list of audits', () => '/audits'],
  ['an audit that is not begun', () => `/audits/${waiting}`],
  ['dates and repeated rows', () => `/audits/${id}/sections/ns-plan`],
  ['the submission', () => `/audits/${id}/submission`],
  ['the facts of the register', () => `/audits/${id}/facts`],
  ['giving an audit back', () => `/audits/${id}/decline`],
  ['handing over', () => `/audits/${id}/hand-over`],
  ['the form on paper', () => `/audits/${id}/sheet`],
  ['trying a form', () => '/forms/ten-minute-dip/trial'],
];

test.each(pages)('%s: axe finds nothing and nothing scrolls sideways, narrow and wide', async (name, address) => {
  for (const width of [320, 700, 1280]) {
    const page = await browser.as('ruth', { width });
    await page.goto(address());
    expect(await axeFinds(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    if (process.env['PICTURES'])
      await page.screenshot({
        path: `${process.env['PICTURES']}/${name.replace(/\W+/g, '-')}-${width}.png`,
        fullPage: true,
      });
    await page.context().close();
  }
});
