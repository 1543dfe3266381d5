import { subjectInSentence, subjectName } from '../../domain/audits/subject.js';
import { factDaysOver } from '../../domain/audits/fact-days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { may, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Action } from '../actions/actions.store.js';
import type { Audit } from '../audits/audits.store.js';
import { unseenNotices, type NoticeKind } from '../audits/notices.store.js';
import { toAgree } from '../audits/to-agree.js';
import { pointsToAnswer, waitingForAgreement } from '../audits/waiting.store.js';
import { concernsNaming } from '../concerns/concerns.store.js';
import type { Thing } from './late.js';

/** What waits for this person, most pressing first; each role adds its own. */
export function waitingFor(db: Db, me: Me, today: string, toVerify: readonly Action[]): Thing[] {
  return [
    ...concernsToClose(db, me),
    ...pointsToAnswer(db, me.id).map(pointToAnswer),
    ...(may(me, 'audits.agree') ? readyToAgree(db, me, today).map(auditToAgree) : []),
    ...toVerify.map(actionToVerify),
  ];
}

const concernsToClose = (db: Db, me: Me): Thing[] =>
  concernsNaming(db, me.id)
    .filter((concern) => concern.state === 'acknowledged' && concern.namedId === me.id)
    .map((concern) => ({
      text: `Close the concern${concern.reference ? ` on ${concern.reference}` : ''}`,
      href: `/concerns/${concern.id}`,
      line: 'Acknowledged; say what was done, then close it',
      says: `raised ${formatDate(londonDate(concern.raisedAt))}`,
    }));

const pointToAnswer = (audit: Audit & { points: number }): Thing => ({
  text: `${audit.practitionerName ?? 'The practitioner'} questions a fact in ${audit.reference ?? 'an audit'}`,
  href: `/audits/${audit.id}`,
  line: `${audit.formTitle}; ${audit.points} to answer`,
  says: audit.factsUntil === null ? '' : `answer by ${formatDate(audit.factsUntil)}`,
});

/** Only what can be agreed today: the days are over, or the form is light, and every point is answered. */
const readyToAgree = (db: Db, me: Me, today: string): Audit[] =>
  waitingForAgreement(db, me, today).filter((audit) => {
    const { agreement, pointsOpen } = toAgree(db, audit);
    return pointsOpen === 0 && (agreement === 'light' || factDaysOver(audit, today));
  });

const auditToAgree = (audit: Audit): Thing => ({
  text: `Agree the audit of ${subjectInSentence(audit)}`,
  href: `/audits/${audit.id}`,
  line: `${audit.formTitle} by ${audit.auditorName}${audit.practitionerName ? `, work of ${audit.practitionerName}` : ''}`,
  says: audit.submittedAt === null ? '' : `submitted ${formatDate(londonDate(audit.submittedAt))}`,
});

const actionToVerify = (action: Action): Thing => ({
  text: `Verify a completed action${action.reference ? `, ${action.reference}` : ''}`,
  href: `/actions/${action.id}`,
  line: `${action.owner}: ${action.wording ?? ''}`,
  says: `was due ${formatDate(action.dueOn)}`,
});

const newsOf: Partial<Record<NoticeKind, string>> = {
  reply: 'The auditor has answered what you put right',
  agreed: 'Agreed',
  withdrawn: 'Withdrawn, and counts nowhere',
};

/** What happened to audits of theirs since they last looked, and no other list on the page holds. */
export const newsFor = (db: Db, me: Me): Thing[] =>
  unseenNotices(db, me.id).flatMap((notice) => {
    const what = newsOf[notice.kind];
    return what === undefined
      ? []
      : [
          {
            text: `${subjectName(notice)}, ${notice.form}`,
            href: `/audits/${notice.audit}`,
            line: what,
            says: formatDate(londonDate(notice.madeAt)),
          },
        ];
  });
