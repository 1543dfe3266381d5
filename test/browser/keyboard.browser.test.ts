import type { Page } from 'playwright-core';
import { auditResult } from '../../server/features/audits/results.store';
import { testWorld, type TestApp } from '../fixtures/app';
import { inBrowser, type InBrowser } from './browser';

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

/** What has focus: its words, what lies over it, how it shows, and whether it waits for an answer. */
interface Stop {
  words: string;
  kind: string;
  under: string | null;
  isMarked: boolean;
  isOpen: boolean;
}

it('a dip is begun, answered and submitted with the keyboard alone', async () => {
  const page = await browser.as('ruth', { width: 700 });
  const id = t.world.audits.assigned;
  await fillIn(page, /^YJ200007$/);
  await fillIn(page, /^Begin the audit/);
  await fillIn(page, /^Save and go on/);
  await fillIn(page, /^Save and go on/);
  await fillIn(page, /^Save and go on to submission/);
  await fillIn(page, /^Submit the audit/);
  expect(auditResult(t.db, id)).toMatchObject({ ownGrade: 'outstanding', computedGrade: 'outstanding' });
}, 60_000);

it.each([700, 1280])(
  'focus that goes back up the page never lies under the bar, at %d px',
  async (width) => {
    const page = await browser.as('tom', { width });
    await page.goto(inProgress('safety-planning'));
    await page.locator('.onward button').last().focus();
    let stops = 0;
    for (let stop = await stopInSight(page); stop.kind !== 'end'; stop = await stopInSight(page)) {
      await page.keyboard.press('Shift+Tab');
      stops += 1;
    }
    expect(stops).toBeGreaterThan(20);
  },
  60_000,
);

it.each([700, 1280])('a gap leads to its question below the bar, at %d px', async (width) => {
  const page = await browser.as('tom', { width });
  await page.goto(`/audits/${t.world.audits.inProgress}/submission`);
  await page.locator('.govuk-error-summary a').nth(2).click();
  await page.waitForURL(/#q-/);
  const bar = await page.locator('.casebar').boundingBox();
  const question = await page.locator(':target').boundingBox();
  expect(question?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

const inProgress = (section: string): string => `/audits/${t.world.audits.inProgress}/sections/${section}`;

/** Goes on with Tab, answers what is open on the way with Space or by typing, and presses Enter at the words. */
async function fillIn(page: Page, until: RegExp): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopInSight(page);
    if (stop.kind === 'radio' && stop.isOpen) await page.keyboard.press('Space');
    if (stop.kind === 'text' && stop.isOpen) await page.keyboard.type('Seen in the plan of May.');
    if (!until.test(stop.words)) continue;
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
    return;
  }
  throw new Error(`Tab never came to ${String(until)}`);
}

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement;
    const own = at.closest('.govuk-radios__item, .govuk-checkboxes__item') ?? at;
    const box = at.getClientRects()[0] ?? new DOMRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
    const label = own.querySelector('label');
    const marks = [at, own, ...(label ? [label] : [])].map((one) => getComputedStyle(one));
    if (label) marks.push(getComputedStyle(label, '::before'));
    const isText = at.tagName === 'TEXTAREA' && !at.name.includes('__');
    return {
      words: (at.textContent ?? '').trim() || at.name,
      kind: at === document.body ? 'end' : at.type === 'radio' ? 'radio' : isText ? 'text' : 'other',
      under: own.contains(top) ? null : `${top?.tagName ?? 'nothing'} ${top?.className ?? ''}`,
      isMarked: marks.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      isOpen:
        at.type === 'radio' ? !document.querySelector(`[name="${CSS.escape(at.name)}"]:checked`) : at.value === '',
    };
  });

/** Focus shows where it is, and lies under nothing, once what the last answer opened has been drawn. */
async function stopInSight(page: Page): Promise<Stop> {
  let stop = await stopOf(page);
  for (let waits = 0; stop.under !== null && waits < 20; waits += 1) {
    await page.waitForTimeout(50);
    stop = await stopOf(page);
  }
  if (stop.kind === 'end') return stop;
  const { words, under, isMarked } = stop;
  expect({ words, under, isMarked }).toEqual({ words, under: null, isMarked: true });
  return stop;
}
