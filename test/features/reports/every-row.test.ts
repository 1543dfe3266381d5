import { themes } from '../../../server/domain/forms/themes';
import type { Row } from '../../../server/platform/table';
import { gridPage } from '../../../server/features/reports/grid.page';
import { levelsPage } from '../../../server/features/reports/levels.page';
import { nationalStandardsPage } from '../../../server/features/reports/national-standards.page';
import { practitionerPage } from '../../../server/features/reports/practitioner.page';
import { practitionersPage } from '../../../server/features/reports/practitioners.page';
import { servicePage } from '../../../server/features/reports/service.page';
import { themePage } from '../../../server/features/reports/theme.page';
import type { TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';
import { asking } from './asking';
import { atLeast, auditsFromAnswers, type RawAudit } from './raw';
import { reportedService } from './reported';

let world: TestApp;
let raw: RawAudit[];
beforeAll(() => {
  world = reportedService();
  raw = auditsFromAnswers(world);
}, 60_000);
afterAll(() => world.close());

const service = (query = {}) => asking(world, 'helen', 'reports.service', query);
const people = (query = {}) => asking(world, 'helen', 'reports.practitioners', query);

/** 'k of n' of a row, and of the recomputation. */
const shown = (row: Row | undefined, column: string) => [row?.[column]?.value, row?.[column]?.of];
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) => [all.filter(is).length, all.length];
const rowNamed = (rows: readonly Row[], name: string) => rows.find((row) => Object.values(row)[0]?.text === name);

const scoresOn = (audits: readonly RawAudit[], theme: string, onlyPractice: boolean): number[] =>
  audits.flatMap((audit) => audit.weigh(theme, onlyPractice) ?? []);
const isGood = (score: number): boolean => atLeast(score, 0.7);
const ofQuality = (audits: readonly RawAudit[]): RawAudit[] => audits.filter(({ measures }) => measures === 'quality');

const names = ['Hana Gill', 'Kofi Okafor', 'Sam Doyle', 'Tom Iredale'] as const;
const idOf: Record<(typeof names)[number], StaffName> = {
  'Hana Gill': 'hana',
  'Kofi Okafor': 'kofi',
  'Sam Doyle': 'sam',
  'Tom Iredale': 'tom',
};
const workOf = (name: (typeof names)[number]): RawAudit[] =>
  raw.filter(({ audit }) => audit.workOfId === world.ids[idOf[name]]);

it('the grid: every person on every theme, and the whole', () => {
  const { table } = gridPage(people());
  for (const { key } of themes) {
    for (const name of names) {
      const scores = scoresOn(ofQuality(workOf(name)), key, true);
      const cell = rowNamed(table.rows, name)?.[key];
      if (scores.length === 0) expect(['not asked', undefined]).toContain(cell?.text);
      else expect([name, key, cell?.value, cell?.of]).toEqual([name, key, ...shareOf(scores, isGood)]);
    }
    const all = scoresOn(ofQuality(raw), key, true);
    if (all.length > 0) expect(shown(table.total ?? undefined, key)).toEqual(shareOf(all, isGood));
  }
});

it('National Standards: every section and every rule, raw and adjusted', () => {
  const { shares } = nationalStandardsPage(service());
  const audits = raw.filter(({ measures }) => measures === 'compliance');
  const sections = audits[0]!.form.document.sections;
  let rules = 0;
  for (const { key, title, items } of sections) {
    const sums = audits.flatMap(({ score }) => score.sections.filter(({ section }) => section === key));
    const sum = (of: (one: (typeof sums)[number]) => number): number => sums.reduce((all, one) => all + of(one), 0);
    const row = rowNamed(shares.rows, title);
    if (sum(({ due }) => due) === 0) continue;
    expect([title, ...shown(row, 'met')]).toEqual([title, sum(({ met }) => met), sum(({ due }) => due)]);
    expect([title, row?.['adjusted']?.value]).toEqual([title, sum(({ metAdjusted }) => metAdjusted)]);
    for (const item of items) {
      const results = audits.flatMap(({ score }) =>
        score.items.filter((one) => one.item === item.key && one.occurrence === 0 && isDue(one.outcome)),
      );
      if (results.length === 0 || !item.key.startsWith('ns-')) continue;
      rules += 1;
      const found = shares.rows.filter((one) => one['rule']?.text === item.question);
      const expected = [
        ...shareOf(results, ({ outcome }) => outcome === 'met'),
        results.filter(({ outcome, accepted }) => outcome === 'met' || accepted).length,
      ];
      const counts = found.map((one) => [...shown(one, 'met'), one['adjusted']?.value]);
      expect([item.key, counts]).toEqual([item.key, expect.arrayContaining([expected])]);
    }
  }
  expect(rules).toBeGreaterThan(10);
});

const isDue = (outcome: string): boolean =>
  ['met', 'not-met', 'not-met-with-reason', 'not-evidenced'].includes(outcome);

it('levels: of the child’s own safety too, and who stands in the list', () => {
  const ranks = ['low', 'medium', 'high', 'very-high'];
  const pages = levelsPage(service()).kinds;
  const both = raw.flatMap(({ audit, score }) => {
    const { safetyLevel, safetyService } = score;
    if (!safetyLevel || !safetyService) return [];
    return [{ id: audit.id, step: ranks.indexOf(safetyLevel) - ranks.indexOf(safetyService) }];
  });
  expect(pages[1]!.table.rows.map((row) => shown(row, 'count'))).toEqual([
    shareOf(both, ({ step }) => step > 0),
    shareOf(both, ({ step }) => step === 0),
    shareOf(both, ({ step }) => step < 0),
  ]);
  expect(pages[1]!.under.rows.map((row) => row['case']?.href).sort()).toEqual(
    both
      .filter(({ step }) => step > 0)
      .map(({ id }) => `/audits/${id}/result`)
      .sort(),
  );
});

it('the service: every form, quarter and grade, and own against computed grades', () => {
  const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
  const quarters = [
    ['Jan–Mar 2026', '2026-01-01', '2026-03-31'],
    ['Apr–Jun 2026', '2026-04-01', '2026-06-30'],
    ['Jul–Sep 2026', '2026-07-01', '2026-09-30'],
    ['All', '2025-11-25', '2026-11-24'],
  ] as const;
  const { forms } = servicePage(service());
  expect(forms).toHaveLength(4);
  for (const form of forms) {
    const mine = raw.filter(({ audit }) => audit.formTitle === form.title);
    for (const [name, from, until] of quarters) {
      const part = mine.filter(({ audit }) => audit.agreedOn! >= from && audit.agreedOn! <= until);
      const row = name === 'All' ? form.quarters.total! : rowNamed(form.quarters.rows, name)!;
      expect([form.title, name, row['audits']?.value]).toEqual([form.title, name, part.length]);
      for (const grade of grades)
        expect(row[grade]?.value).toBe(part.filter(({ score }) => score.ownGrade === grade).length);
    }
    for (const [i, own] of grades.entries())
      for (const computed of grades) {
        const n = mine.filter(({ score }) => score.ownGrade === own && score.computedGrade === computed).length;
        expect(form.against.rows[i]?.[computed]?.value).toBe(n);
      }
  }
});

it('who audited: how each marks on a theme, and all of them', () => {
  const { table } = themePage(service(), 'planning').auditors;
  const asked = ofQuality(raw).filter(({ weigh }) => weigh('planning', false) !== null);
  for (const [name, id] of [
    ['Ruth Ashdown', world.ids.ruth],
    ['Priya Nair', world.ids.priya],
  ] as const) {
    const theirs = asked.filter(({ audit }) => audit.auditorId === id);
    const row = rowNamed(
      table.rows,
      world.db.prepare('SELECT name FROM people WHERE id = ?').pluck().get(id) as string,
    );
    expect([name, ...shown(row, 'marked')]).toEqual([name, ...shareOf(scoresOn(theirs, 'planning', false), isGood)]);
  }
  expect(shown(table.total ?? undefined, 'marked')).toEqual(shareOf(scoresOn(asked, 'planning', false), isGood));
});

it('a person: compliance, how many audits, and how their auditors grade with the same forms', () => {
  for (const name of names) {
    const page = practitionerPage(people(), world.ids[idOf[name]]);
    const work = workOf(name);
    const rules = work.filter(({ measures, score }) => measures === 'compliance' && score.due > 0);
    const sum = (of: (one: RawAudit) => number): number => rules.reduce((all, one) => all + of(one), 0);
    const due = sum(({ score }) => score.due);
    if (due > 0)
      expect(page.compliance?.figures.map(({ count }) => count)).toEqual([
        `${sum(({ score }) => score.met)} of ${due}`,
        `${sum(({ score }) => score.metAdjusted)} of ${due}`,
      ]);
    const forms = new Set(ofQuality(work).map(({ audit }) => audit.formKey));
    const alike = raw.filter(({ audit, score }) => forms.has(audit.formKey) && score.ownGrade !== null);
    expect(shown(page.auditors?.table.total ?? undefined, 'marked')).toEqual(
      shareOf(alike, ({ score }) => score.ownGrade === 'good' || score.ownGrade === 'outstanding'),
    );
    const row = rowNamed(practitionersPage(people()).table.rows, name);
    expect(row?.['quality']?.value).toBe(ofQuality(work).length);
    expect(row?.['compliance']?.value).toBe(work.length - ofQuality(work).length);
  }
});

it('for a reader of few: own audits to the day, and whole quarters of the rest', () => {
  const r = asking(world, 'ruth', 'reports.service', { from: '2026-03-05', until: '2026-11-24' });
  const page = themePage(r, 'assessment');
  const asked = ofQuality(raw).filter(({ weigh }) => weigh('assessment', false) !== null);
  const mine = asked.filter(({ audit }) => audit.auditorId === world.ids.ruth && audit.agreedOn! >= '2026-03-05');
  // Beyond reach: the dip of March lies in a quarter that the period cuts; May is a whole quarter; four in September are too few.
  const others = asked.filter(({ audit }) => audit.auditorId !== world.ids.ruth && audit.formKey === 'risk-of-harm');
  expect(others.length).toBeGreaterThanOrEqual(5);
  const [good, n] = shareOf(scoresOn([...mine, ...others], 'assessment', false), isGood);
  expect(page.answer.count).toBe(`${good} of ${n} audits`);
});
