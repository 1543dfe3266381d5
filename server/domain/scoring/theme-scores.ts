import type { FormDocument } from '../forms/document.js';
import { perForm } from '../forms/per-form.js';
import { pointsOf, type Scored } from './weighted-mean.js';

/** What an audit's scored answers give to one theme, over all sections and over those about practice. */
export interface ThemeScore {
  theme: string;
  points: number;
  weight: number;
  practicePoints: number;
  practiceWeight: number;
}

/** Themes with their points, in the order in which they are met; each item counts in full in each of its themes. */
export function themeScores(
  form: FormDocument,
  scored: readonly (Scored & { item: string; section: string })[],
  practice: ReadonlySet<string>,
): ThemeScore[] {
  const themesOf = themesByItem(form);
  const byTheme = new Map<string, (Scored & { section: string })[]>();
  for (const answer of scored) {
    for (const theme of themesOf.get(answer.item) ?? []) {
      const mine = byTheme.get(theme);
      if (mine) mine.push(answer);
      else byTheme.set(theme, [answer]);
    }
  }
  return [...byTheme].map(([theme, mine]) => {
    const ofPractice = pointsOf(mine.filter(({ section }) => practice.has(section)));
    return { theme, ...pointsOf(mine), practicePoints: ofPractice.points, practiceWeight: ofPractice.weight };
  });
}

const themesByItem = perForm(
  (form) => new Map(form.sections.flatMap(({ items }) => items.map((item) => [item.key, themesOfItem(item)]))),
);

function themesOfItem(item: FormDocument['sections'][number]['items'][number]): readonly string[] {
  return 'themes' in item ? (item.themes ?? []) : [];
}
