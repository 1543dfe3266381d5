import { Type as T } from '@sinclair/typebox';
import { isWritable } from '../../domain/audits/states.js';
import { notFound } from '../../domain/problems.js';
import { keptFactKeys } from '../../domain/register/kept-facts.js';
import { may } from '../../domain/rights.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { auditById } from './audits.store.js';
import { beginAudit } from './begin.js';
import { factsBeside } from './beside.page.js';
import { readAudit } from './carrying-out.page.js';
import { factsToAsk, recordFacts } from './case-facts.js';
import { caseFactsPage } from './case-facts.page.js';
import { correctFactOf } from './correct-fact.js';
import { declineAudit } from './decline.js';
import { factsOf } from './facts.store.js';
import { factsPage, shownFacts } from './facts.page.js';
import { auditToHandOver, handOver, mayTake } from './hand-over.js';
import { handOverPage, leavePage } from './leaving.page.js';
import { listPage, pageSize } from './list.page.js';
import { auditsBefore, toCarryOut } from './lists.store.js';
import { seeNotices } from './notices.store.js';
import { ownAudit } from './own-audit.js';
import { isBlindTo } from './hidden-earlier.js';
import { reauditRoutes } from './reaudit.routes.js';
import { sectionRoutes } from './section.routes.js';
import { sheetPage } from './sheet.page.js';
import { submissionPage } from './submission.page.js';
import { submitAudit } from './submit.js';
import { trialRoutes } from './trial.routes.js';
import { unfinishedPage } from './unfinished.page.js';
import { whereLeftOff } from './where-left-off.js';
import { withdrawAudit } from './withdraw.js';

const newest = Number.MAX_SAFE_INTEGER;
const Leaving = T.Object({ code: T.String({ default: '' }), reason: T.String({ default: '', maxLength: 2000 }) });

export const routes = [
  route({
    path: '/audits',
    may: 'audits.read',
    query: T.Object({ before: T.Optional(T.String({ pattern: '^[1-9]\\d{0,14}$' })) }),
    show: (c) => {
      const before = c.query.before === undefined ? newest : Number(c.query.before);
      const others = auditsBefore(c.db, before, pageSize, c.reach, c.today);
      const isAuditor = may(c.me, 'audits.carry-out');
      const model = listPage(isAuditor ? toCarryOut(c.db, c.me.id) : [], others, c.today, isAuditor, before === newest);
      return page('audits/list', model, { title: 'Audits', tables: [model.others] });
    },
  }),

  route({
    path: '/audits/:id',
    may: 'audits.read',
    show: (c) => {
      const audit = auditById(c.db, c.id('id'), c.reach, c.today);
      if (!audit) throw notFound();
      const isMine = audit.auditorId === c.me.id;
      if (isMine && isWritable(audit.state)) return to(whereLeftOff(readAudit(c.db, audit, c.me.id, c.today)));
      if (['submitted', 'returned', 'agreed'].includes(audit.state)) return to(`/audits/${audit.id}/result`);
      return page('audits/unfinished', unfinishedPage(c.db, audit, c.me, c.today), {
        title: `Audit, ${audit.formTitle}`,
      });
    },
  }),

  route({
    path: '/audits/:id/beginning',
    may: 'audits.carry-out',
    trail: 'audits.begin',
    save: (c) => {
      beginAudit(c.db, c, c.id('id'));
      seeNotices(c.db, c.me.id, c.id('id'), c.now);
      const toAsk = factsToAsk(c.db, ownAudit(c.db, c, c.id('id')));
      return to(`/audits/${c.id('id')}${toAsk.length > 0 ? '/case-facts' : ''}`);
    },
  }),

  route({
    path: '/audits/:id/case-facts',
    may: 'audits.carry-out',
    trail: 'audits.record-facts',
    body: T.Object(Object.fromEntries(keptFactKeys.map((fact) => [fact, T.Optional(T.String({ maxLength: 400 }))]))),
    show: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      const toAsk = isWritable(audit.state) ? factsToAsk(c.db, audit) : [];
      if (toAsk.length === 0) return to(`/audits/${audit.id}`);
      return page('audits/case-facts', caseFactsPage(c, audit, toAsk), { title: 'Before the questions' });
    },
    save: (c) => {
      recordFacts(c.db, c, c.id('id'), c.body);
      return to(`/audits/${c.id('id')}`);
    },
  }),

  ...sectionRoutes,
  ...trialRoutes,
  ...reauditRoutes,

  route({
    path: '/audits/:id/submission',
    may: 'audits.carry-out',
    trail: 'audits.submit',
    body: T.Object({ workOf: T.String({ default: '' }), details: T.Array(T.String(), { default: [] }) }),
    show: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      if (!isWritable(audit.state)) return to(`/audits/${audit.id}`);
      const model = submissionPage(c, audit, readAudit(c.db, audit, c.me.id, c.today));
      return page('audits/submission', model, { title: 'Submission', layout: 'audit', scripts: ['casebar'] });
    },
    save: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      submitAudit(c.db, c, audit.id, { workOf: workOf(c.body.workOf), detailsKept: c.body.details.includes('kept') });
      return to(`/audits/${audit.id}/result`);
    },
  }),

  route({
    path: '/audits/:id/facts',
    may: 'audits.carry-out',
    trail: 'audits.correct-facts',
    body: T.Object(
      Object.fromEntries(
        [...factsBeside, 'rosh', 'safety'].map((fact) => [fact, T.Optional(T.String({ maxLength: 100 }))]),
      ),
    ),
    show: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      if (audit.orderId === null) throw notFound();
      if (!isWritable(audit.state)) return to(`/audits/${audit.id}`);
      return page('audits/facts', factsPage(c, audit, factsOf(c.db, audit.id)), { title: 'What the register says' });
    },
    save: (c) => {
      const audit = ownAudit(c.db, c, c.id('id'));
      let changed = 0;
      for (const [name] of shownFacts(audit)) {
        const sent = c.body[name];
        if (sent !== undefined && correctFactOf(c.db, c, audit.id, name, sent)) changed += 1;
      }
      c.entry.about('audits', audit.id, { changed });
      return to(`/audits/${audit.id}`);
    },
  }),

  route({
    path: '/audits/:id/decline',
    may: 'audits.decline',
    body: Leaving,
    show: (c) =>
      page('audits/leave', leavePage(c, ownAudit(c.db, c, c.id('id')), true), { title: 'I can’t audit this one' }),
    save: (c) => {
      const next = declineAudit(c.db, c, c.id('id'), c.body);
      return to(next ? `/audits/${next.audit}` : '/audits');
    },
  }),

  route({
    path: '/audits/:id/hand-over',
    may: 'audits.hand-over',
    body: T.Object({ to: T.String({ default: '' }), reason: T.String({ default: '', maxLength: 2000 }) }),
    show: (c) => {
      const audit = auditToHandOver(c.db, c, c.id('id'));
      return page('audits/hand-over', handOverPage(c, audit, mayTake(c.db, audit, c.today)), {
        title: 'Hand the audit over',
      });
    },
    save: (c) => {
      handOver(c.db, c, c.id('id'), { to: Number(c.body.to) || 0, reason: c.body.reason });
      return to('/audits');
    },
  }),

  route({
    path: '/audits/:id/withdrawal',
    may: 'audits.withdraw',
    body: Leaving,
    show: (c) => {
      const audit = auditById(c.db, c.id('id'), c.reach, c.today);
      if (!audit) throw notFound();
      return page('audits/leave', leavePage(c, audit, false), { title: 'Withdraw this audit' });
    },
    save: (c) => {
      const audit = auditById(c.db, c.id('id'), c.reach, c.today);
      withdrawAudit(c.db, c, c.id('id'), c.body);
      return to(`/samples/${audit?.sampleId ?? ''}`);
    },
  }),

  route({
    path: '/audits/:id/sheet',
    may: 'audits.read',
    show: (c) => {
      const audit = auditById(c.db, c.id('id'), c.reach, c.today);
      if (!audit || isBlindTo(c.db, audit, c.me.id, c.today)) throw notFound();
      c.viewed('audits', audit.id);
      return page('audits/sheet', sheetPage(c.db, audit, c.me, c.today), { title: `${audit.formTitle}, on paper` });
    },
  }),
];

/** Whose work it is: somebody by id, or shared. */
const workOf = (typed: string): number | 'shared' => (typed === 'shared' ? 'shared' : Number(typed) || 0);
