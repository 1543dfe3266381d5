import type { Grade, Level } from '../../domain/forms/scales.js';
import { ownLevels } from '../../domain/forms/levels.js';
import type { FilledForm } from '../../domain/forms/filled.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { rate, standards, type Ratings } from '../../domain/ratings/framework-2018-2024.js';
import { countShares, type Shares } from '../../domain/ratings/framework-2025.js';
import { readingOf, readingToCome } from '../../domain/ratings/reading-of.js';
import type { Reading as Judged } from '../../domain/ratings/reading.js';
import { screen, type ScreenedTheme } from '../../domain/ratings/screening-2012.js';
import type { Db } from '../../platform/sqlite/open.js';
import { auditById } from '../audits/audits.store.js';
import { filledAudit } from '../audits/filled-audit.js';
import { formVersion } from '../forms/forms.store.js';
import { discretionsOf, type Discretion } from './discretions.store.js';
import { frameworkAt } from './framework-document.js';
import { movesOf, type Inspection } from './inspections.store.js';
import { readingsOf, type Reading } from './readings.store.js';
import { settledOf } from './settled.store.js';
import { standardRatingsOf, type StandardRating } from './standard-ratings.store.js';

/** A reading with what it says; one that is not in yet has no answers, and all of it is still to be judged. */
export interface CaseRead extends Reading {
  filled: FilledForm | null;
  levels: { harm: Level | null; safety: Level | null };
  /** Values by key question, under the audit's number as the case's name. */
  judged: Judged;
  /** What was settled afterwards, by item. */
  settled: ReadonlyMap<string, { value: string; reason: string }>;
}

/** All that an inspection comes to, worked out from its judgements each time it is looked at. */
export interface Rated {
  /** Submitted and agreed ones count, a second reading not by itself; the others are still to come. */
  cases: readonly CaseRead[];
  judged: readonly StandardRating[];
  decisions: readonly Discretion[];
  ratings: Ratings | null;
  shares: Shares | null;
  themes: readonly ScreenedTheme[] | null;
  /** Why it is provisional, in words; empty when it is not. */
  provisional: readonly string[];
}

export function ratedInspection(db: Db, inspection: Inspection, today: string): Rated {
  const cases = casesRead(db, inspection, today);
  const judged = standardRatingsOf(db, inspection.id);
  const decisions = discretionsOf(db, inspection.id);
  const { framework } = inspection;
  return {
    cases,
    judged,
    decisions,
    ratings: framework === '2018-2024' ? ratingsOf(inspection, cases, judged, decisions) : null,
    shares: framework === '2025' ? sharesOf(db, inspection, cases, judged) : null,
    themes: framework === '2017' ? screen(cases.flatMap(({ filled }) => filled ?? [])) : null,
    provisional: provisionalBecause(inspection, cases, judged),
  };
}

/** The readings that count once each, with what was settled in place of what the reader wrote. */
function casesRead(db: Db, inspection: Inspection, today: string): CaseRead[] {
  const settled = settledByAudit(db, inspection.id);
  return readingsOf(db, inspection.id)
    .filter(({ reading }) => reading !== 'second')
    .map((reading) => {
      const name = String(reading.id);
      const audit = isIn(reading) ? auditById(db, reading.id, { kind: 'all' }, today) : undefined;
      const own = settled.get(reading.id) ?? new Map<string, { value: string; reason: string }>();
      if (!audit) {
        const judged = readingToCome(name, formVersion(db, reading.formVersionId).document);
        return { ...reading, filled: null, levels: { harm: null, safety: null }, judged, settled: own };
      }
      const { filled } = filledAudit(db, audit);
      const values = new Map([...own].map(([item, { value }]) => [item, value]));
      return { ...reading, filled, levels: ownLevels(filled), judged: readingOf(name, filled, values), settled: own };
    });
}

/** Whether a reading counts: begun ones do not, submitted ones provisionally. */
export const isIn = ({ state }: Pick<Reading, 'state'>): boolean => state === 'submitted' || state === 'agreed';

function settledByAudit(db: Db, inspection: number): Map<number, Map<string, { value: string; reason: string }>> {
  const byAudit = new Map<number, Map<string, { value: string; reason: string }>>();
  for (const { auditId, itemKey, value, reason } of settledOf(db, inspection)) {
    const items = byAudit.get(auditId) ?? new Map<string, { value: string; reason: string }>();
    byAudit.set(auditId, items.set(itemKey, { value, reason }));
  }
  return byAudit;
}

function ratingsOf(
  inspection: Inspection,
  cases: readonly CaseRead[],
  judged: readonly StandardRating[],
  decisions: readonly Discretion[],
): Ratings {
  const of = (part: string) => cases.filter((one) => one.part === part).map((one) => one.judged);
  return rate({
    court: of('court'),
    outOfCourt: of('out-of-court'),
    asWhole: asWhole(inspection, judged),
    decisions: holding(decisions),
  });
}

/** A standard that this kind of inspection does not look at is not rated; one that it does and that nobody judged is open. */
function asWhole({ framework, kind }: Inspection, judged: readonly StandardRating[]): Record<string, Grade | null> {
  const looked = new Set(standardsJudged(framework, kind).map(({ key }) => key));
  const unlooked = standards.filter(({ key, from }) => from === 'judged' && !looked.has(key));
  return Object.fromEntries([
    ...unlooked.map(({ key }) => [key, null] as const),
    ...judged.map(({ standard, rating }) => [standard, rating] as const),
  ]);
}

/** The newest decision of each standard, unless it was undone. */
function holding(
  decisions: readonly Discretion[],
): Record<string, { from: Grade; to: Grade; grounds: Discretion['grounds'] }> {
  const newest = new Map(decisions.map((one) => [one.standard, one]));
  return Object.fromEntries(
    [...newest.values()].flatMap(({ standard, fromRating: from, toRating: to, grounds }) =>
      from && to ? [[standard, { from, to, grounds }]] : [],
    ),
  );
}

/** The framework's document as it held when the inspection was closed last, or as it holds now. */
function sharesOf(
  db: Db,
  inspection: Inspection,
  cases: readonly CaseRead[],
  judged: readonly StandardRating[],
): Shares {
  const closing =
    inspection.state === 'closed'
      ? movesOf(db, inspection.id).findLast(({ toState }) => toState === 'closed')
      : undefined;
  const document = frameworkAt(db, closing?.at ?? '9999');
  const ratings = Object.fromEntries(judged.map(({ standard, rating }) => [standard, rating]));
  return countShares(
    document,
    inspection.kind,
    cases.map((one) => one.judged),
    ratings,
  );
}

function provisionalBecause(
  inspection: Inspection,
  cases: readonly CaseRead[],
  judged: readonly StandardRating[],
): string[] {
  const toCome = cases.filter((one) => !isIn(one)).length;
  const toAgree = cases.filter(({ state }) => state === 'submitted').length;
  const unjudged = standardsJudged(inspection.framework, inspection.kind).length - judged.length;
  const unconfirmed = judged.filter(({ confirmedBy }) => confirmedBy === null).length;
  return [
    ...(toCome > 0 ? [`${readings(toCome)} still to come`] : []),
    ...(toAgree > 0 ? [`${readings(toAgree)} not agreed`] : []),
    ...(unjudged > 0 ? [`${unjudged === 1 ? 'one standard' : `${unjudged} standards`} not judged`] : []),
    ...(unconfirmed > 0
      ? [`${unconfirmed === 1 ? 'one standard' : `${unconfirmed} standards`} not confirmed by a second person`]
      : []),
  ];
}

const readings = (n: number): string => (n === 1 ? 'one reading is' : `${n} readings are`);

/** What the ratings come to, small enough to be kept with the closing. */
export function standingRatings(db: Db, inspection: Inspection, today: string): object {
  const { ratings, shares, themes } = ratedInspection(db, inspection, today);
  if (ratings)
    return {
      byRule: ratings.byRule,
      afterDiscretion: ratings.afterDiscretion,
      standards: ratings.standards.map(({ key, byRule, rating, questions }) => ({
        key,
        byRule,
        rating,
        questions: questions.map(({ question, sufficient, n }) => ({ question, sufficient, n })),
      })),
    };
  return shares ?? { themes };
}
