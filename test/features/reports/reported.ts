import { acting } from '../../../server/commands/demo/acting';
import { carryOut } from '../../../server/commands/demo/audit-story';
import { createChance } from '../../../server/commands/demo/chance';
import { anyCase } from '../../../server/domain/sampling/rules';
import { agreeAudit } from '../../../server/features/audits/agree';
import { closeDays } from '../../../server/features/audits/close-days';
import { importSheet } from '../../../server/features/cases/import-sheet';
import { setContacts } from '../../../server/features/concerns/set-contacts';
import { latestVersion } from '../../../server/features/forms/forms.store';
import { drawSample } from '../../../server/features/samples/draw';
import { testApp, type TestApp } from '../../fixtures/app';

const holders = [
  ...Array.from({ length: 6 }, () => ['Kofi Okafor', 'North']),
  ...Array.from({ length: 3 }, () => ['Tom Iredale', 'North']),
  ...Array.from({ length: 4 }, () => ['Hana Gill', 'South']),
  ...Array.from({ length: 2 }, () => ['Sam Doyle', 'South']),
] as const;

const orders = [
  'Referral Order,2026-01-12,2026-12-11',
  'Youth Rehabilitation Order,2026-02-02,2027-02-01',
  'Detention and Training Order,2026-02-03,2027-02-02',
];
const [custody, levels] = ['2026-02-03', ['Low', 'Medium', 'High', 'Very High']];

const headings =
  'case_reference,practitioner,team,order_type,order_start,order_end,risk_of_serious_harm,safety_and_wellbeing,likelihood_of_reoffending,age,sex,ethnicity,looked_after,child_protection_plan,custody_entry,mappa_level,status';

const register = holders.map(([name, team], i) => {
  const kind = i % orders.length;
  const level = levels[i % levels.length];
  return `YJ30${String(i).padStart(4, '0')},${name},${team},${orders[kind]},${level},Medium,Medium,15,Male,White British,No,No,${kind === 2 ? custody : ''},,Open`;
});

/** Rounds of a form over all cases but one: drawn, read and agreed in their month. */
const rounds = [
  { form: 'ten-minute-dip', month: '03', size: 15 },
  { form: 'risk-of-harm', month: '05', size: 15 },
  { form: 'national-standards-2013', month: '07', size: 15 },
  { form: 'safeguarding', month: '09', size: 4 },
] as const;

/** A service of two teams and four practitioners with some fifty agreed audits that differ, all through its own acts. */
export function reportedService(): TestApp {
  const world = testApp();
  const { db, ids } = world;
  const acts = acting(db, createChance(11));
  const rows = [headings, ...register].map((line, i) => ({ line: i + 1, cells: line.split(',') }));
  acts.as(ids.helen, '2026-02-20T08:00:00.000Z', 'cases.import', (by) =>
    importSheet(db, by, { sheet: { rows }, digest: 'b'.repeat(64) }),
  );
  const contacts = [{ person: ids.helen, telephone: '01632 960101' }];
  acts.as(ids.helen, '2026-02-20T08:10:00.000Z', 'concerns.contacts', (by) =>
    setContacts(db, by, { teamId: null, contacts }),
  );
  for (const one of rounds) round(world, one);
  return world;
}

/** Draws a sample, has each of its audits read and agreed on a day of its own. */
export function round(world: TestApp, { form, month, size }: { form: string; month: string; size: number }): void {
  const { db, ids } = world;
  const acts = acting(db, createChance(Number(month) + 11));
  const version = latestVersion(db, form)!;
  const sample = acts.as(ids.helen, `2026-${month}-02T09:00:00.000Z`, 'samples.draw', (by) =>
    drawSample(db, by, {
      name: version.title,
      purpose: 'routine',
      formVersionId: version.id,
      rules: anyCase,
      method: 'simple',
      size,
      chosen: [],
      reason: null,
      dueOn: `2026-${month}-28`,
      auditors: [ids.ruth, ids.priya],
      againOf: null,
      againReason: null,
    }),
  );
  const audits = db.prepare('SELECT id FROM audits WHERE sample_id = ? ORDER BY id').all(sample) as { id: number }[];
  audits.forEach(({ id }, i) => {
    const day = `2026-${month}-${String(3 + i).padStart(2, '0')}`;
    carryOut(acts, id, `${day}T10:00:00.000Z`, (theme) => (theme === 'contingency' ? 0.35 : 0.55 + (i % 4) * 0.12));
    const together = { how: 'read-together', on: day, withWhom: 'The practitioner', added: '' } as const;
    acts.as(ids.helen, `${day}T15:00:00.000Z`, 'audits.close-days', (by) => closeDays(db, by, id, together));
    acts.as(ids.helen, `${day}T16:00:00.000Z`, 'audits.agree', (by) =>
      agreeAudit(db, by, id, { noActionReason: 'Read together; the gaps are known.' }),
    );
  });
}
