import { subjectInSentence, subjectName } from '../../domain/audits/subject.js';
import { Type as T } from '@sinclair/typebox';
import { whyNotPutRight } from '../../domain/audits/fact-points.js';
import { whyNotAgreer } from '../../domain/audits/may-agree.js';
import { isReadable } from '../../domain/audits/states.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { invalidField, notAllowed, notFound } from '../../domain/problems.js';
import { page, to, type Result } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { isAbout } from '../actions/about.js';
import { agreeAudit } from './agree.js';
import { agreeMany } from './agree-many.js';
import { agreementPage, manyPage, returnPage } from './agreement.page.js';
import { answerPoint } from './answer-point.js';
import { answersPage } from './answers.page.js';
import { auditById, type Audit } from './audits.store.js';
import { closeDays } from './close-days.js';
import { pointsOf } from './fact-points.store.js';
import { isBlindTo } from './hidden-earlier.js';
import { makeActions, whyNoActions } from './make-actions.js';
import { seeNotices } from './notices.store.js';
import { answerTo, outcomeOf } from './outcome.js';
import { newPointPage, pointPage, pointsPage } from './points.page.js';
import { proposalsPage } from './proposals.page.js';
import { putRight } from './put-right.js';
import { resultPage } from './result.page.js';
import { returnAudit } from './return.js';
import { returnedPage } from './returned.page.js';
import { toAgree } from './to-agree.js';
import { waitingForAgreement } from './waiting.store.js';

const words = T.String({ default: '', maxLength: 5000 });
const list = T.Array(T.String({ maxLength: 5000 }), { default: [], maxItems: 200 });

export const routes = [
  route({
    path: '/audits/agreement',
    may: 'audits.agree',
    body: T.Object({ audits: list, row: list, reason: list }),
    show: (c) => {
      const waiting = waitingForAgreement(c.db, c.me, c.today).map((audit) => ({ audit, now: toAgree(c.db, audit) }));
      return page('audits/agreement-many', manyPage(waiting, c, c.today), {
        title: 'Audits to agree',
        crumbs: [{ text: 'Audits', href: '/audits' }],
      });
    },
    save: (c) => {
      const reasons = Object.fromEntries(c.body.row.map((id, i) => [Number(id), c.body.reason[i] ?? '']));
      agreeMany(c.db, c, { audits: c.body.audits.map(Number), reasons });
      return to('/audits/agreement');
    },
  }),

  route({
    path: '/audits/:id/result',
    may: 'audits.read',
    show: (c) => {
      const audit = readable(c);
      c.viewed('audits', audit.id);
      seeNotices(c.db, c.me.id, audit.id, c.now);
      if (audit.state === 'returned') {
        return page('audits/returned', returnedPage(c.db, audit, c.me, c.today), optionsOf(audit, 'Sent back'));
      }
      const model = resultPage(c.db, audit, c.me, c.today);
      const { caps, judged } = model.grade;
      const tables = [model.sections.table, model.compliance?.exceptions, caps, judged, model.actions.table].filter(
        (t) => !!t,
      );
      return page('audits/result', model, { ...optionsOf(audit, 'Result'), title: model.title, tables });
    },
  }),

  route({
    path: '/audits/:id/answers',
    may: 'audits.read',
    show: (c) => {
      const audit = readable(c);
      if (audit.state === 'returned' && audit.auditorId !== c.me.id)
        throw notAllowed('The audit is back with its auditor.');
      c.viewed('audits', audit.id);
      return page('audits/answers', answersPage(outcomeOf(c.db, audit)), optionsOf(audit, 'All answers'));
    },
  }),

  route({
    path: '/audits/:id/points',
    may: 'audits.read',
    show: (c) => {
      const audit = readable(c);
      const model = pointsPage(outcomeOf(c.db, audit), pointsOf(c.db, audit.id), c.me, c.today);
      return page('audits/points', model, optionsOf(audit, 'Facts put right'));
    },
  }),

  route({
    path: '/audits/:id/points/new',
    may: 'audits.put-right',
    body: T.Object({ item: T.String({ default: '' }), said: words }),
    show: (c) => {
      const audit = readable(c);
      const outcome = outcomeOf(c.db, audit);
      const why = whyNotPutRight({ ...audit, agreement: outcome.form.document.agreement }, c.me.id, c.today);
      if (why) throw notAllowed(why);
      const model = newPointPage(outcome, pointsOf(c.db, audit.id), c.me, c);
      return page('audits/point-new', model, optionsOf(audit, 'Put a fact right'));
    },
    save: (c) => {
      putRight(c.db, c, c.id('id'), { item: c.body.item === '' ? null : c.body.item, said: c.body.said });
      return to(`/audits/${c.id('id')}/points/new`);
    },
  }),

  route({
    path: '/audits/:id/points/:point',
    may: 'audits.answer-points',
    body: T.Object({ outcome: T.String({ default: '' }), reply: words }),
    show: (c) => {
      const audit = readable(c);
      const point = pointsOf(c.db, audit.id).find(({ id }) => id === c.id('point'));
      const model = point && audit.auditorId === c.me.id ? pointPage(outcomeOf(c.db, audit), point, c.me, c) : null;
      if (!model) throw notFound();
      return page('audits/point', model, optionsOf(audit, 'Answer'));
    },
    save: (c) => {
      const point = c.id('point');
      const outcome = outcomes.find((known) => known === c.body.outcome);
      if (!outcome) throw invalidField(`outcome-${point}`, 'Choose what comes of it.');
      answerPoint(c.db, c, c.id('id'), point, { outcome, reply: c.body.reply });
      return to(`/audits/${c.id('id')}/points`);
    },
  }),

  route({
    path: '/audits/:id/nothing-to-put-right',
    may: 'audits.put-right',
    save: (c) => {
      closeDays(c.db, c, c.id('id'), { how: 'nothing-to-put-right' });
      return to(resultAt(c.id('id')));
    },
  }),

  route({
    path: '/audits/:id/days',
    may: 'audits.close-days',
    body: T.Object({ how: T.String({ default: '' }), on: words, withWhom: words, added: words }),
    show: (c) => {
      const audit = readable(c);
      const model = {
        title: 'End the days to put facts right',
        where: `${audit.formTitle} · ${subjectInSentence(audit)}`,
        ways,
        how: typed(c, 'how'),
        on: typed(c, 'on', formatDate(c.today)),
        withWhom: typed(c, 'withWhom'),
        added: typed(c, 'added'),
        howFault: faultAt(c, 'how'),
        onFault: faultAt(c, 'on'),
        withWhomFault: faultAt(c, 'withWhom'),
        resultAt: resultAt(audit.id),
      };
      return page('audits/days', model, optionsOf(audit, model.title));
    },
    save: (c) => {
      const { how, on, withWhom, added } = c.body;
      if (how !== 'read-together' && how !== 'given-on-paper')
        throw invalidField('how', 'Choose how the practitioner had it.');
      closeDays(c.db, c, c.id('id'), how === 'read-together' ? { how, on, withWhom, added } : { how, on });
      return to(resultAt(c.id('id')));
    },
  }),

  route({
    path: '/audits/:id/agreement',
    may: 'audits.agree',
    body: T.Object({ noActionReason: words }),
    show: (c) => {
      const audit = agreeable(c);
      const model = agreementPage(audit, toAgree(c.db, audit), c, c.today);
      return page('audits/agreement', model, optionsOf(audit, 'Agree'));
    },
    save: (c) => {
      agreeAudit(c.db, c, c.id('id'), { noActionReason: c.body.noActionReason });
      return to(resultAt(c.id('id')));
    },
  }),

  route({
    path: '/audits/:id/return',
    may: 'audits.return',
    body: T.Object({ item: list, reason: list }),
    show: (c) => {
      const audit = agreeable(c);
      return page('audits/return', returnPage(outcomeOf(c.db, audit), c), optionsOf(audit, 'Send back'));
    },
    save: (c) => {
      const items = c.body.reason.map((reason, i) => ({ item: c.body.item[i] || null, reason }));
      returnAudit(c.db, c, c.id('id'), { items });
      return to(resultAt(c.id('id')));
    },
  }),

  route({
    path: '/audits/:id/actions',
    may: 'actions.make',
    body: T.Object({ keep: list, wording: list, good: list, owner: list, due: list, about: list, theme: list }),
    show: (c) => {
      const audit = readable(c);
      const why = whyNoActions(audit, c.me);
      if (why) throw notAllowed(why);
      const improve = answerTo(outcomeOf(c.db, audit), 'close-improve')?.value ?? null;
      const model = proposalsPage(c.db, audit, improve, c, c.today);
      return page('audits/proposals', model, optionsOf(audit, 'Make actions'));
    },
    save: (c) => {
      const { keep, wording, good, owner, due, about, theme } = c.body;
      const proposed = keep.map((row) => {
        const i = Number(row) - 1;
        const what = about[i] ?? '';
        return {
          row: i + 1,
          wording: wording[i] ?? '',
          goodLooksLike: good[i] ?? '',
          owner: Number(owner[i]),
          dueOn: parseDate(due[i] ?? '') ?? '',
          about: isAbout(what) ? what : ('practice' as const),
          theme: theme[i] || null,
        };
      });
      makeActions(c.db, c, c.id('id'), proposed);
      return to(`${resultAt(c.id('id'))}#actions`);
    },
  }),
];

const ways = [
  { value: 'read-together', text: 'We read it together' },
  { value: 'given-on-paper', text: 'It was given to them on paper' },
];
const outcomes = ['changed', 'stands', 'noted'] as const;
const resultAt = (id: number): string => `/audits/${id}/result`;

/** An audit within reach whose answers others than its auditor may read. */
function readable(c: Showing): Audit {
  const audit = auditById(c.db, c.id('id'), c.reach, c.today);
  if (!audit || !isReadable(audit.state)) throw notFound();
  if (isBlindTo(c.db, audit, c.me.id, c.today))
    throw notAllowed('You read again what fell short in this audit: it opens to you when all your answers are given.');
  return audit;
}

/** An audit that this person may agree or send back, were nothing else in the way. */
function agreeable(c: Showing): Audit {
  const audit = readable(c);
  const why = whyNotAgreer(c.me, audit);
  if (why) throw notAllowed(why);
  return audit;
}

function optionsOf(audit: Audit, title: string): Omit<Extract<Result, { kind: 'page' }>['options'], 'tables'> {
  const reference = subjectName(audit);
  return {
    title: `${title}: ${reference}`,
    crumbs: [
      { text: 'Audits', href: '/audits' },
      { text: reference, href: resultAt(audit.id) },
    ],
  };
}
