import { themes } from '../../../server/domain/forms/themes';
import { meanInterval } from '../../../server/domain/statistics/mean-interval';
import { auditsOfPerson } from '../../../server/features/reports/audits.store';
import { gridPage } from '../../../server/features/reports/grid.page';
import { levelsPage } from '../../../server/features/reports/levels.page';
import { themeMeans } from '../../../server/features/reports/means';
import { nationalStandardsPage } from '../../../server/features/reports/national-standards.page';
import { practitionerPage } from '../../../server/features/reports/practitioner.page';
import { servicePage } from '../../../server/features/reports/service.page';
import { themePage } from '../../../server/features/reports/theme.page';
import { themesPage } from '../../../server/features/reports/themes.page';
import { themesOfAudit } from '../../../server/features/reports/themes.store';
import type { Cell, Row } from '../../../server/platform/table';
import type { TestApp } from '../../fixtures/app';
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

const ranks = ['low', 'medium', 'high', 'very-high'];

function counted(table: { rows: readonly Row[] }, name: string, column: string): [Cell['value'], number | null] {
  const row = table.rows.find((one) => Object.values(one)[0]?.text === name);
  return [row?.[column]?.value ?? null, row?.[column]?.of ?? null];
}

it('rests on enough audits for the comparison to mean something', () => {
  expect(raw.length).toBe(49);
  expect(raw.filter(({ measures }) => measures === 'compliance').length).toBe(15);
});

it('counts each theme as the raw answers do', () => {
  const page = themesPage(asking(world, 'helen', 'reports.service'));
  for (const { key, name } of themes) {
    const scores = raw.map(({ weigh }) => weigh(key, false)).filter((score) => score !== null);
    const expected = scores.length === 0 ? [null, null] : [scores.filter((s) => atLeast(s, 0.7)).length, scores.length];
    expect([name, ...counted(page.table, name, 'count')]).toEqual([name, ...expected]);
  }
});

it('counts a theme by team, by quarter and by question as the raw answers do', () => {
  const page = themePage(asking(world, 'helen', 'reports.service'), 'planning');
  const asked = raw.filter(({ weigh }) => weigh('planning', false) !== null);
  for (const team of ['North', 'South'] as const) {
    const mine = asked.filter(({ audit }) => audit.teamId === world.ids[team]);
    const good = mine.filter(({ weigh }) => atLeast(weigh('planning', false), 0.7)).length;
    expect(counted(page.byTeam.table, team, 'count')).toEqual([good, mine.length]);
  }
  const spring = asked.filter(({ audit }) => audit.agreedOn! >= '2026-04-01' && audit.agreedOn! <= '2026-06-30');
  const good = spring.filter(({ weigh }) => atLeast(weigh('planning', false), 0.7)).length;
  expect(counted(page.overTime.table, 'Apr–Jun 2026', 'count')).toEqual([good, spring.length]);
  const answers = raw.flatMap(({ score }) => score.items.filter(({ item }) => item === 'dip-plan-answers'));
  const applied = answers.filter(({ worth }) => worth !== null);
  const yes = applied.filter(({ outcome }) => outcome === 'yes').length;
  expect(counted(page.questions!, 'Does the plan answer those dangers?', 'count')).toEqual([yes, applied.length]);
});

it('gives each practitioner the mean of their audits, one form at a time, practice only', () => {
  const r = asking(world, 'helen', 'reports.practitioners', { form: 'risk-of-harm' });
  const mine = raw.filter(({ audit }) => audit.formKey === 'risk-of-harm' && audit.workOfId === world.ids.kofi);
  const page = practitionerPage(r, world.ids.kofi);
  const all = meanInterval(mine.flatMap(({ score }) => score.practiceScore ?? []));
  expect(page.means).toHaveLength(1);
  expect(page.means[0]!.lead).toContain(`Mean ${all.mean.toFixed(2)} over ${mine.length} audits`);
  const audits = auditsOfPerson(world.db, world.ids.kofi, r.selection, r.reach, r.today);
  const means = themeMeans(
    r,
    world.ids.kofi,
    audits,
    audits.flatMap(({ id }) => themesOfAudit(world.db, id)),
  );
  expect(means.length).toBeGreaterThan(5);
  for (const { theme, mean } of means) {
    const scores = mine.flatMap(({ weigh }) => weigh(theme, true) ?? []);
    expect(mean.n).toBe(scores.length);
    if (scores.length < 5) expect(mean.value).toBeNull();
    else expect(mean.value).toBeCloseTo(scores.reduce((sum, s) => sum + s, 0) / scores.length, 12);
  }
});

it('leaves the manager’s oversight out of every practitioner’s figure', () => {
  const r = asking(world, 'helen', 'reports.practitioners', { form: 'risk-of-harm' });
  const audits = auditsOfPerson(world.db, world.ids.kofi, r.selection, r.reach, r.today);
  const means = themeMeans(
    r,
    world.ids.kofi,
    audits,
    audits.flatMap(({ id }) => themesOfAudit(world.db, id)),
  );
  expect(means.map(({ theme }) => theme)).not.toContain('oversight');
});

it('fills the grid with the counts of the raw answers', () => {
  const { table } = gridPage(asking(world, 'helen', 'reports.practitioners'));
  for (const [name, id] of [
    ['Hana Gill', world.ids.hana],
    ['Sam Doyle', world.ids.sam],
  ] as const) {
    for (const theme of ['contingency', 'assessment']) {
      const scores = raw.filter(({ audit }) => audit.workOfId === id).flatMap(({ weigh }) => weigh(theme, true) ?? []);
      const expected = `${scores.filter((s) => atLeast(s, 0.7)).length} of ${scores.length}`;
      expect(table.rows.find((row) => row['practitioner']?.text === name)?.[theme]?.text).toBe(expected);
    }
  }
});

it('counts rules met, raw and adjusted, as the raw answers do, and lists every exception', () => {
  const page = nationalStandardsPage(asking(world, 'helen', 'reports.service'));
  const audits = raw.filter(({ measures }) => measures === 'compliance');
  const sum = (of: (one: (typeof raw)[number]) => number): number => audits.reduce((all, one) => all + of(one), 0);
  const due = sum(({ score }) => score.due);
  expect(page.met.count).toBe(`${sum(({ score }) => score.met)} of ${due}`);
  expect(page.adjusted.count).toBe(`${sum(({ score }) => score.metAdjusted)} of ${due}`);
  const missed = audits.flatMap(({ audit, score }) => {
    const kept = score.items.filter(({ outcome }) =>
      ['not-met', 'not-met-with-reason', 'not-evidenced'].includes(outcome),
    );
    const repeated = new Set(score.items.filter(({ occurrence }) => occurrence > 0).map(({ item }) => item));
    return kept.filter(({ item, occurrence }) => occurrence > 0 || !repeated.has(item)).map(() => audit.reference);
  });
  expect(page.exceptions.rows.map((row) => row['case']?.text).sort()).toEqual(missed.sort());
});

it('compares the first level of the auditor with the service’s as they were put', () => {
  const page = levelsPage(asking(world, 'helen', 'reports.service'));
  const steps = raw.flatMap(({ score }) =>
    score.harmLevel && score.harmService ? [ranks.indexOf(score.harmLevel) - ranks.indexOf(score.harmService)] : [],
  );
  const rows = page.kinds[0]!.table.rows.map((row) => [row['count']?.value, row['count']?.of]);
  const n = (is: (step: number) => boolean) => steps.filter(is).length;
  expect(rows).toEqual([
    [n((s) => s > 0), steps.length],
    [n((s) => s === 0), steps.length],
    [n((s) => s < 0), steps.length],
  ]);
});

it('gives grades and mean scores of each form and quarter as the raw answers do', () => {
  const page = servicePage(asking(world, 'helen', 'reports.service'));
  const dips = raw.filter(({ audit }) => audit.formKey === 'ten-minute-dip');
  const form = page.forms.find(({ title }) => title === dips[0]!.audit.formTitle)!;
  const row = form.quarters.rows.find((one) => one['quarter']?.text === 'Jan–Mar 2026')!;
  const { mean } = meanInterval(dips.flatMap(({ score }) => score.score ?? []));
  expect(row['audits']?.value).toBe(dips.length);
  expect(row['mean']?.text).toBe((Math.floor(mean * 100 + 0.5 + 1e-9) / 100).toFixed(2));
  for (const grade of ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const) {
    expect(row[grade]?.value).toBe(dips.filter(({ score }) => score.ownGrade === grade).length);
  }
});
