import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { testApp, type TestApp } from '../fixtures/app';
import { inBrowser, type InBrowser } from './browser';
import * as steps from './main-job';
import { press } from './walk';

let t: TestApp;
let browser: InBrowser;
beforeEach(async () => {
  t = testApp({ empty: true });
  browser = await inBrowser(t);
});
afterEach(async () => {
  await browser.close();
  t.close();
});

/** Each page is met with script on a screen of its reader, and without on a telephone. */
const screens = [
  { script: true, head: 1280, manager: 700, practitioner: 320 },
  { script: false, head: 320, manager: 320, practitioner: 320 },
];

it.each(screens)(
  'leads from nothing to reports by what stands on the pages: $script, $head px',
  async (screen) => {
    const { script } = screen;
    const helen = await browser.visitor({ script, width: screen.head });
    const passwords = await steps.setUp(helen, t.setUpCode.make());
    await steps.bringIn(helen);
    await steps.draw(helen);
    const forKofi = await steps.letSignIn(helen, 'Kofi Okafor');

    const ruth = await browser.visitor({ script, width: screen.manager });
    await steps.signIn(ruth, passwords['ruth.ashdown'] ?? '', 'ruth.ashdown');
    await steps.audit(ruth);
    await steps.submit(ruth);
    const kofi = await browser.visitor({ script, width: screen.practitioner });
    await steps.signIn(kofi, forKofi, 'kofi.okafor');
    await steps.putRight(kofi);
    await steps.answerPoint(ruth);

    const marcus = await browser.visitor({ script, width: screen.manager });
    await steps.signIn(marcus, passwords['marcus.bell'] ?? '', 'marcus.bell');
    await steps.agree(marcus);
    await steps.complete(kofi);
    await steps.verify(marcus);

    await readPractitioner(helen);
    await readTheme(helen);
  },
  240_000,
);

async function readPractitioner(page: Page): Promise<void> {
  await press(page, 'Reports', '.menu');
  await press(page, 'Practitioners', 'main');
  await press(page, 'Kofi Okafor', 'main');
  const words = await wordsOf(page);
  expect(words).toContain('1 audit of quality agreed');
  expect(words).toContain('Write what happens if things get worse.');
  expect(words).toContain('Verified');
  expect(await download(page, 'CSV of The audits')).toMatch(/24 Nov 2026|2026-11-24/);
}

async function readTheme(page: Page): Promise<void> {
  await press(page, 'Reports', '.menu');
  await press(page, 'Themes', 'main');
  await press(page, 'Contingency', 'main');
  const words = await wordsOf(page);
  expect(words).toContain('In 0 of 1 audits this theme was good enough. Too few for a share or a range.');
  expect(words).toContain('Requires improvement');
  expect(await download(page, 'CSV of The audits behind it')).toContain('Requires improvement');
}

const wordsOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFileSync(await file.path(), 'utf8');
}
