import { addWorkingDays } from '../../domain/calendar/working-days.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { answerPoint } from '../../features/audits/answer-point.js';
import { agreeAudit } from '../../features/audits/agree.js';
import { auditById, type Audit } from '../../features/audits/audits.store.js';
import { beginAudit } from '../../features/audits/begin.js';
import { closeDays } from '../../features/audits/close-days.js';
import { filledAudit } from '../../features/audits/filled-audit.js';
import { makeActions } from '../../features/audits/make-actions.js';
import { seeNotices } from '../../features/audits/notices.store.js';
import { putRight } from '../../features/audits/put-right.js';
import { auditResult } from '../../features/audits/results.store.js';
import { addRow, noneInPeriod } from '../../features/audits/rows.js';
import { saveAnswer } from '../../features/audits/save-answer.js';
import { submitAudit } from '../../features/audits/submit.js';
import { completeAction } from '../../features/actions/complete.js';
import { actionsOfAudit } from '../../features/actions/actions.store.js';
import { verifyAction } from '../../features/actions/verify.js';
import type { Acting } from './acting.js';
import type { Agenda } from './agenda.js';
import { workingDaysFrom, momentOf } from './days.js';
import { fillForm, type Skill } from './fill-form.js';
import { workers } from './northbeck.js';
import type { Service } from './service.js';

/** One audit from its assignment to the last action, as far as time allows. */
export function planAudit(
  service: Service,
  agenda: Agenda,
  audit: number,
  drawn: string,
  skillOf: (audit: Audit) => Skill,
): void {
  const { chance } = service;
  const read = momentOf(
    workingDaysFrom(drawn, chance.happens(0.05) ? chance.whole(18, 40) : chance.whole(1, 12)),
    `1${chance.whole(0, 5)}:${chance.whole(10, 59)}`,
  );
  agenda.plan(read, (when) => {
    carryOut(service, audit, when, skillOf(auditNow(service, audit, when)));
    planAgreement(service, agenda, audit, londonDate(when));
  });
}

/** Begins, fills in and submits an audit in one sitting. */
export function carryOut(service: Acting, id: number, when: string, skill: Skill, submit = true): void {
  const { db, chance } = service;
  const auditor = auditNow(service, id, when).auditorId;
  service.as(auditor, when, 'audits.carry-out', (by) => {
    beginAudit(db, by, id);
    const { filled, settings } = filledAudit(db, auditNow(service, id, when));
    const done = fillForm(filled, { skill, chance, settings });
    for (const { group, occurrence } of done.occurrences) {
      if (occurrence === 0) noneInPeriod(db, by, id, group, true);
      else addRow(db, by, id, group);
    }
    const answers = submit ? done.answers : done.answers.slice(0, Math.ceil(done.answers.length * 0.6));
    for (const answer of answers) saveAnswer(db, by, id, { ...answer, seen: null });
    if (submit) submitAudit(db, by, id);
    by.entry.about('audits', id);
  });
}

function planAgreement(service: Service, agenda: Agenda, id: number, submitted: string): void {
  const { db, chance } = service;
  const next = (days: number, time: string): string => momentOf(addWorkingDays(submitted, days), time);
  const practitioner = (when: string): number | null => auditNow(service, id, when).workOfId;
  if (chance.happens(0.12)) {
    agenda.plan(next(1, '11:20'), (when) => {
      const person = practitioner(when);
      if (person === null) return;
      const said = 'The plan is under documents, dated the week before.';
      const point = service.as(person, when, 'audits.put-right', (by) => putRight(db, by, id, { item: null, said }));
      agenda.plan(next(2, '09:40'), (later) => {
        const reply = 'Read, thank you. It does not change the answer: it came after the visit.';
        const { auditorId } = auditNow(service, id, later);
        service.as(auditorId, later, 'audits.answer-points', (by) =>
          answerPoint(db, by, id, point, { outcome: 'stands', reply }),
        );
      });
    });
  } else if (chance.happens(0.6)) {
    agenda.plan(next(2, '14:05'), (when) => {
      const person = practitioner(when);
      if (person !== null) {
        service.as(person, when, 'audits.put-right', (by) => closeDays(db, by, id, { how: 'nothing-to-put-right' }));
      }
    });
  }
  agenda.plan(next(6 + chance.whole(0, 3), '16:10'), (when) => {
    agree(service, id, when);
    planActions(service, agenda, id, londonDate(when));
    agenda.plan(momentOf(addWorkingDays(londonDate(when), 1), '08:50'), (later) => everybodyReads(service, id, later));
  });
}

/** Whoever was told of it has opened it. */
function everybodyReads(service: Service, id: number, when: string): void {
  const audit = auditNow(service, id, when);
  const people = new Set([audit.auditorId, audit.practitionerId, audit.workOfId, agreerOf(service, audit)]);
  for (const person of people) if (person !== null) seeNotices(service.db, person, id, when);
}

function agree(service: Service, id: number, when: string): void {
  const { db } = service;
  const audit = auditNow(service, id, when);
  const agreer = agreerOf(service, audit);
  const result = auditResult(db, id);
  const below = [result?.ownGrade, result?.computedGrade].some(
    (g) => g === 'requires-improvement' || g === 'inadequate',
  );
  if (below && audit.workOfId !== null) {
    const owner = audit.workOfId;
    const dueOn = addWorkingDays(londonDate(when), 15);
    service.as(agreer, when, 'actions.make', (by) => makeActions(db, by, id, actionsFor(service, owner, dueOn)));
  }
  service.as(agreer, when, 'audits.agree', (by) => agreeAudit(db, by, id, { noActionReason: null }));
}

function actionsFor({ chance }: Service, owner: number, dueOn: string): Parameters<typeof makeActions>[3] {
  const all = [
    [
      'Write the signs to watch for and the first step into the plan',
      'A duty worker can act on it on a Saturday without asking anyone.',
    ],
    [
      'Look at the level again with the police information of this month',
      'The entry says what was weighed and why the level stands or moves.',
    ],
    ['Fit our plan to the social care plan', 'Each plan names the other; dates and visits agree.'],
    ['Put the child’s own account into the assessment', 'It is in the child’s words and weighed against the others.'],
  ] as const;
  const first = chance.whole(0, all.length - 1);
  const count = chance.whole(1, 2);
  return Array.from({ length: count }, (_, i) => all[(first + i) % all.length] ?? all[0]).map(
    ([wording, goodLooksLike], i) => ({
      row: i + 1,
      theme: null,
      wording,
      goodLooksLike,
      owner,
      dueOn,
      about: 'case' as const,
    }),
  );
}

function planActions(service: Service, agenda: Agenda, id: number, agreed: string): void {
  const { db, chance } = service;
  for (const action of actionsOfAudit(db, id)) {
    // What is old is done: only the last months hold actions that nobody has completed or verified.
    const old = agreed < service.settledBefore;
    if (!old && !chance.happens(0.8)) continue;
    agenda.plan(momentOf(addWorkingDays(agreed, chance.whole(6, 22)), '15:30'), (when) => {
      const evidence = 'Plan of this week, page 3; read through with the child.';
      service.as(action.ownerId, when, 'actions.do', (by) => completeAction(db, by, action.id, { evidence }));
      if (!old && !chance.happens(0.8)) return;
      agenda.plan(momentOf(addWorkingDays(londonDate(when), chance.whole(2, 9)), '10:15'), (later) => {
        const verifier = agreerOf(service, auditNow(service, id, later));
        service.as(verifier, later, 'actions.verify', (by) =>
          verifyAction(db, by, action.id, { said: 'Read in the file: it says who and when.' }),
        );
      });
    });
  }
}

/** The lead of the case's team, or the head where the lead wrote the audit. */
export function agreerOf(service: Service, audit: Audit): number {
  const lead = workers.find(
    (w) => w.roles.includes('team-lead') && w.team !== null && service.teams.get(w.team) === audit.teamId,
  );
  const person = lead ? service.idOf(lead.name) : null;
  return person !== null && person !== audit.auditorId && person !== audit.workOfId
    ? person
    : service.idOf('Helen Pryce');
}

export function auditNow(service: Acting, id: number, when: string): Audit {
  const audit = auditById(service.db, id, { kind: 'all' }, londonDate(when));
  if (!audit) throw new Error(`There is no audit ${id}.`);
  return audit;
}
