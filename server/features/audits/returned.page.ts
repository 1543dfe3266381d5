import { subjectInSentence } from '../../domain/audits/subject.js';
import type { Me } from '../../domain/rights.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Audit } from './audits.store.js';
import { pointsOf } from './fact-points.store.js';
import { movesOf } from './moves.store.js';
import { itemOf, numberOf, outcomeOf } from './outcome.js';
import { openReturns } from './returns.store.js';
import { pointsShown, standingSteps, type PointShown, type Step } from './standing.page.js';

export interface ReturnedPage {
  where: string;
  title: string;
  sentence: string;
  steps: Step[];
  returns: { question: string; reason: string; by: string }[];
  points: PointShown[];
  /** Where the auditor goes on; null for everybody else. */
  goOn: string | null;
  pointsAt: string;
}

/** While an audit is back with its auditor: what it was sent back for. Its answers are read again once it is submitted. */
export function returnedPage(db: Db, audit: Audit, me: Me, today: string): ReturnedPage {
  const outcome = outcomeOf(db, audit);
  const mine = audit.auditorId === me.id;
  return {
    where: audit.formTitle,
    title: `Audit of ${subjectInSentence(audit)}`,
    sentence: mine
      ? 'It is back with you. Change what is asked for below, then submit it anew.'
      : `It is back with ${audit.auditorName}. You have the result again when it is submitted anew.`,
    steps: standingSteps(audit, movesOf(db, audit.id), today),
    returns: openReturns(db, audit.id).map(({ item, reason, byName, at }) => ({
      question:
        item === null
          ? 'The whole audit'
          : `${numberOf(outcome, item)} ${itemOf(outcome, item)?.question ?? ''}`.trim(),
      reason: reason ?? 'No longer kept',
      by: `${byName}, ${formatDate(londonDate(at))}`,
    })),
    points: pointsShown(audit, pointsOf(db, audit.id), (item) => numberOf(outcome, item)),
    goOn: mine ? `/audits/${audit.id}` : null,
    pointsAt: `/audits/${audit.id}/points`,
  };
}
