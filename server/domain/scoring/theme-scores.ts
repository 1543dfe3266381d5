import type { FormDocument } from '../forms/document.js';
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
  const themesOf = new Map(form.sections.flatMap(({ items }) => items.map((item) => [item.key, themesOfItem(item)])));
  const themes = new Set(scored.flatMap(({ item }) => themesOf.get(item) ?? []));
  return [...themes].map((theme) => {
    const mine = scored.filter(({ item }) => themesOf.get(item)?.includes(theme));
    const ofPractice = pointsOf(mine.filter(({ section }) => practice.has(section)));
    return { theme, ...pointsOf(mine), practicePoints: ofPractice.points, practiceWeight: ofPractice.weight };
  });
}

function themesOfItem(item: FormDocument['sections'][number]['items'][number]): readonly string[] {
  return 'themes' in item ? (item.themes ?? []) : [];
}
