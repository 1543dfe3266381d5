import type { Grade } from '../forms/scales.js';
import { afterDiscretion, type AfterDiscretion, type Discretion } from './discretion.js';
import { flagsOf, grounds, type Flags } from './flags.js';
import { whatWouldLift, type Lift } from './lift.js';
import { openJudgements, type OpenJudgements } from './open-judgements.js';
import { overallOf, summed, type Overall } from './overall.js';
import type { Reading } from './reading.js';
import { rateStandard, type RatedStandard } from './standard.js';

/**
 * The framework of 2018 to 2024, as its reports state it in their annex on method: thirteen standards, four words. Those
 * that rest on cases are rated by their lowest key question, the others by one judgement on all evidence; the overall is
 * the sum of twelve.
 */
export const standards: readonly { key: string; title: string; from: 'court' | 'out-of-court' | 'judged' }[] = [
  { key: '1.1', title: 'Governance and leadership', from: 'judged' },
  { key: '1.2', title: 'Staff', from: 'judged' },
  { key: '1.3', title: 'Partnerships and services', from: 'judged' },
  { key: '1.4', title: 'Information and facilities', from: 'judged' },
  { key: '2.1', title: 'Assessment', from: 'court' },
  { key: '2.2', title: 'Planning', from: 'court' },
  { key: '2.3', title: 'Delivery', from: 'court' },
  { key: '2.4', title: 'Reviewing', from: 'court' },
  { key: '3.1', title: 'Assessment', from: 'out-of-court' },
  { key: '3.2', title: 'Planning', from: 'out-of-court' },
  { key: '3.3', title: 'Delivery', from: 'out-of-court' },
  { key: '3.4', title: 'Out-of-court disposals', from: 'judged' },
  { key: '4.1', title: 'Resettlement policy and provision', from: 'judged' },
];

/** The strands that run through every standard that rests on cases; a key question is named '2.1.3'. */
export const strands: Readonly<Record<string, string>> = {
  '1': 'helping the child to stop offending',
  '2': 'keeping the child safe',
  '3': 'keeping other people safe',
};

/** The key questions of a standard that rests on cases. */
export const questionsOf = (standard: string): string[] =>
  Object.keys(strands).map((strand) => `${standard}.${strand}`);

/** The risk whose Low takes a key question out: in assessment none, from planning on the one that it is about. */
export function levelThatCounts(question: string): 'safety' | 'harm' | null {
  const [domain, stage, strand] = question.split('.');
  if (domain === undefined || stage === '1') return null;
  return strand === '2' ? 'safety' : strand === '3' ? 'harm' : null;
}

/** All that the ratings rest on. */
export interface Judged {
  court: readonly Reading[];
  outOfCourt: readonly Reading[];
  /** Standards judged as a whole: their rating, null for not rated; one that is not there is still to be judged. */
  asWhole: Readonly<Record<string, Grade | null>>;
  /** Decisions by discretion, by standard. */
  decisions?: Readonly<Record<string, Discretion>>;
}

/** A standard that rests on cases, with all that a reader may ask of it. */
export interface CaseStandard extends RatedStandard, AfterDiscretion {
  key: string;
  byRule: Grade | null;
  flags: Flags;
  open: OpenJudgements;
  lift: Lift | null;
}

export interface Ratings {
  /** 2.1 to 3.3; `rating` is after discretion, `byRule` before. */
  standards: readonly CaseStandard[];
  byRule: Overall;
  afterDiscretion: Overall;
  /** What the judgements that are still missing allow. */
  worst: Overall;
  best: Overall;
}

/** Rates an inspection. The order of the cases does not matter; the same judgements give the same ratings. */
export function rate({ court, outOfCourt, asWhole, decisions = {} }: Judged): Ratings {
  const rated = standards.flatMap(({ key, from }) =>
    from === 'judged' ? [] : [caseStandard(key, from === 'court' ? court : outOfCourt, decisions[key] ?? null)],
  );
  const overallWith = (ratingOf: (standard: CaseStandard) => Grade | null, unjudged: Grade | null) => {
    const cases = rated.map((standard) => [standard.key, ratingOf(standard)] as const);
    const still = summed.filter((key) => !(key in asWhole)).map((key) => [key, unjudged] as const);
    return overallOf(Object.fromEntries([...still, ...Object.entries(asWhole), ...cases]));
  };
  return {
    standards: rated,
    byRule: overallWith(({ byRule }) => byRule, null),
    afterDiscretion: overallWith(({ rating }) => rating, null),
    worst: overallWith(({ open }) => open.worst, 'inadequate'),
    best: overallWith(({ open }) => open.best, 'outstanding'),
  };
}

function caseStandard(key: string, readings: readonly Reading[], decision: Discretion | null): CaseStandard {
  const byRule = rateStandard(questionsOf(key), readings);
  const flags = flagsOf(byRule, readings);
  return {
    ...byRule,
    ...afterDiscretion(byRule.rating, grounds(flags), decision),
    key,
    byRule: byRule.rating,
    flags,
    open: openJudgements(byRule, readings),
    lift: whatWouldLift(byRule),
  };
}
