import type { Grade, Level } from '../../domain/forms/scales.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { isWithin } from '../audits/reach.js';
import { countsOfPeopleWithin, reachParams } from './reach.js';
import type { Selection } from './selection.js';

/** One agreed audit with what it came to. */
export interface CountedAudit {
  id: number;
  agreedOn: string;
  agreedAt: string;
  form: string;
  measures: FormDocument['measures'];
  version: number;
  sample: number;
  caseId: number;
  orderId: number;
  reference: string | null;
  team: number | null;
  /** In whose figures it counts; null for shared work. */
  workOf: number | null;
  practitioner: number | null;
  auditor: number;
  /** The reader may open it. */
  within: boolean;
  score: number | null;
  practiceScore: number | null;
  computedGrade: Grade | null;
  ownGrade: Grade | null;
  met: number;
  metAdjusted: number;
  due: number;
  harmFirst: Level | null;
  harmService: Level | null;
  safetyFirst: Level | null;
  safetyService: Level | null;
}

type Row = Omit<CountedAudit, 'within'> & { within: 0 | 1 };

const columns = (
  within: string,
) => `a.id, a.agreed_on AS agreedOn, coalesce(a.agreed_at, a.agreed_on || 'T23:59:59.999Z') AS agreedAt,
  a.form_key AS form, f.measures, a.form_version_id AS version, a.sample_id AS sample, a.case_id AS caseId,
  a.order_id AS orderId, k.reference, a.team_id AS team, a.work_of_id AS workOf,
  coalesce(a.work_of_id, a.practitioner_id) AS practitioner, a.auditor_id AS auditor, (${within}) AS "within",
  r.score, r.practice_score AS practiceScore, r.computed_grade AS computedGrade, r.own_grade AS ownGrade, r.met,
  r.met_adjusted AS metAdjusted, r.due, r.harm_first AS harmFirst, r.harm_service AS harmService,
  r.safety_first AS safetyFirst, r.safety_service AS safetyService`;

const tables = `JOIN audit_results r ON r.audit_id = a.id JOIN forms f ON f.key = a.form_key
  JOIN cases k ON k.id = a.case_id`;

/**
 * The condition that every report begins with: the index of the period bounds the rows, the rest only narrows them. A
 * re-audit asks only what was weak, and a reading of an inspection judges no person: neither counts in a figure.
 */
export const inPeriod = `a.agreed_on >= @from AND a.agreed_on <= @until AND (@form IS NULL OR a.form_key = @form)
  AND (@team IS NULL OR a.team_id = @team) AND (@sample IS NULL OR a.sample_id = @sample) AND a.reading <> 'second'
  AND a.reaudit_of IS NULL AND a.inspection_id IS NULL`;
export const periodAudits = 'audits a INDEXED BY audits_agreed';

export interface PeriodParams {
  from: string;
  until: string;
  form: string | null;
  team: number | null;
  sample: number | null;
}

export const periodParams = ({ from, until, form, team, sample }: Selection): PeriodParams => ({
  from,
  until,
  form,
  team,
  sample,
});

/** Every agreed audit of the period, oldest first, in reach or not: for figures of the service. */
export function auditsOfService(db: Db, selection: Selection, reach: Reach, today: string): CountedAudit[] {
  return sql<PeriodParams & { me: number; today: string }, Row>(
    db,
    `SELECT ${columns(isWithin(reach, 'a.id'))} FROM ${periodAudits} ${tables} WHERE ${inPeriod} ORDER BY a.agreed_on, a.id`,
  )
    .all({ ...periodParams(selection), ...reachParams(reach, today) })
    .map(counted);
}

/** Those that count in figures of people within reach. */
export function auditsOfPeople(db: Db, selection: Selection, reach: Reach, today: string): CountedAudit[] {
  return sql<PeriodParams & { me: number; today: string }, Row>(
    db,
    `SELECT ${columns('1')} FROM ${periodAudits} ${tables}
     WHERE ${inPeriod} AND ${countsOfPeopleWithin(reach)} ORDER BY a.agreed_on, a.id`,
  )
    .all({ ...periodParams(selection), ...reachParams(reach, today) })
    .map(counted);
}

/** The agreed audits of one person's own work, oldest first, within reach. */
export function auditsOfPerson(
  db: Db,
  person: number,
  selection: Selection,
  reach: Reach,
  today: string,
): CountedAudit[] {
  return sql<PeriodParams & { person: number; me: number; today: string }, Row>(
    db,
    `SELECT ${columns('1')} FROM audits a INDEXED BY audits_work_of ${tables}
     WHERE a.work_of_id = @person AND ${inPeriod} AND ${countsOfPeopleWithin(reach)} ORDER BY a.agreed_on, a.id`,
  )
    .all({ ...periodParams(selection), person, ...reachParams(reach, today) })
    .map(counted);
}

const counted = (row: Row): CountedAudit => ({ ...row, within: row.within === 1 });

/** How many audits are submitted and wait for agreement, by the same filters; the period does not touch them. */
export function waitingAudits(db: Db, { form, team, sample }: Selection, person: number | null): number {
  const row = sql<
    { form: string | null; team: number | null; sample: number | null; person: number | null },
    { n: number }
  >(
    db,
    `SELECT count(*) AS n FROM audits a WHERE a.state IN ('submitted', 'returned') AND a.inspection_id IS NULL AND (@form IS NULL OR a.form_key = @form)
       AND (@team IS NULL OR a.team_id = @team) AND (@sample IS NULL OR a.sample_id = @sample)
       AND (@person IS NULL OR a.work_of_id = @person)`,
  ).get({ form, team, sample, person });
  return row?.n ?? 0;
}
