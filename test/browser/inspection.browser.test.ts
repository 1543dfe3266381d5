import type { Page } from 'playwright-core';
import { readingsOf, type Reading } from '../../server/features/inspections/readings.store';
import { submitAudit } from '../../server/features/audits/submit';
import { testWorld, type TestApp } from '../fixtures/app';
import { answerAll } from '../fixtures/audits';
import { actAs, readThrough } from '../fixtures/inspections';
import { inBrowser, type InBrowser } from './browser';
import { choose, lookAt, press, type } from './walk';

let t: TestApp;
let browser: InBrowser;
beforeEach(async () => {
  t = testWorld();
  browser = await inBrowser(t);
});
afterEach(async () => {
  await browser.close();
  t.close();
});

const inspection = (): number => t.db.prepare('SELECT max(id) FROM inspections').pluck().get() as number;
const readings = (): Reading[] => readingsOf(t.db, inspection());

it('runs for two days by what stands on the pages: set up, drawn, read by two inspectors, settled, judged, closed', async () => {
  const helen = await browser.as('helen', { width: 1280 });
  await setUp(helen);
  const marcus = await browser.as('marcus', { width: 700 });
  await press(marcus, 'Inspections', '.menu');
  await press(marcus, 'Mock inspection, November', 'main');
  const ines = await visiting(marcus, 'Ines Vale');
  const jo = await visiting(marcus, 'Jo Reed');
  await draw(marcus);
  await press(marcus, 'Begin the inspection');

  await begin(ines);
  await readEverything();
  await talk(jo);
  await settle(marcus);
  await agreeEverything(marcus);
  await judge(marcus, ines);
  await close(marcus);

  expect(await marcus.locator('main').innerText()).toContain('Closed, led by Marcus Bell');
  expect(readings().map(({ state }) => state)).toEqual(['agreed', 'agreed', 'agreed']);
}, 240_000);

async function setUp(helen: Page): Promise<void> {
  await press(helen, 'Inspections', '.menu');
  await press(helen, 'Set up an inspection', 'main');
  await type(helen, 'Name', 'Mock inspection, November');
  await helen.getByLabel('Standards and ratings, 2018 to 2024').check();
  await type(helen, 'First day', '24 Nov 2026');
  await type(helen, 'Last day', '25 Nov 2026');
  await type(helen, 'Access of visiting inspectors ends after', '27 Nov 2026');
  await choose(helen, 'Lead', 'Marcus Bell');
  await type(helen, 'What it is for, and who will see what', 'To learn before the inspectorate comes.');
  await press(helen, 'Set up', 'main');
}

/** The lead makes a link; the inspector opens it once and is in, on half a screen. */
async function visiting(marcus: Page, name: string): Promise<Page> {
  await press(marcus, 'Who reads', 'main');
  await type(marcus, 'Name', name);
  await press(marcus, 'Make the link', 'main');
  const link = await marcus.locator('main p.ref').innerText();
  await press(marcus, 'Back to who reads', 'main');
  await press(marcus, 'Mock inspection, November', 'body');
  const inspector = await browser.visitor({ width: 700 });
  await inspector.goto(link);
  await type(inspector, 'Password', 'four quiet words');
  await type(inspector, 'Password again', 'four quiet words');
  await press(inspector, 'Go in');
  return inspector;
}

async function draw(marcus: Page): Promise<void> {
  await press(marcus, 'Draw: Court', 'main');
  await type(marcus, 'The order began from', '1 Jan 2026');
  await type(marcus, 'until', '31 Oct 2026');
  await marcus.getByLabel('So many', { exact: true }).first().check();
  await marcus.locator('#size').fill('2');
  await press(marcus, 'Count again', 'main');
  await press(marcus, 'Draw and give out', 'main');
  expect(await marcus.locator('main').innerText()).toContain('places 1, chosen before the draw');
  await press(marcus, 'back to the inspection', 'main');
}

/** An inspector begins from the home page; other people’s cases are not there. */
async function begin(ines: Page): Promise<void> {
  expect(await ines.locator('.menu').innerText()).not.toContain('Samples');
  await press(ines, 'Inspections', '.menu');
  await press(ines, 'Mock inspection, November', 'main');
  const [own] = await ines.locator('main table tbody a').allInnerTexts();
  await press(ines, own ?? '', 'main');
  await press(ines, 'Begin the audit', 'main');
}

async function readEverything(): Promise<void> {
  for (const { id, auditorId, reading, state } of readings()) {
    const differs = (key: string) => reading === 'second' && key === 'judge-desistance-planning';
    const value = ({ item }: { item: { key: string } }) => (differs(item.key) ? 'not-sufficient' : null);
    if (state === 'assigned') readThrough(t, id, auditorId, value);
    else {
      answerAll(t, id, value, auditorId);
      actAs(t, auditorId, (by) => submitAudit(t.db, by, id));
    }
  }
  return Promise.resolve();
}

async function talk(jo: Page): Promise<void> {
  await press(jo, 'Inspections', '.menu');
  await press(jo, 'Mock inspection, November', 'main');
  await press(jo, 'Notes', 'main');
  await type(jo, 'What did your manager add?', 'Asked for the school day to be in the plan.');
  await press(jo, 'Keep the notes', 'main');
  expect(await jo.getByLabel('What did your manager add?').inputValue()).toContain('school day');
}

async function settle(marcus: Page): Promise<void> {
  const first = readings().find(({ reading }) => reading === 'first');
  await marcus.goto(`/inspections/${inspection()}/readings/${first?.id ?? 0}`);
  await lookAt(marcus);
  await press(marcus, 'Beside each other', 'main');
  await marcus.getByLabel('Settle as').selectOption({ label: 'Not sufficient' });
  await marcus.getByLabel('Why').fill('The plan is a list of sessions.');
  await press(marcus, 'Settle', 'main');
}

async function agreeEverything(marcus: Page): Promise<void> {
  for (const { id } of readings()) {
    await marcus.goto(`/inspections/${inspection()}/readings/${id}`);
    await press(marcus, 'Agree this reading', 'main');
  }
}

/** The lead proposes and writes down, a reader confirms. */
async function judge(marcus: Page, ines: Page): Promise<void> {
  await press(marcus, 'Standards', 'main');
  await press(marcus, '1.1 Governance and leadership', 'main');
  await marcus.getByLabel('Good', { exact: true }).check();
  await type(marcus, 'On which evidence, in a few sentences', 'Minutes and people agree.');
  await press(marcus, 'Propose', 'main');
  await ines.goto(`/inspections/${inspection()}/standards/1.1`);
  await press(ines, 'Confirm this rating', 'main');
  await marcus.goto(`/inspections/${inspection()}/findings`);
  await marcus.getByLabel('Strength', { exact: true }).check();
  await type(marcus, 'In a sentence or two', 'Assessments start from the child’s own words.');
  await press(marcus, 'Write down', 'main');
  await marcus.goto(`/inspections/${inspection()}/summary`);
  expect(await marcus.locator('main').innerText()).toContain('3 of 3, 3 agreed');
}

async function close(marcus: Page): Promise<void> {
  await marcus.goto(`/inspections/${inspection()}`);
  await press(marcus, 'Close', 'main');
  await press(marcus, 'Close', 'main');
}
