import type { Grade } from '../../domain/forms/scales.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import type { Scored } from './mean.js';
import type { Reporting } from './reporting.js';
import type { Selection } from './selection.js';

/** An audit whose auditor gave a grade of their own. */
export interface Graded {
  audit: CountedAudit;
  own: Grade;
  computed: Grade | null;
}

/** Audits around the period with the auditor's own grade, of these forms. */
export const gradedIn = (audits: readonly CountedAudit[], forms: readonly string[]): Graded[] =>
  audits.flatMap((audit) => {
    const { form, ownGrade: own, computedGrade: computed } = audit;
    return own === null || !forms.includes(form) ? [] : [{ audit, own, computed }];
  });

export const isGoodOrBetter = (grade: Grade): boolean => grade === 'good' || grade === 'outstanding';

/** What 'yes' means of a grade, in words that follow a count. */
export const saysGood = 'Good or better by the auditor’s own grade';
export const saysOwn = (grade: string): string => `${grade} by the auditor’s own grade`;

/** Audits around the period with a score over all sections, of one form. */
export const scoredIn = (audits: readonly CountedAudit[], form: string): Scored[] =>
  audits.flatMap((audit) => (audit.score === null || audit.form !== form ? [] : [{ audit, score: audit.score }]));

/** What a mean score is of, in words. */
export const saysOfScore = (title: string): string => `Score with ${title}`;

/** Every agreed audit around the period, asked of the database once a report: its selection is made anew by each request. */
export function auditsAround({ db, around, reach, today }: Reporting): readonly CountedAudit[] {
  const read = known.get(around) ?? auditsOfService(db, around, reach, today);
  known.set(around, read);
  return read;
}

const known = new WeakMap<Selection, readonly CountedAudit[]>();
