import { factDaysOver } from '../../domain/audits/fact-days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { reachOf, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { unseenNotices, type NoticeKind } from '../audits/notices.store.js';
import { concernsNaming } from '../concerns/concerns.store.js';
import { formVersion } from '../forms/forms.store.js';
import { actionsToVerify } from './actions.store.js';
import { auditsToAgree, auditsWithPoints, type AuditAtHome } from './home.store.js';
import type { Thing } from './late.js';

/** What waits for this person, most pressing first; each role adds its own. */
export function waitingFor(db: Db, me: Me, today: string): Thing[] {
  return [
    ...concernsToClose(db, me),
    ...auditsWithPoints(db, me.id).map(pointToAnswer),
    ...toAgree(db, me, today),
    ...toVerify(db, me, today),
    ...told(db, me),
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

const pointToAnswer = (audit: AuditAtHome): Thing => ({
  text: `${audit.practitioner ?? 'The practitioner'} questions a fact in ${audit.reference ?? 'an audit'}`,
  href: `/audits/${audit.id}`,
  line: `${audit.form}; ${audit.openPoints} to answer`,
  says: audit.factsUntil === null ? '' : `answer by ${formatDate(audit.factsUntil)}`,
});

function toAgree(db: Db, me: Me, today: string): Thing[] {
  const reach = reachOf(me, 'audits.agree');
  if (!reach) return [];
  return auditsToAgree(db, reach, me.id, today)
    .filter((audit) => audit.openPoints === 0 && (isLight(db, audit) || factDaysOver(audit, today)))
    .map((audit) => ({
      text: `Agree the audit of ${audit.reference ?? 'an erased case'}`,
      href: `/audits/${audit.id}`,
      line: `${audit.form} by ${audit.auditor}${audit.practitioner ? `, work of ${audit.practitioner}` : ''}`,
      says: audit.submittedAt === null ? '' : `submitted ${formatDate(londonDate(audit.submittedAt))}`,
    }));
}

const isLight = (db: Db, audit: AuditAtHome): boolean =>
  formVersion(db, audit.formVersionId).document.agreement === 'light';

function toVerify(db: Db, me: Me, today: string): Thing[] {
  const reach = reachOf(me, 'actions.verify');
  if (!reach) return [];
  return actionsToVerify(db, reach, me.id, today).map((action) => ({
    text: `Verify a completed action${action.reference ? `, ${action.reference}` : ''}`,
    href: `/actions/${action.id}`,
    line: `${action.owner}: ${action.wording ?? ''}`,
    says: action.completedAt === null ? '' : `since ${formatDate(londonDate(action.completedAt))}`,
  }));
}

/** News that no other list on the page holds. */
const news: Partial<Record<NoticeKind, string>> = {
  reply: 'The auditor has answered what you put right',
  agreed: 'Agreed',
  withdrawn: 'Withdrawn, and counts nowhere',
};

const told = (db: Db, me: Me): Thing[] =>
  unseenNotices(db, me.id).flatMap((notice) => {
    const what = news[notice.kind];
    return what === undefined
      ? []
      : [
          {
            text: `${notice.reference ?? 'An audit'}, ${notice.form}`,
            href: `/audits/${notice.audit}`,
            line: what,
            says: formatDate(londonDate(notice.madeAt)),
          },
        ];
  });
