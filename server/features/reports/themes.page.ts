import { themes } from '../../domain/forms/themes.js';
import { intervals } from '../../platform/svg/intervals.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { table, text, type Table } from '../../platform/table.js';
import { auditsOfService } from './audits.store.js';
import { shareOf } from './figure.js';
import { chartRow, countCell, rangeCell } from './figure-cells.js';
import { frame, type Frame } from './frame.js';
import { grouped } from './grouped.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { judgedOnTheme } from './theme-judged.js';
import { themesInPeriod } from './themes.store.js';

/** Every theme of practice with how often it was good enough, in the order of the forms. */
export interface ThemesPage {
  frame: Frame;
  empty: string | null;
  chart: Drawing;
  table: Table;
}

export function themesPage(r: Reporting): ThemesPage {
  const audits = auditsOfService(r.db, r.selection, r.reach, r.today);
  const given = grouped(themesInPeriod(r.db, r.selection), ({ theme }) => theme);
  const asked = themes.filter(({ key }) => given.has(key));
  const rows = asked.map(({ key, name, meaning }) => {
    const href = `/reports/audits${queryOf(r.selection, r.today, { theme: key })}`;
    const says = `good enough on ${name.toLowerCase()}`;
    return { key, name, meaning, figure: shareOf(r, judgedOnTheme(audits, given.get(key) ?? []), { says, href }) };
  });
  const scored = new Set([...given.values()].flat().map(({ audit }) => audit)).size;
  return {
    frame: frame(r, { counted: `${scored} with scored questions` }),
    empty: rows.length === 0 ? 'No audit of quality was agreed in this period, so no theme has a figure.' : null,
    chart: intervals({
      id: 'themes',
      title: 'Share of audits good enough, by theme, with 95% range',
      measure: 'share',
      rows: rows.map(({ name, figure }) => chartRow(name, figure)),
    }),
    table: table({
      key: 'themes',
      title: 'Themes',
      sentence: `Audits good enough on each theme (0.70 or more of what the form asks on it), ${selectedInWords(r)}.`,
      columns: [
        { key: 'theme', head: 'Theme', kind: 'text' },
        { key: 'count', head: 'Good enough', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'words' },
      ],
      rows: rows.map(({ key, name, meaning, figure }) => ({
        theme: text(name, { href: `/reports/themes/${key}${queryOf(r.selection, r.today)}`, note: meaning }),
        count: countCell(figure),
        range: rangeCell(figure),
        sentence: text(figure.sentence),
      })),
    }),
  };
}
