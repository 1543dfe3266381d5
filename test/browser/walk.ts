import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { scrollsSideways } from './browser';

/** Where a picture of each page is kept that a walk comes to; nowhere unless asked for. */
const pictures = process.env['PICTURES'];
let step = 0;

/** Follows a link or presses a button by its words, and looks at the page that comes. */
export async function press(page: Page, words: string | RegExp, within = 'body'): Promise<void> {
  const place = page.locator(within);
  const exact = typeof words === 'string';
  const link = place.getByRole('link', { name: words, exact });
  const button = place.getByRole('button', { name: words, exact });
  await Promise.all([page.waitForEvent('domcontentloaded'), link.or(button).first().click()]);
  await lookAt(page);
}

/** A page that was come to: it is one of ours, it is no dead end, and it fits the screen. */
export async function lookAt(page: Page): Promise<void> {
  const heading = await page.locator('h1').first().innerText();
  step += 1;
  if (pictures) await keepPicture(page, `${String(step).padStart(3, '0')} ${heading}`);
  const leads = await page.locator('main a[href], main button:visible, .menu a').count();
  expect({ heading, leads: leads > 0, sideways: await scrollsSideways(page) }).toEqual({
    heading,
    leads: true,
    sideways: false,
  });
}

/** Types into the field of a label. */
export const type = (page: Page, label: string, words: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(words);

/** Chooses from the list of a label. */
export const choose = (page: Page, label: string | RegExp, words: string): Promise<unknown> =>
  page.getByLabel(label, { exact: true }).selectOption({ label: words });

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(pictures ?? '', String(page.viewportSize()?.width ?? 0));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w ]/g, '')}.png`), fullPage: true });
}
