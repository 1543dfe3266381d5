import type { FormDocument, Item } from '../../../server/domain/forms/document';
import { formVersion, latestVersion } from '../../../server/features/forms/forms.store';
import { publishVersion } from '../../../server/features/forms/publish-version';
import { auditsPage } from '../../../server/features/reports/audits.page';
import { practitionerPage } from '../../../server/features/reports/practitioner.page';
import { nationalStandardsPage } from '../../../server/features/reports/national-standards.page';
import { themePage } from '../../../server/features/reports/theme.page';
import type { TestApp } from '../../fixtures/app';
import { asking } from './asking';
import { reportedService, round } from './reported';

let world: TestApp;

/** A second version of two forms, then audits with them: re-worded, re-scaled, removed and new questions. */
beforeAll(() => {
  world = reportedService();
  const at = '2026-10-01T09:00:00.000Z';
  for (const [key, change] of [
    ['ten-minute-dip', changedDip],
    ['national-standards-2013', changedStandards],
  ] as const) {
    const { document } = formVersion(world.db, latestVersion(world.db, key)!.id);
    publishVersion(world.db, change(structuredClone(document)), { origin: 'service', by: null, at });
    round(world, { form: key, month: '10', size: 6 });
  }
}, 60_000);
afterAll(() => world.close());

const changedDip = (document: FormDocument): FormDocument =>
  changed(document, (item) => {
    if (item.key === 'dip-plan-answers') return { ...item, question: 'Does the plan answer what could go wrong?' };
    if (item.key === 'dip-assessment-current') return { ...item, scale: 'yes-no' } as Item;
    return item.key === 'dip-voice' ? null : item;
  });

const changedStandards = (document: FormDocument): FormDocument =>
  changed(document, (item) => (item.key === 'ns-home-visit' ? null : item));

function changed(document: FormDocument, change: (item: Item) => Item | null): FormDocument {
  const sections = document.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((item) => change(item) ?? []),
  }));
  return { ...document, version: document.version + 1, sections } as FormDocument;
}

const questions = () =>
  ['planning', 'assessment', 'childs-voice'].flatMap(
    (theme) => themePage(asking(world, 'helen', 'reports.service', { form: 'ten-minute-dip' }), theme).questions!.rows,
  );

it('says which versions are in a figure, and which questions differ between them', () => {
  const page = themePage(asking(world, 'helen', 'reports.service', { form: 'ten-minute-dip' }), 'planning');
  expect(page.forms).toHaveLength(1);
  expect(page.forms[0]!.text).toMatch(/^version 1, 15 files; version 2, 6 files\./);
  expect(page.forms[0]!.text).toContain('‘Does the plan answer what could go wrong?’ in other words in version 1');
  expect(page.forms[0]!.text).toContain('Each audit is scored by its own version.');
});

it('joins a re-worded question over versions, in its newest words, and says so', () => {
  const rows = questions().filter((row) => row['question']?.text === 'Does the plan answer what could go wrong?');
  expect(rows).toHaveLength(1);
  expect(rows[0]!['count']?.of).toBe(21);
  expect(rows[0]!['question']?.note).toContain('in other words in version 1, with the same meaning');
});

it('never counts answers of two scales together: a re-scaled question stands once for each', () => {
  const { question } = itemOf('dip-assessment-current');
  const rows = questions().filter((row) => row['question']?.text === question);
  expect(rows.map((row) => row['count']?.of).sort()).toEqual([15, 6].sort());
  for (const row of rows) {
    const query = Object.fromEntries(new URLSearchParams(row['count']!.href!.split('?')[1]));
    const { figure } = auditsPage(asking(world, 'helen', 'reports.service', query), query);
    expect(figure?.text).toContain(row['count']!.text);
  }
  expect(rows.some((row) => row['question']?.note?.includes('other versions offer other answers'))).toBe(true);
});

it('still counts a question that only older versions ask, and says which', () => {
  const row = questions().find((one) => one['question']?.text === itemOf('dip-voice').question);
  expect(row?.['count']?.of).toBe(15);
  expect(row?.['question']?.note).toContain('only in version 1');
});

it('still counts a rule that only older versions ask', () => {
  const page = nationalStandardsPage(asking(world, 'helen', 'reports.service'));
  const { question } = itemOf('ns-home-visit', 'national-standards-2013');
  const row = page.shares.rows.find((one) => one['rule']?.text === question);
  expect(row?.['rule']?.note).toContain('only in version 1');
  expect(page.forms[0]!.text).toContain('version 2, 6 files');
});

it('shows a person’s answers of each version beside each other, each in its own words', () => {
  const { judged } = practitionerPage(
    asking(world, 'helen', 'reports.practitioners', { form: 'ten-minute-dip' }),
    world.ids.kofi,
  );
  const rows = judged[0]!.rows.map(({ name }) => name);
  expect(rows).toContain(
    'Does the plan answer what could go wrong? (in other words in version 1, with the same meaning)',
  );
  const removed = judged[0]!.rows.find(({ name }) => name.startsWith(itemOf('dip-voice').question));
  expect(removed?.cells.at(-1)?.text).toBe('not asked');
});

function itemOf(key: string, form = 'ten-minute-dip'): Item {
  const rows = world.db.prepare('SELECT id FROM form_versions WHERE form_key = ? AND version = 1').get(form) as {
    id: number;
  };
  return formVersion(world.db, rows.id)
    .document.sections.flatMap(({ items }) => items)
    .find((item) => item.key === key)!;
}
