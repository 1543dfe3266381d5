import { createHash } from 'node:crypto';
import { addDays, addMonths } from '../../domain/calendar/days.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { addWorkingDays } from '../../domain/calendar/working-days.js';
import { anyCase } from '../../domain/sampling/rules.js';
import type { Audit } from '../../features/audits/audits.store.js';
import { returnAudit } from '../../features/audits/return.js';
import { importSheet } from '../../features/cases/import-sheet.js';
import { raiseConcern } from '../../features/concerns/raise.js';
import { latestVersion } from '../../features/forms/forms.store.js';
import { auditors } from '../../features/samples/auditors.store.js';
import { drawSample } from '../../features/samples/draw.js';
import type { Db } from '../../platform/sqlite/open.js';
import { createAgenda, type Agenda } from './agenda.js';
import { agreerOf, auditNow, carryOut, planAudit } from './audit-story.js';
import { auditsInState, auditsOfSample } from './built.store.js';
import { createChance } from './chance.js';
import { momentOf, workingDay } from './days.js';
import { planInspections } from './inspections.js';
import type { Skill } from './fill-form.js';
import { themeLeanings, workers } from './northbeck.js';
import { enterPast } from './past.js';
import { makeRegister, sheetOn, type MadeOrder } from './register.js';
import { planSecondLook } from './second-look.js';
import { foundService, type Service } from './service.js';

/** Two years of a service, up to this morning: some 300 audits that differ by person, theme and quarter. */
export function buildDemonstration(db: Db, now: string, seed = 20170113): void {
  const chance = createChance(seed);
  const today = londonDate(now);
  const first = addDays(addMonths(today, -24), -9);
  const service = foundService(db, chance, momentOf(addDays(first, -30), '09:00'), addDays(today, -75));
  const register = makeRegister(chance, 420, today);
  const agenda = createAgenda();
  for (let month = 0; month <= 24; month += 1) planMonth(service, agenda, register, first, month);
  planSecondLook(service, agenda, today, skillOf);
  planInspections(service, agenda, today, skillOf);
  agenda.plan(momentOf(addDays(today, -20), '09:05'), (when) => enterPast(service, when, addDays(today, 60)));
  agenda.plan(momentOf(addDays(today, -1), '08:10'), (when) => bringIn(service, register, when));
  agenda.runUntil(now < momentOf(today, '09:30') ? now : momentOf(today, '09:30'));
  leaveSomeUnderWay(service, now);
}

/** Each month a dip; each quarter a round of a full form, every half year the dates and the papers of all in custody. */
function planMonth(
  service: Service,
  agenda: Agenda,
  register: readonly MadeOrder[],
  first: string,
  month: number,
): void {
  const day = workingDay(addMonths(first, month));
  agenda.plan(momentOf(day, '08:10'), (when) => bringIn(service, register, when));
  agenda.plan(momentOf(day, '09:15'), (when) => draw(service, agenda, when, 'ten-minute-dip', 7, 'Monthly dip'));
  const full = month % 6 === 1 ? 'risk-of-harm' : month % 6 === 4 ? 'safeguarding' : null;
  if (full) {
    const name = full === 'risk-of-harm' ? 'Risk of harm' : 'Safeguarding';
    agenda.plan(momentOf(day, '09:30'), (when) => draw(service, agenda, when, full, 16, name));
  }
  if (month % 6 === 2) {
    agenda.plan(momentOf(day, '09:45'), (when) =>
      draw(service, agenda, when, 'national-standards-2013', 9, 'National Standards'),
    );
  }
  if (month % 6 === 5) {
    agenda.plan(momentOf(day, '10:00'), (when) =>
      draw(service, agenda, when, 'custody-documents', 4, 'Entries to custody', { custody: true }),
    );
  }
}

function bringIn(service: Service, register: readonly MadeOrder[], when: string): void {
  const sheet = sheetOn(register, londonDate(when));
  const digest = createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
  service.as(service.idOf('Helen Pryce'), when, 'cases.import', (by) => importSheet(service.db, by, { sheet, digest }));
}

function draw(
  service: Service,
  agenda: Agenda,
  when: string,
  form: string,
  size: number,
  name: string,
  rules: Partial<typeof anyCase> = {},
): void {
  const { db } = service;
  const version = latestVersion(db, form);
  if (!version) throw new Error(`The form ${form} is not published.`);
  const today = londonDate(when);
  const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(today),
  );
  const sample = service.as(service.idOf('Helen Pryce'), when, 'samples.draw', (by) =>
    drawSample(db, by, {
      name: `${name}, ${monthName}`,
      purpose: 'routine',
      formVersionId: version.id,
      rules: { ...anyCase, status: 'open', ...rules },
      method: 'simple',
      size,
      chosen: [],
      reason: null,
      dueOn: addWorkingDays(today, 15),
      auditors: auditors(db, today).map(({ id }) => id),
      againOf: null,
      againReason: null,
    }),
  );
  for (const audit of auditsOfSample(db, sample))
    planAudit(service, agenda, audit, today, (a) => skillOf(service, a, today));
}

/** How well a worker does a theme in a quarter: own skill, the service's leaning, and growth over time. */
function skillOf(service: Service, audit: Audit, today: string): Skill {
  const worker = workers.find((w) => w.work && service.idOf(w.name) === audit.practitionerId)?.work;
  const quarters = (Number(today.slice(0, 4)) - 2024) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return (theme) =>
    Math.min(
      0.95,
      Math.max(0.08, (worker?.skill ?? 0.6) + (worker?.growth ?? 0) * quarters + (themeLeanings[theme] ?? 0)),
    );
}

/** This morning: one audit half filled in, one sent back, and a concern that nobody has acknowledged yet. */
function leaveSomeUnderWay(service: Service, now: string): void {
  const { db } = service;
  const open = auditsInState(db, 'assigned').map((id) => auditNow(service, id, now));
  const [half, asked] = open;
  const submitted = auditsInState(db, 'submitted').map((id) => auditNow(service, id, now));
  const [thin] = submitted;
  if (thin) {
    const items = [
      { item: 'close-improve', reason: 'Say for each what good will look like: as it stands nobody can act on it.' },
    ];
    service.as(agreerOf(service, thin), now, 'audits.return', (by) => returnAudit(db, by, thin.id, { items }));
  }
  if (half) carryOut(service, half.id, now, skillOf(service, half, londonDate(now)), false);
  if (asked) {
    service.as(asked.auditorId, now, 'concerns.raise', (by) =>
      raiseConcern(db, by, {
        auditId: asked.id,
        caseId: asked.caseId,
        teamId: asked.teamId,
        itemKey: null,
        said: 'Shared bus each morning with the boy who was hurt, and no warning to the school.',
      }),
    );
  }
}
