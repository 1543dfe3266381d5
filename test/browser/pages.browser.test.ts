import type { Page } from 'playwright-core';
import { anyCase } from '../../server/domain/sampling/rules';
import { beginAudit } from '../../server/features/audits/begin';
import { addRow } from '../../server/features/audits/rows';
import { latestVersion } from '../../server/features/forms/forms.store';
import { moveInspection } from '../../server/features/inspections/inspections.store';
import { drawSample } from '../../server/features/samples/draw';
import { chooseFacts } from '../../server/features/settings/kept-facts';
import { testApp, type TestApp } from '../fixtures/app';
import { act } from '../fixtures/audits';
import { inspectionUnderWay, readCase } from '../fixtures/judged-inspection';
import type { StaffName } from '../fixtures/staff';
import { addressesOf, everyRoute, worldToWalk } from '../house/everything';
import { axeFinds, inBrowser, scrollsSideways, type InBrowser } from './browser';

let t: TestApp;
let browser: InBrowser;
beforeAll(async () => {
  t = await worldToWalk();
  browser = await inBrowser(t);
});
afterAll(async () => {
  await browser.close();
  t.close();
});

const widths = [320, 700, 1280];

/** Each route is looked at once, by the first of these who may open it, and again by all where it reads differently. */
const readers: readonly (readonly [StaffName, number])[] = [
  ['helen', 1280],
  ['ada', 1280],
  ['marcus', 700],
  ['tom', 700],
  ['ruth', 700],
  ['kofi', 320],
  ['priya', 700],
];
const readsDifferently = new Set(['/', '/audits/:id', '/audits/:id/result', '/reports/practitioners/:id']);
const seen = new Set<string>();

it.each(readers)(
  '%s finds no fault in a page that they may open',
  async (name, width) => {
    const page = await browser.as(name, { width });
    const somebody = await t.as(name);
    const faults: string[] = [];
    for (const { path, show } of everyRoute(t)) {
      if (!show || (seen.has(path) && !readsDifferently.has(path))) continue;
      const addresses: string[] = [];
      for (const address of addressesOf(t, path)) {
        if (addresses.length > 0 && path !== '/audits/:id') break;
        const answer = await somebody.get(address);
        if (answer.status === 200 && answer.type === 'text/html') addresses.push(address);
      }
      if (addresses.length > 0) seen.add(path);
      for (const address of addresses) faults.push(...(await faultsOf(page, address, width)));
    }
    expect(faults).toEqual([]);
  },
  240_000,
);

it('has a page for a place that can still change, and for who was left out and why', async () => {
  const page = await browser.as('helen');
  const { sample, unit } = t.db
    .prepare('SELECT sample_id AS sample, unit FROM audits WHERE id = ?')
    .get(t.world.audits.assigned) as { sample: number; unit: string };
  const places = ['', '/swap', '/auditor'].map((act) => `/samples/:id/places/:unit${act}`);
  const addresses = places.map((path) => path.replace(':id', String(sample)).replace(':unit', unit));
  const leftOut = '/samples/new/not-eligible';
  const faults = [];
  for (const address of [...addresses, `${leftOut}?counted=1&status=open&rule=status`])
    faults.push(...(await faultsOf(page, address, 1280)));
  expect(faults).toEqual([]);
  for (const path of [...places, leftOut]) seen.add(path);
});

it('has pages for ratings and the report in every framework, and for what opens when an inspection is closed', async () => {
  const faults: string[] = [];
  for (const framework of ['2018-2024', '2025', '2017']) {
    const { t: service, id, readings } = inspectionUnderWay(framework);
    readCase(service, readings[0]!.id, { 'facts-subject': 'child', 'judge-harm-planning': 'not-sufficient' });
    const there = await inBrowser(service);
    const page = await there.as('helen');
    const parts = { '2018-2024': ['/ratings/2.2'], '2025': ['/ratings/planning'], '2017': [] }[framework] ?? [];
    for (const part of ['/ratings', '/report', '/board', ...parts])
      faults.push(...(await faultsOf(page, `/inspections/${id}${part}`, 1280)));
    moveInspection(service.db, { id, to: 'closed', reason: null, result: null, by: null, now: service.clock.now });
    faults.push(...(await faultsOf(page, `/inspections/${id}/both`, 1280)));
    await there.close();
    service.close();
  }
  expect(faults).toEqual([]);
  seen.add('/inspections/:id/both');
}, 120_000);

it('has a page for facts of the case that nobody knows yet', async () => {
  act(t, 'helen', (by) => chooseFacts(t.db, by, ['victim', 'other-plan', 'court-dates', 'missed-appointments']));
  const { id } = begun(t, 'risk-of-harm');
  const page = await browser.as('ruth', { width: 320 });
  expect(await faultsOf(page, `/audits/${id}/case-facts`, 320)).toEqual([]);
  expect(page.url()).toContain('/case-facts');
  act(t, 'helen', (by) => chooseFacts(t.db, by, []));
  seen.add('/audits/:id/case-facts');
});

it('was looked at whole: what is left shows nothing of its own', () => {
  const missed = everyRoute(t).filter(({ path, show }) => show && !seen.has(path));
  expect(missed.map(({ path }) => path).filter((path) => !/\/file$|\.json$/.test(path))).toEqual([
    '/samples/new/why',
    '/set-up',
  ]);
});

it('has sections that anybody can fill in, whatever their questions: rows, dates, levels, judgements', async () => {
  const page = await browser.as('ruth', { width: 700 });
  const faults: string[] = [];
  for (const key of ['risk-of-harm', 'safeguarding', 'national-standards-2013']) {
    const { id, sections } = begun(t, key);
    for (const section of sections) {
      const address = `/audits/${id}/sections/${section}`;
      if ((await page.request.get(address)).ok()) faults.push(...(await faultsOf(page, address, 700)));
    }
  }
  expect(faults).toEqual([]);
}, 120_000);

describe('for whoever has not signed in', () => {
  let empty: TestApp;
  let first: InBrowser;
  beforeAll(async () => {
    empty = testApp({ empty: true });
    first = await inBrowser(empty);
  });
  afterAll(async () => {
    await first.close();
    empty.close();
  });

  it.each(widths)('the way in has no fault at %d px', async (width) => {
    expect(await faultsOf(await browser.visitor({ width }), '/sign-in', width)).toEqual([]);
    expect(await faultsOf(await first.visitor({ width }), '/set-up', width)).toEqual([]);
  });
});

async function faultsOf(page: Page, address: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const answer = await page.goto(address);
  const faults = answer?.ok() ? await axeFinds(page) : [`answers ${answer?.status()}`];
  for (const size of widths) {
    await page.setViewportSize({ width: size, height: 900 });
    if (await scrollsSideways(page)) faults.push(`scrolls sideways at ${size}`);
  }
  return faults.map((fault) => `${address}: ${fault}`);
}

/** An audit of Kofi's case, given to Ruth and begun by her, with two rows in each group that repeats. */
function begun(world: TestApp, key: string): { id: number; sections: string[] } {
  const { db, ids } = world;
  const version = latestVersion(db, key);
  if (!version) throw new Error(`No form ${key}`);
  const [unit] = Object.values(world.world.cases);
  const sample = act(world, 'helen', (by) =>
    drawSample(db, by, {
      name: `Read ${key}`,
      purpose: 'targeted',
      formVersionId: version.id,
      rules: anyCase,
      method: 'chosen',
      size: null,
      chosen: [unit ?? 0],
      reason: 'Asked for.',
      dueOn: '2026-12-15',
      auditors: [ids.ruth],
      againOf: null,
      againReason: null,
    }),
  );
  const id = db.prepare('SELECT id FROM audits WHERE sample_id = ?').pluck().get(sample) as number;
  act(world, 'ruth', (by) => beginAudit(db, by, id));
  const { sections } = version.document;
  for (const group of sections.flatMap(({ repeats }) => repeats ?? []))
    for (let row = 0; row < 2; row += 1) act(world, 'ruth', (by) => addRow(db, by, id, group.key));
  return { id, sections: sections.map((section) => section.key) };
}
