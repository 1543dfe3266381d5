import type { LevelKind } from '../../domain/forms/levels.js';
import { levelName } from '../../domain/forms/scales.js';
import { date, table, text, type Table } from '../../platform/table.js';
import { alwaysListed, caseOf, type Listed } from './always-listed.js';
import { beyondReach } from './beyond-reach.js';
import { counting, isIn } from './counting.js';
import { shareOf, tooFewToShow, type Figure } from './figure.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { frame, type Frame } from './frame.js';
import { auditsAround } from './graded.js';
import { compared, levelKinds, saysOfStep, steps, type Compared } from './levels-compared.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { pageOf } from './what.js';

/** The auditor's first level, put before the service's was shown, against the service's. */
export interface LevelsPage {
  frame: Frame;
  empty: string | null;
  kinds: {
    title: string;
    count: string;
    lead: string;
    sentence: string;
    href: string | null;
    table: Table;
    under: Table;
    underCount: string;
  }[];
  listed: Listed[];
  tables: Table[];
}

export function levelsPage(r: Reporting): LevelsPage {
  const audits = auditsAround(r);
  const shown = levelKinds.map(({ kind, title }) => comparison(r, kind, title, compared(audits, kind)));
  const both = new Set(shown.flatMap((one) => one.audits));
  return {
    frame: frame(r, { counted: `${both.size} with both levels`, beyond: beyondReach(r) }),
    empty: shown.every((one) => one.isEmpty)
      ? 'No audit agreed in this period has both a level of the auditor and one of the service.'
      : null,
    kinds: shown,
    listed: alwaysListed(
      r,
      levelKinds.flatMap(({ kind }) => compared(audits, kind).map(({ audit }) => audit)),
      r.reach.kind === 'all',
    ),
    tables: shown.flatMap((one) => [one.table, one.under]),
  };
}

function comparison(r: Reporting, kind: LevelKind, title: string, both: readonly Compared[]) {
  const { rows, hold } = counting(r, both)(r.selection);
  const figures = steps.map(({ step, name }) => {
    const judged = rows.map((one) => ({
      audit: one.audit,
      mark: one.step === step ? ('yes' as const) : ('no' as const),
    }));
    const href = pageOf(r, { levels: kind, step });
    return { name, figure: shareOf(r, judged, { says: saysOfStep(step, title), href, hold }) };
  });
  const under = figures[0]?.figure;
  const lower = both
    .filter(({ audit, step }) => audit.within && isIn(r.selection, audit) && step === 'under')
    .reverse();
  return {
    isEmpty: rows.length === 0 && !hold,
    audits: hold ? [] : rows.map(({ audit }) => audit),
    title,
    count: under?.isHeld ? 'too few to show' : `${rows.length} audits with both levels`,
    lead: under ? leadOf(under) : '',
    sentence: under?.sentence ?? '',
    href: under?.href ?? null,
    table: table({
      key: `${kind}-levels`,
      title: `${title}: first level of the auditor against the service’s`,
      sentence: `The auditor’s first level, put before the service’s was shown, ${selectedInWords(r)}.`,
      columns: [
        { key: 'how', head: 'Compared', kind: 'text' },
        { key: 'count', head: 'Audits', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: figures.map(({ name, figure }) => ({
        how: text(name),
        count: countCell(figure),
        range: rangeCell(figure),
        sentence: sentenceCell(figure),
      })),
    }),
    under: underTable(r, kind, title, lower),
    underCount: `${lower.length} that you may open, newest first`,
  };
}

function leadOf(under: Figure): string {
  if (under.isHeld) return tooFewToShow;
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
      { key: 'form', head: 'Form', kind: 'file' },
      { key: 'team', head: 'Team', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'file' },
    ],
    rows: lower.map(({ audit, own, service }) => ({
      case: text(caseOf(audit).reference, { href: caseOf(audit).href, note: r.form(audit.form) }),
      agreed: date(audit.agreedOn),
      service: text(levelName(service)),
      own: text(levelName(own)),
      form: text(r.form(audit.form)),
      team: text(r.team(audit.team), { note: `read by ${r.person(audit.auditor)}` }),
      auditor: text(r.person(audit.auditor)),
    })),
  });
}
