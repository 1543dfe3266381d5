import { levelDifference, type LevelKind } from '../../domain/forms/levels.js';
import { levelName, type Level } from '../../domain/forms/scales.js';
import { date, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import { shareOf, type Figure } from './figure.js';
import { countCell, rangeCell } from './figure-cells.js';
import { frame, type Frame } from './frame.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** The auditor's first level, put before the service's was shown, against the service's. */
export interface LevelsPage {
  frame: Frame;
  empty: string | null;
  kinds: {
    title: string;
    count: string;
    lead: string;
    sentence: string;
    table: Table;
    under: Table;
    underCount: string;
  }[];
  tables: Table[];
}

const kinds: readonly {
  kind: LevelKind;
  title: string;
  of: (audit: CountedAudit) => { own: Level | null; service: Level | null };
}[] = [
  {
    kind: 'harm',
    title: 'Risk of serious harm to others',
    of: ({ harmFirst, harmService }) => ({ own: harmFirst, service: harmService }),
  },
  {
    kind: 'safety',
    title: 'Concern for the child’s own safety',
    of: ({ safetyFirst, safetyService }) => ({ own: safetyFirst, service: safetyService }),
  },
];

export function levelsPage(r: Reporting): LevelsPage {
  const audits = auditsOfService(r.db, r.selection, r.reach, r.today);
  const shown = kinds.map((kind) => compared(r, kind, audits));
  const n = Math.max(0, ...shown.map((one) => one.n));
  return {
    frame: frame(r, { counted: `${audits.length}` }),
    empty: n === 0 ? 'No audit agreed in this period has both a level of the auditor and one of the service.' : null,
    kinds: shown,
    tables: shown.flatMap((one) => [one.table, one.under]),
  };
}

interface Compared {
  audit: CountedAudit;
  own: Level | null;
  service: Level | null;
  difference: number;
}

function compared(r: Reporting, { kind, title, of }: (typeof kinds)[number], audits: readonly CountedAudit[]) {
  const both = audits.flatMap((audit): Compared[] => {
    const { own, service } = of(audit);
    const difference = levelDifference(own, service);
    return difference === null ? [] : [{ audit, own, service, difference }];
  });
  const parts = [
    { name: 'Service lower than the auditor: under-estimated', is: (d: number) => d > 0 },
    { name: 'The same', is: (d: number) => d === 0 },
    { name: 'Service higher than the auditor: over-estimated', is: (d: number) => d < 0 },
  ];
  const href = `/reports/audits${queryOf(r.selection, r.today)}`;
  const rows = parts.map(({ name, is }) => {
    const judged = both.map(({ audit, difference }) => ({
      audit,
      mark: is(difference) ? ('yes' as const) : ('no' as const),
    }));
    const says = `${name.toLowerCase()}, ${title.toLowerCase()}`;
    return { name, figure: shareOf(r, judged, { says, href }) };
  });
  const under = rows[0]?.figure;
  const lower = both.filter(({ audit, difference }) => audit.within && difference > 0).reverse();
  return {
    n: both.length,
    title,
    count: rows[1]?.figure.isHeld ? 'too few to show' : `${both.length} audits with both levels`,
    lead: under ? leadOf(under) : '',
    sentence: under?.sentence ?? '',
    table: table({
      key: `${kind}-levels`,
      title: `${title}: first level of the auditor against the service’s`,
      sentence: `The auditor’s first level, put before the service’s was shown, ${selectedInWords(r)}.`,
      columns: [
        { key: 'how', head: 'Compared', kind: 'text' },
        { key: 'count', head: 'Audits', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'words' },
      ],
      rows: rows.map(({ name, figure }) => ({
        how: text(name),
        count: countCell(figure),
        range: rangeCell(figure),
        sentence: text(figure.sentence),
      })),
    }),
    under: underTable(r, kind, title, lower),
    underCount: `${lower.length} that you may open, newest first`,
  };
}

function leadOf(under: Figure): string {
  if (under.isHeld)
    return 'Too few to show: a figure needs 5 audits of 3 practitioners that you may not open yourself.';
  if (under.n === 0) return 'No audit has both levels yet.';
  const range = under.percent ? `: ${under.percent}, range ${under.range}` : under.range ? `: ${under.range}` : '';
  return `In ${under.count} audits the service’s level was lower than the auditor’s${range}.`;
}

function underTable(r: Reporting, kind: LevelKind, title: string, lower: readonly Compared[]): Table {
  return table({
    key: `${kind}-under`,
    title: `${title}: the service’s level was lower`,
    sentence: `Audits that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'service', head: 'Service', kind: 'text' },
      { key: 'own', head: 'Auditor first', kind: 'text' },
      { key: 'form', head: 'Form', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'text' },
    ],
    rows: lower.map(({ audit, own, service }) => ({
      case: text(caseOf(audit).reference, { href: caseOf(audit).href }),
      agreed: date(audit.agreedOn),
      service: text(levelName(service)),
      own: text(levelName(own)),
      form: text(r.form(audit.form)),
      team: text(r.team(audit.team)),
      auditor: text(r.person(audit.auditor)),
    })),
  });
}
