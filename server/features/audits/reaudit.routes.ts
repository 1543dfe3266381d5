import { Type as T } from '@sinclair/typebox';
import { isReadable, isWritable } from '../../domain/audits/states.js';
import { subjectName } from '../../domain/audits/subject.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import { page, to } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { casesChosen } from '../samples/cases-chosen.js';
import { auditById, type Audit } from './audits.store.js';
import { beforeAndAfterPage } from './before-and-after.page.js';
import { hiddenUntilAnswered } from './hidden-earlier.js';
import { otherCasesPage } from './other-cases.page.js';
import { reauditPage } from './reaudit.page.js';
import { startElsewhere, whyNotElsewhere } from './start-elsewhere.js';
import { startReaudit, whyNoReaudit } from './start-reaudit.js';

export const reauditRoutes = [
  route({
    path: '/audits/:id/reaudit',
    may: 'samples.draw',
    trail: 'audits.reaudit',
    body: T.Object({
      auditor: T.String({ default: '', maxLength: 40 }),
      due: T.String({ default: '', maxLength: 100 }),
    }),
    show: (c) => {
      const audit = auditHere(c);
      const why = whyNoReaudit(c.db, audit, c.me);
      if (why) throw notAllowed(why);
      const model = reauditPage(c, audit);
      return page('audits/reaudit', model, { title: model.title, crumbs: crumbsOf(audit) });
    },
    save: (c) => {
      const { auditor, due } = c.body;
      const again = startReaudit(c.db, c, c.id('id'), { auditor: Number(auditor) || 0, dueOn: parseDate(due) });
      return to(`/audits/${again}`);
    },
  }),

  route({
    path: '/audits/:id/other-cases',
    may: 'samples.draw',
    trail: 'audits.reaudit',
    body: T.Object({
      references: T.String({ default: '', maxLength: 5000 }),
      auditors: T.Array(T.String({ maxLength: 40 }), { default: [], maxItems: 200 }),
      due: T.String({ default: '', maxLength: 100 }),
    }),
    show: (c) => {
      const audit = auditHere(c);
      const why = whyNotElsewhere(audit, c.me);
      if (why) throw notAllowed(why);
      const model = otherCasesPage(c, audit);
      const tables = model.moved ? [model.moved.table] : [];
      return page('audits/other-cases', model, { title: model.title, crumbs: crumbsOf(audit), tables });
    },
    save: (c) => {
      const cases = casesChosen(c, c.body.references);
      const auditors = c.body.auditors.map((id) => Number(id) || 0);
      return to(`/samples/${startElsewhere(c.db, c, c.id('id'), { cases, auditors, dueOn: parseDate(c.body.due) })}`);
    },
  }),

  route({
    path: '/audits/:id/before-and-after',
    may: 'audits.read',
    show: (c) => {
      const audit = auditHere(c);
      const earlier = earlierOf(c, audit);
      if (earlier.caseId !== audit.caseId) throw notFound();
      c.viewed('audits', audit.id);
      c.viewed('audits', earlier.id);
      const model = beforeAndAfterPage(c.db, audit, earlier, c.me);
      const tables = [model.table, model.actions].filter((one) => one !== null);
      return page('audits/before-and-after', model, { title: model.title, crumbs: crumbsOf(audit), tables });
    },
  }),
];

function auditHere(c: Showing): Audit {
  const audit = auditById(c.db, c.id('id'), c.reach, c.today);
  if (!audit) throw notFound();
  return audit;
}

/**
 * The audit that this one reads again, for whoever may see both: its auditor once all is answered, others once it is
 * submitted and where the earlier one is within their reach.
 */
function earlierOf(c: Showing, audit: Audit): Audit {
  const isMine = audit.auditorId === c.me.id;
  const earlier = audit.reauditOf === null ? undefined : auditById(c.db, audit.reauditOf, { kind: 'all' }, c.today);
  if (!earlier) throw notFound();
  if (isMine && isWritable(audit.state)) {
    if (hiddenUntilAnswered(c.db, audit)) throw notAllowed('The earlier answers open when all of yours are given.');
    return earlier;
  }
  if (!isReadable(audit.state)) throw notFound();
  if (!isMine && !auditById(c.db, earlier.id, c.reach, c.today)) throw notFound();
  return earlier;
}

const crumbsOf = (audit: Audit) => [
  { text: 'Audits', href: '/audits' },
  { text: subjectName(audit), href: `/audits/${audit.id}` },
];
