import { gradeName, grades, type Grade } from '../../domain/forms/scales.js';
import { number, table, text, tooFew, type Cell, type Row, type Table } from '../../platform/table.js';
import { counting } from './counting.js';
import { shareOf } from './figure.js';
import type { Graded } from './graded.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { pageOf } from './what.js';

/** How often auditors put the grade that the form works out: a table of both, and the share alike. */
export interface Against {
  against: Table;
  alike: { words: string; sentence: string; href: string | null };
}

export const saysAlike = 'with own and computed grade alike';

const fromBest = [...grades].reverse();

/** @param r narrowed to the form */
export function ownAgainstComputed(r: Reporting, key: string, title: string, graded: readonly Graded[]): Against {
  const { rows, hold } = counting(r, graded)(r.selection);
  const share = shareOf(r, alikeOf(rows), { says: saysAlike, href: pageOf(r, { own: 'alike' }), hold });
  const columns: (Grade | null)[] = [...fromBest, ...(rows.some(({ computed }) => computed === null) ? [null] : [])];
  const cell = (own: Grade, computed: Grade | null): Cell => {
    if (hold) return tooFew();
    const n = rows.filter((one) => one.own === own && one.computed === computed).length;
    return number(n, 0, { href: n === 0 ? null : pageOf(r, { own, computed: computed ?? 'none' }) });
  };
  const row = (own: Grade): Row => ({
    own: text(gradeName(own)),
    ...Object.fromEntries(columns.map((computed) => [computed ?? 'none', cell(own, computed)])),
  });
  return {
    alike: {
      words: share.isHeld ? 'Too few to show.' : share.n === 0 ? 'No audit has both grades.' : '',
      sentence: share.sentence,
      href: share.href,
    },
    against: table<string>({
      key: `grades-${key}`,
      title: `${title}: own against computed grade`,
      sentence: `Rows: the auditor’s own grade. Columns: what the form works out. ${selectedInWords(r)}.`,
      columns: [
        { key: 'own', head: 'Own grade, by what was worked out', kind: 'text' },
        ...columns.map((grade) => ({
          key: grade ?? 'none',
          head: grade === null ? 'Nothing' : gradeName(grade),
          kind: 'number' as const,
        })),
      ],
      rows: fromBest.map(row),
    }),
  };
}

/** Audits with both grades, and whether they are alike. */
export const alikeOf = (rows: readonly Graded[]) =>
  rows.flatMap(({ audit, own, computed }) =>
    computed === null ? [] : [{ audit, mark: own === computed ? ('yes' as const) : ('no' as const) }],
  );
