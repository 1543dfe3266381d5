import type { By } from '../../domain/by.js';
import { conflict, invalid, notFound, type Fault } from '../../domain/problems.js';
import { isPastFormat, readFigures, type Figures } from '../../domain/ratings/past-formats.js';
import { readPublishedOn } from '../../domain/ratings/published-on.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setting } from '../settings/settings.store.js';
import {
  addPastRecommendation,
  addPastResult,
  pastResultById,
  recommendationsOf,
  removePastResult,
} from './past-results.store.js';

/** A past result as it was typed. */
export interface TypedPast {
  format: string;
  published: string;
  source: string;
  recommendations: string;
  figures: Readonly<Record<string, string>>;
}

/** Enters an earlier result of the service in the format of its day; each line of the recommendations is one of them. */
export function enterPastResult(db: Db, by: By, typed: TypedPast): number {
  if (!isPastFormat(typed.format)) throw notFound();
  const publishedOn = readPublishedOn(typed.published);
  const { figures, faults } = readFigures(typed.format, typed.figures);
  const missing = publishedFault(publishedOn, by.today);
  if (missing) throw invalid([missing, ...faults]);
  if (faults.length > 0) throw invalid(faults);
  const id = addPastResult(db, {
    service: setting(db, 'service-name') ?? 'This service',
    framework: typed.format,
    publishedOn: publishedOn ?? '',
    figures,
    source: typed.source.trim() || null,
    by: by.me?.id ?? null,
    now: by.now,
  });
  const recommendations = typed.recommendations
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const wording of recommendations) addPastRecommendation(db, id, wording);
  by.entry.about('past-results', id, { recommendations: recommendations.length });
  return id;
}

/** Takes out what was entered by mistake; once actions rest on it, it stays. */
export function removePast(db: Db, by: By, id: number): void {
  if (!pastResultById(db, id)) throw notFound();
  if (recommendationsOf(db, id).some(({ actionId }) => actionId !== null))
    throw conflict('Actions came of this result, so it stays.');
  removePastResult(db, id);
  by.entry.about('past-results', id);
}

function publishedFault(on: string | null, today: string): Fault | null {
  if (on === null) return { field: 'published', at: null, message: 'Give a day, a month or a year, such as May 2016.' };
  return on > today ? { field: 'published', at: null, message: 'This is still to come.' } : null;
}

/** The figures in a stored result. */
export function storedFigures(figures: string): Figures {
  const read: unknown = JSON.parse(figures);
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(
    Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
