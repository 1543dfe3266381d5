import { wordOfShare, type ScreenedTheme } from '../../domain/ratings/screening-2012.js';
import { pooledShareAllowed } from '../../domain/statistics/share-allowed.js';
import { share, table, text, type Table } from '../../platform/table.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import type { Rated } from './rated.js';
import { casesInWords } from './ratings.page.js';

/** The screening in force in January 2017: shares by theme in two units, and no rating. */
export interface ScreeningPage {
  where: string;
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  provisional: string | null;
  table: Table;
}

export function screeningPage(inspection: Inspection, rated: Rated): ScreeningPage {
  return {
    where: `Mock screening, ${daysOf(inspection)}; in the manner of 2012 to 2017`,
    sentence: `${casesInWords(rated)} Not a screening by the inspectorate.`,
    acts: [
      { text: 'Picture for the board', href: `/inspections/${inspection.id}/board`, kind: 'secondary' },
      { text: 'Report', href: `/inspections/${inspection.id}/report`, kind: 'secondary' },
    ],
    provisional: rated.provisional.length === 0 ? null : `Provisional: ${rated.provisional.join('; ')}.`,
    table: themesTable(rated.themes ?? []),
  };
}

export const themesTable = (themes: readonly ScreenedTheme[]): Table =>
  table({
    key: 'themes',
    title: 'Work done well enough, by theme',
    sentence:
      'Answers: ‘Yes, well enough’ of all answers that apply, weights unused. Files: those whose theme was judged sufficient. Which of the two the inspectorate printed is not known.',
    columns: [
      { key: 'theme', head: 'Theme', kind: 'text' },
      { key: 'answers', head: 'Answers', kind: 'share' },
      { key: 'range', head: 'Share and range', kind: 'text' },
      { key: 'files', head: 'Files', kind: 'share' },
      { key: 'word', head: 'In the manner of the joint inspections', kind: 'text' },
    ],
    rows: themes.map(({ title, answers, files }) => {
      const pooled = answers.reduce((sum, one) => ({ sufficient: sum.sufficient + one.sufficient, n: sum.n + one.n }), {
        sufficient: 0,
        n: 0,
      });
      const allowed = pooledShareAllowed(answers, null);
      const range =
        allowed.show === 'per-cent'
          ? `${allowed.percent}%, ${allowed.range}`
          : allowed.show === 'count-with-range'
            ? allowed.range
            : '';
      return {
        theme: text(title),
        answers: pooled.n === 0 ? text('none') : share(pooled.sufficient, pooled.n),
        range: text(range),
        files: files.n === 0 ? text('none') : share(files.sufficient, files.n),
        word: text(wordOfShare(pooled) ?? ''),
      };
    }),
  });
