import { custodyPapersPage } from '../../../server/features/reports/custody-papers.page';
import { gridPage } from '../../../server/features/reports/grid.page';
import { levelsPage } from '../../../server/features/reports/levels.page';
import { nationalStandardsPage } from '../../../server/features/reports/national-standards.page';
import { practitionerPage } from '../../../server/features/reports/practitioner.page';
import { servicePage } from '../../../server/features/reports/service.page';
import { themePage } from '../../../server/features/reports/theme.page';
import { themesPage } from '../../../server/features/reports/themes.page';
import type { Listed } from '../../../server/features/reports/always-listed';
import { asksCompliance } from '../../../server/domain/forms/scales';
import { scoreAudit } from '../../../server/domain/scoring/score-audit';
import { auditById } from '../../../server/features/audits/audits.store';
import { filledAudit } from '../../../server/features/audits/filled-audit';
import type { TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';
import { htmlFaults } from '../../views/html';
import { asking } from './asking';
import { reportedService, round } from './reported';

let world: TestApp;
beforeAll(() => {
  world = reportedService();
  round(world, { form: 'custody-documents', month: '10', size: 15 });
}, 60_000);
afterAll(() => world.close());

const page = (name: StaffName = 'helen') => custodyPapersPage(asking(world, name, 'reports.service'));

/** Results of the papers, from the raw answers of every agreed audit of the form. */
function papers(): { audit: number; occurrence: number; item: string; outcome: string }[] {
  const ids = world.db
    .prepare(`SELECT id FROM audits WHERE form_key = 'custody-documents' AND state = 'agreed' ORDER BY id`)
    .all() as { id: number }[];
  return ids.flatMap(({ id }) => {
    const { filled, form, settings } = filledAudit(world.db, auditById(world.db, id, { kind: 'all' }, '2026-11-24')!);
    const rules = new Set(
      form.document.sections.flatMap(({ items }) => items.filter(asksCompliance)).map((i) => i.key),
    );
    const rows = scoreAudit(filled, settings).items.filter(({ item, occurrence }) => rules.has(item) && occurrence > 0);
    return rows.map(({ item, occurrence, outcome }) => ({ audit: id, occurrence, item, outcome }));
  });
}
const isMissed = ({ outcome }: { outcome: string }): boolean =>
  ['not-met', 'not-met-with-reason', 'not-evidenced'].includes(outcome);

it('lists every paper that was not there in time, by case, with how late, cause, note and action', () => {
  const { exceptions, lead } = page();
  const missed = papers().filter(isMissed);
  expect(missed.length).toBeGreaterThan(10);
  expect(exceptions.rows.map((row) => row['case']?.href).sort()).toEqual(
    missed.map(({ audit }) => `/audits/${audit}/result`).sort(),
  );
  expect(lead).toContain(`${missed.length} papers were not there in time`);
  for (const row of exceptions.rows) {
    expect(row['entry']?.text).toMatch(/\d{4}$/);
    expect(row['late']?.text).toMatch(/late$|Not met|Not evidenced|not done/);
    expect(row['written']?.text).not.toBe('');
    expect(row['action']?.text).toBe('None made');
  }
  expect(exceptions.columns.map(({ key }) => key)).not.toContain('adjusted');
});

it('counts entries with everything on time as the raw answers do: a footnote to the list', () => {
  const due = papers().filter(({ outcome }) => isMissed({ outcome }) || outcome === 'met');
  const entries = [...new Set(due.map(({ audit, occurrence }) => `${audit} ${occurrence}`))];
  const late = new Set(due.filter(isMissed).map(({ audit, occurrence }) => `${audit} ${occurrence}`));
  expect(page().entries.count).toBe(`${entries.length - late.size} of ${entries.length}`);
});

it('calls an action overdue until a second person has found it done', () => {
  const [paper] = papers().filter(isMissed);
  const add = world.db.prepare(
    `INSERT INTO actions (about, audit_id, item_key, wording, owner_id, due_on, state, made_at)
     VALUES ('service', ?, ?, 'Send before the hearing', ?, '2026-11-20', ?, '2026-10-20T09:00:00.000Z')`,
  );
  const id = add.run(paper!.audit, paper!.item, world.ids.marcus, 'completed').lastInsertRowid;
  const cell = () =>
    page()
      .exceptions.rows.filter((row) => row['action']?.href === `/actions/${id}`)
      .map((row) => row['action']?.text);
  expect(new Set(cell())).toEqual(new Set(['Overdue since 20 Nov 2026']));
  world.db.prepare(`UPDATE actions SET state = 'verified' WHERE id = ?`).run(id);
  expect(new Set(cell())).toEqual(new Set(['Done and verified']));
});

it('shows somebody else’s papers to nobody, and their share only in whole quarters', () => {
  const own = world.db.prepare('SELECT id FROM audits WHERE work_of_id = ?').all(world.ids.kofi) as { id: number }[];
  const mine = page('kofi').exceptions.rows.map((row) => row['case']?.href);
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.every((href) => own.some(({ id }) => href === `/audits/${id}/result`))).toBe(true);
  expect(page('kofi').entries.isHeld).toBe(true);
});

it('is sound HTML, and leaves the form out of the report on standards', async () => {
  const helen = await world.as('helen');
  const { text } = await helen.get('/reports/custody-papers').expect(200);
  expect(await htmlFaults(text)).toEqual([]);
  const standards = nationalStandardsPage(asking(world, 'helen', 'reports.service', { form: 'custody-documents' }));
  expect(standards.title).toBe('National Standards (2013)');
});

describe('an Inadequate, a late custody paper and a concern stand by case, at any number', () => {
  const service = (): ReturnType<typeof asking> => asking(world, 'helen', 'reports.service');
  const people = (): ReturnType<typeof asking> => asking(world, 'helen', 'reports.practitioners');
  let cases: { kind: RegExp; audit: number; person: number }[];

  beforeAll(() => {
    const { db, ids } = world;
    const row = (where: string) =>
      db
        .prepare(
          `SELECT a.id AS audit, a.work_of_id AS person FROM audits a JOIN audit_results r ON r.audit_id = a.id
           WHERE a.work_of_id IS NOT NULL AND ${where} ORDER BY a.id LIMIT 1`,
        )
        .get() as { audit: number; person: number };
    const raised = row(`a.form_key = 'risk-of-harm'`);
    db.prepare(
      `INSERT INTO concerns (audit_id, case_id, said, raised_by, raised_at, named_id, state)
       SELECT id, case_id, 'Somebody may be hurt', auditor_id, '2026-05-09T10:00:00.000Z', ?, 'raised' FROM audits WHERE id = ?`,
    ).run(ids.marcus, raised.audit);
    const late = papers().find(({ outcome }) => outcome === 'not-met' || outcome === 'not-met-with-reason')!.audit;
    cases = [
      { kind: /Inadequate/, ...row(`r.own_grade = 'inadequate' AND a.form_key <> 'custody-documents'`) },
      { kind: /Late custody paper/, ...row(`a.id = ${late}`) },
      { kind: /concern 9 May 2026: not acknowledged yet/i, ...raised },
    ];
  });

  const says = (listed: readonly Listed[], { kind, audit }: { kind: RegExp; audit: number }): boolean =>
    listed.some(({ href, text }) => href === `/audits/${audit}/result` && kind.test(text));

  it.each([
    ['the service over time', () => servicePage(service()).listed, [0, 1, 2]],
    ['practitioners and themes', () => gridPage(people()).listed, [0, 1, 2]],
    ['papers at entry to custody', () => page().listed, [1]],
    ['themes', () => themesPage(service()).listed, [0, 2]],
    ['one theme', () => themePage(service(), 'planning').listed, [0, 2]],
    ['levels', () => levelsPage(service()).listed, [2]],
  ] as const)('on the page of %s', (_name, listed, kinds) => {
    for (const kind of kinds) expect([kind, says(listed(), cases[kind]!)]).toEqual([kind, true]);
  });

  it('on the page of each person whose work it is', () => {
    for (const one of cases) expect(says(practitionerPage(people(), one.person).listed, one)).toBe(true);
  });

  it('on the page of National Standards, for its own audits', () => {
    const { listed } = nationalStandardsPage(service());
    expect(listed.some(({ text }) => /Late custody paper/.test(text))).toBe(true);
  });
});
