import { themes } from '../../domain/forms/themes.js';
import { intervals } from '../../platform/svg/intervals.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { table, text, type Table } from '../../platform/table.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { beyondReach } from './beyond-reach.js';
import { counting } from './counting.js';
import { shareOf } from './figure.js';
import { chartRow, countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { frame, type Frame } from './frame.js';
import { auditsAround } from './graded.js';
import { grouped } from './grouped.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { goodOn, judgedOnTheme, ofQuality } from './theme-judged.js';
import { themesInPeriod } from './themes.store.js';
import { pageOf } from './what.js';

/** Every theme of practice with how often it was good enough, in the order of the forms. */
export interface ThemesPage {
  frame: Frame;
  empty: string | null;
  chart: Drawing;
  table: Table;
  listed: Listed[];
}

export function themesPage(r: Reporting): ThemesPage {
  const audits = auditsAround(r).filter(ofQuality);
  const given = grouped(themesInPeriod(r.db, r.around), ({ theme }) => theme);
  const rows = themes.flatMap((theme) => {
    const judged = judgedOnTheme(audits, given.get(theme.key) ?? []);
    const counted = counting(r, judged)(r.selection);
    if (counted.rows.length === 0 && !counted.hold) return [];
    const figure = shareOf(r, counted.rows, {
      says: goodOn(theme),
      href: pageOf(r, { theme: theme.key }),
      hold: counted.hold,
    });
    return [{ ...theme, figure, counted }];
  });
  const scored = new Set(rows.flatMap(({ counted }) => counted.rows.map(({ audit }) => audit))).size;
  return {
    frame: frame(r, { counted: `${scored} with scored questions`, beyond: beyondReach(r) }),
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
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: rows.map(({ key, name, meaning, figure }) => ({
        theme: text(name, { href: `/reports/themes/${key}${queryOf(r.selection, r.today)}`, note: meaning }),
        count: countCell(figure),
        range: rangeCell(figure),
        sentence: sentenceCell(figure),
      })),
    }),
    listed: alwaysListed(r, audits, r.reach.kind === 'all'),
  };
}
