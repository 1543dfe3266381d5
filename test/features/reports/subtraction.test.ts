import fc from 'fast-check';
import { themes } from '../../../server/domain/forms/themes';
import type { CountedAudit } from '../../../server/features/reports/audits.store';
import { counting, countingParts } from '../../../server/features/reports/counting';
import { auditsAround, gradedIn, scoredIn } from '../../../server/features/reports/graded';
import { compared } from '../../../server/features/reports/levels-compared';
import type { Reporting } from '../../../server/features/reports/reporting';
import { rulesOf, together } from '../../../server/features/reports/rules';
import { selectionFields, type Asked } from '../../../server/features/reports/selection';
import { themePage } from '../../../server/features/reports/theme.page';
import { askedOnTheme } from '../../../server/features/reports/theme-judged';
import type { TestApp } from '../../fixtures/app';
import { asking } from './asking';
import { reportedService } from './reported';

let world: TestApp;
beforeAll(() => {
  world = reportedService();
  spread(world);
}, 60_000);
afterAll(() => world.close());

/** More people, and days of agreement all over two years: as a service that has worked for a while. */
function spread({ db }: TestApp): void {
  db.exec('DROP TRIGGER IF EXISTS audits_agreed_final');
  for (const { name } of db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audits'`)
    .all() as { name: string }[])
    db.exec(`DROP TRIGGER "${name}"`);
  const people = Array.from({ length: 4 }, (_, i) =>
    Number(
      db
        .prepare('INSERT INTO people (name, added_at) VALUES (?, ?)')
        .run(`Practitioner ${i}`, '2024-01-01T09:00:00.000Z').lastInsertRowid,
    ),
  );
  const audits = db.prepare(`SELECT id FROM audits WHERE state = 'agreed' ORDER BY id`).all() as { id: number }[];
  audits.forEach(({ id }, i) => {
    const day = `2026-${String(1 + ((i * 7) % 11)).padStart(2, '0')}-${String(1 + ((i * 13) % 28)).padStart(2, '0')}`;
    db.prepare('UPDATE audits SET agreed_on = ?, agreed_at = ? WHERE id = ?').run(day, `${day}T16:00:00.000Z`, id);
    if (i % 3 === 0) db.prepare('UPDATE audits SET work_of_id = ? WHERE id = ?').run(people[i % 4], id);
  });
}

const readers = ['marcus', 'priya', 'kofi', 'ruth'] as const;
const day = fc
  .tuple(fc.constantFrom('2025', '2026'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const asked = fc.record<Asked>(
  {
    from: day,
    until: day,
    form: fc.constantFrom('', 'ten-minute-dip', 'risk-of-harm', 'safeguarding', 'national-standards-2013'),
    team: fc.constantFrom('', 'own'),
    sample: fc.constantFrom('', '1', '2', '3'),
  },
  { requiredKeys: [] },
);

/** What each figure is about, for one selection; where there are several, each by itself. */
const figures: Record<string, (r: Reporting) => Record<string, CountedAudit[]>> = {
  theme: (r) => ({ all: auditsOf(counting(r, askedOnTheme(r, themes[1]!))(r.selection).rows) }),
  'theme of one auditor': (r) => ({
    all: auditsOf(
      countingParts(r, askedOnTheme(r, themes[1]!), ({ auditor }) => auditor)(r.selection, world.ids.priya).rows,
    ),
  }),
  'rules of a form': (r) => ({
    all: auditsOf(together(rulesOf(r, 'national-standards-2013').sections.flatMap((s) => s.rules)).rows),
  }),
  'each rule of a form': (r) =>
    Object.fromEntries(
      rulesOf(r, 'national-standards-2013')
        .sections.flatMap((s) => s.rules)
        .map(({ key, counted }) => [key, auditsOf(counted.rows)]),
    ),
  levels: (r) => ({ all: auditsOf(counting(r, compared(auditsAround(r), 'harm'))(r.selection).rows) }),
  grades: (r) => ({ all: auditsOf(counting(r, gradedIn(auditsAround(r), ['ten-minute-dip']))(r.selection).rows) }),
  scores: (r) => ({ all: auditsOf(counting(r, scoredIn(auditsAround(r), 'risk-of-harm'))(r.selection).rows) }),
};

const auditsOf = (rows: readonly { audit: CountedAudit }[]): CountedAudit[] => [
  ...new Map(rows.map(({ audit }) => [audit.id, audit])).values(),
];

const ask = (reader: (typeof readers)[number], query: Asked): Reporting | null => {
  const own = { marcus: world.ids.North, priya: world.ids.South, kofi: '', ruth: '' }[reader];
  try {
    return asking(world, reader, 'reports.service', { ...query, team: query.team ? String(own) : '' });
  } catch {
    return null; // A sample that the reader may not choose.
  }
};

/** What the reader can't open. */
const beyond = (audits: readonly CountedAudit[] = []): CountedAudit[] => audits.filter(({ within }) => !within);

/** Audits in one figure and not in the other. */
const apart = (some: readonly CountedAudit[], others: readonly CountedAudit[]): CountedAudit[] =>
  some.filter(({ id }) => !others.some((other) => other.id === id));

describe.each(Object.keys(figures))('two figures of %s that somebody can ask for', (name) => {
  const of = figures[name]!;
  it.each(readers)('never differ for %s by fewer than five audits of three people beyond reach', (reader) => {
    fc.assert(
      fc.property(asked, asked, (one, other) => {
        const [a, b] = [ask(reader, one), ask(reader, other)];
        if (!a || !b) return;
        const [ones, others] = [of(a), of(b)];
        for (const key of Object.keys({ ...ones, ...others })) {
          const [first, second] = [beyond(ones[key]), beyond(others[key])];
          for (const audits of [first, second, apart(first, second), apart(second, first)]) {
            if (audits.length === 0) continue;
            expect(audits.length).toBeGreaterThanOrEqual(5);
            expect(new Set(audits.map(({ practitioner }) => practitioner)).size).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('are there at all: the rule leaves figures over', () => {
  const shown = Object.values(figures).map(
    (of) => Object.values(of(ask('kofi', { from: '2026-01-01', until: '2026-11-24' })!)).flat().length,
  );
  expect(Math.min(...shown)).toBeGreaterThan(5);
});

it('never tell an auditor’s part by taking the others from the whole', () => {
  for (const reader of readers) {
    const r = ask(reader, { from: '2026-01-01', until: '2026-09-30' })!;
    const rows = askedOnTheme(r, themes[1]!);
    const whole = auditsOf(counting(r, rows)(r.selection).rows);
    const part = countingParts(r, rows, ({ auditor }) => auditor);
    const parts = [...new Set(whole.map(({ auditor }) => auditor))].flatMap((auditor) =>
      auditsOf(part(r.selection, auditor).rows),
    );
    const rest = apart(whole, parts).filter(({ within }) => !within);
    if (rest.length === 0) continue;
    expect(rest.length).toBeGreaterThanOrEqual(5);
    expect(new Set(rest.map(({ practitioner }) => practitioner)).size).toBeGreaterThanOrEqual(3);
  }
});

it('say kindly on the page how audits out of reach count, and where whole quarters are', () => {
  const { frame } = themePage(ask('kofi', {})!, 'planning');
  expect(frame.beyond?.text).toContain('whole quarters that have ended');
  expect(frame.beyond?.link?.text).toContain('1 Oct 2025 to 30 Sep 2026');
  expect(themePage(asking(world, 'helen', 'reports.service'), 'planning').frame.beyond).toBeNull();
  expect(Object.keys(selectionFields)).toEqual(['from', 'until', 'form', 'team', 'sample']);
});
