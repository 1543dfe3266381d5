import { hashSync } from '@node-rs/argon2';
import { addDays, addMonths } from '../../domain/calendar/days.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { addWorkingDays } from '../../domain/calendar/working-days.js';
import type { Grade } from '../../domain/forms/scales.js';
import type { FrameworkKey } from '../../domain/inspections/frameworks.js';
import type { Audit } from '../../features/audits/audits.store.js';
import { agreeReading } from '../../features/inspections/agree-reading.js';
import { beginInspection } from '../../features/inspections/begin-inspection.js';
import { closeInspection } from '../../features/inspections/close.js';
import { drawPart } from '../../features/inspections/draw.js';
import { writeFinding } from '../../features/inspections/find.js';
import { inviteInspector } from '../../features/inspections/invite.js';
import { confirmRating, proposeRating } from '../../features/inspections/judge-standard.js';
import { preparationsOf, setPreparation } from '../../features/inspections/preparations.store.js';
import { planPreparation } from '../../features/inspections/prepare.js';
import { readingsOf } from '../../features/inspections/readings.store.js';
import { setUpInspection } from '../../features/inspections/set-up.js';
import { differencesOf, pairOf, settleDifferences } from '../../features/inspections/settle.js';
import { planSitting } from '../../features/inspections/timetable.js';
import { openAccount } from '../../features/people/accounts.store.js';
import type { Agenda } from './agenda.js';
import { auditNow, carryOut } from './audit-story.js';
import { momentOf, workingDay } from './days.js';
import type { Skill } from './fill-form.js';
import { demoPassword } from './northbeck.js';
import { signInName, type Service } from './service.js';

type SkillOf = (service: Service, audit: Audit, today: string) => Skill;

/** Visiting inspectors of the inspection that is under way: they can sign in. */
export const visitors = ['Asha Kerr', 'Ben Lowe'] as const;

/** One inspection that is finished, of last summer’s work by the rules of 2018 to 2024; one under way, of 2025. */
export function planInspections(service: Service, agenda: Agenda, today: string, skillOf: SkillOf): void {
  const first = workingDay(addMonths(today, -3));
  agenda.plan(momentOf(first, '07:40'), (when) => {
    const id = setUp(service, when, '2018-2024', 'Mock inspection of court and out-of-court work', [
      'Ines Vale',
      'Jo Reed',
    ]);
    drawFor(service, id, when, 'court', 5);
    drawFor(service, id, when, 'out-of-court', 4);
    readAll(service, id, when, skillOf);
    judgeAll(service, id, momentOf(londonDate(when), '16:00'));
    service.as(service.idOf('Marcus Bell'), momentOf(londonDate(when), '17:30'), 'inspections.close', (by) =>
      closeInspection(service.db, by, id, ''),
    );
  });
  agenda.plan(momentOf(today, '07:30'), (when) => {
    const id = setUp(service, when, '2025', 'Mock inspection before the winter', visitors);
    drawFor(service, id, when, 'children', 6);
    readSome(service, id, when, skillOf);
  });
}

function setUp(
  service: Service,
  when: string,
  framework: FrameworkKey,
  name: string,
  inspectors: readonly string[],
): number {
  const { db } = service;
  const day = londonDate(when);
  const ends = addWorkingDays(day, 1);
  const [helen, marcus] = [service.idOf('Helen Pryce'), service.idOf('Marcus Bell')];
  const id = service.as(helen, when, 'inspections.set-up', (by) =>
    setUpInspection(db, by, {
      ...{ name, framework, kind: 'full', startsOn: day, endsOn: ends, accessUntil: addWorkingDays(ends, 2) },
      lead: marcus,
      purpose:
        'To learn before the inspectorate comes. The board sees counts and findings; no name of a worker stands in them.',
    }),
  );
  for (const inspector of inspectors) {
    const { person } = service.as(marcus, when, 'inspections.invite', (by) =>
      inviteInspector(db, by, id, { name: inspector, fromService: 'Eastmoor' }),
    );
    openAccount(db, { person, signInName: signInName(inspector), passwordHash: hashSync(demoPassword), mustChange: 0 });
  }
  prepare(service, id, when);
  service.as(marcus, when, 'inspections.begin', (by) => beginInspection(db, by, id));
  return id;
}

/** The countdown is done, and the evidence is asked for: one piece is still missing. */
function prepare(service: Service, id: number, when: string): void {
  const { db } = service;
  const marcus = service.idOf('Marcus Bell');
  for (const { id: task, dueOn, place } of preparationsOf(db, id))
    setPreparation(db, task, { state: 'done', ownerId: service.idOf('Helen Pryce'), place, dueOn });
  const evidence = [
    ['1.1', 'Minutes of the board, last four', 'Shared drive, Board'],
    ['1.2', 'Supervision records, five chosen', 'With each team lead'],
    ['1.3', 'Needs analysis of the partnership', 'Asked of public health'],
  ] as const;
  for (const [standard, title, place] of evidence)
    service.as(marcus, when, 'inspections.prepare', (by) =>
      planPreparation(db, by, id, {
        ...{ kind: 'evidence', standard, title, place },
        owner: service.idOf('Helen Pryce'),
        dueOn: londonDate(when),
      }),
    );
  service.as(marcus, when, 'inspections.plan', (by) =>
    planSitting(db, by, id, {
      ...{ day: londonDate(when), from: '09:30', until: '10:30', kind: 'interview', title: 'Chair of the board' },
      ...{ place: 'Room 2', person: marcus, reading: 0 },
    }),
  );
}

function drawFor(service: Service, id: number, when: string, part: string, size: number): void {
  const day = londonDate(when);
  service.as(service.idOf('Marcus Bell'), when, 'inspections.draw', (by) =>
    drawPart(service.db, by, id, {
      ...{ part, howMany: 'number', size, readTwice: part === 'out-of-court' ? [] : [1] },
      from: addMonths(day, -12),
      until: addDays(day, -28),
    }),
  );
}

/** Everything is read, differences settled, readings agreed. */
function readAll(service: Service, id: number, when: string, skillOf: SkillOf): void {
  const { db } = service;
  const marcus = service.idOf('Marcus Bell');
  const day = londonDate(when);
  for (const reading of readingsOf(db, id))
    carryOut(service, reading.id, momentOf(day, '13:00'), skillOf(service, auditNow(service, reading.id, when), day));
  const later = momentOf(day, '15:00');
  for (const reading of readingsOf(db, id)) {
    const pair = reading.reading === 'first' ? pairOf(db, id, reading) : null;
    const open = pair ? differencesOf(db, id, pair) : [];
    const settled = open.map(({ itemKey, first }) => ({
      itemKey,
      value: first?.value ?? 'does-not-apply',
      reason: 'Read together: the entry of the second week shows it.',
    }));
    if (settled.length > 0)
      service.as(marcus, later, 'inspections.settle', (by) => settleDifferences(db, by, id, reading.id, settled));
    service.as(marcus, later, 'inspections.agree-reading', (by) => agreeReading(db, by, id, reading.id));
  }
}

/** This morning: two readings are in, one is half done, the others wait. */
function readSome(service: Service, id: number, when: string, skillOf: SkillOf): void {
  const day = londonDate(when);
  const readings = readingsOf(service.db, id).filter(({ reading }) => reading === 'only');
  readings.slice(0, 3).forEach((reading, i) => {
    carryOut(service, reading.id, when, skillOf(service, auditNow(service, reading.id, when), day), i < 2);
  });
}

const judged: readonly [standard: string, rating: Grade, reason: string][] = [
  ['1.1', 'good', 'The board asks about children and follows up; vision and plan agree.'],
  ['1.2', 'requires-improvement', 'Supervision happens and seldom changes a plan.'],
  ['1.3', 'good', 'Health and education are in the building; the analysis is two years old.'],
  ['1.4', 'good', 'Audits are read by everybody and lead to actions.'],
  ['3.4', 'requires-improvement', 'The panel decides well; provision after it is thin.'],
  ['4.1', 'good', 'Every child in custody has a plan for release by name.'],
];

const found: readonly [kind: string, standard: string, wording: string, forRole: string][] = [
  ['strength', '2.1', 'Assessments start from the child’s own words and say what is strong.', ''],
  ['strength', '1.1', 'The board knows its children and asks what changed.', ''],
  ['improve', '2.2', 'Plans for the safety of others seldom say who does what if it gets worse.', ''],
  ['improve', '2.4', 'Reviews note a change and leave the plan as it was.', ''],
  [
    'recommendation',
    '2.2',
    'Every plan holds a page on what happens if it gets worse, with names and numbers.',
    'Team leads',
  ],
  ['recommendation', '1.2', 'Supervision ends with what changes in the plan, in writing.', 'Head of service'],
];

function judgeAll(service: Service, id: number, when: string): void {
  const { db } = service;
  const [helen, marcus] = [service.idOf('Helen Pryce'), service.idOf('Marcus Bell')];
  for (const [standard, rating, reason] of judged) {
    service.as(marcus, when, 'inspections.propose', (by) => proposeRating(db, by, id, standard, { rating, reason }));
    service.as(helen, when, 'inspections.confirm', (by) => confirmRating(db, by, id, standard));
  }
  for (const [kind, standard, wording, forRole] of found)
    service.as(marcus, when, 'inspections.find', (by) =>
      writeFinding(db, by, id, { kind, standard, wording, forRole }),
    );
}
