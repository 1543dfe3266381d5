import type { Grade } from '../forms/scales.js';
import type { Me } from '../rights.js';
import { factDaysOver, type DaysClosed } from './fact-days.js';
import { isOwnWork } from './fact-points.js';
import { needsActions } from './needs-actions.js';

/** What the rules of agreement look at. */
export interface ToAgree {
  state: string;
  agreement: 'full' | 'light';
  auditorId: number;
  /** Practitioner of the case, and whose work the audit counts as: often the same. */
  practitionerId: number | null;
  workOfId: number | null;
  teamId: number | null;
  /** Set for a reading of an inspection. */
  inspectionId: number | null;
  factsUntil: string | null;
  factsClosed: DaysClosed | null;
  pointsOpen: number;
  ownGrade: Grade | null;
  computedGrade: Grade | null;
  /** Actions made from this result that were not dropped. */
  actions: number;
}

/**
 * Why this person can't agree an audit or send it back; null when they can. Only the lead of the case's team or the
 * head may; never the auditor, never for their own work. Source: table of states, 'submitted to agreed'.
 * @example whyNotAgreer({ id: 4, roles: new Set(['head']), teamsLed: [] }, { auditorId: 4, practitionerId: 9, workOfId: 9, teamId: 1, inspectionId: null })
 * // 'You wrote this audit: somebody else has to agree it.'
 */
export function whyNotAgreer(
  me: Pick<Me, 'id' | 'roles' | 'teamsLed'>,
  audit: Pick<ToAgree, 'auditorId' | 'practitionerId' | 'workOfId' | 'teamId' | 'inspectionId'>,
): string | null {
  if (audit.inspectionId !== null)
    return 'A reading of an inspection is agreed by its lead, on the page of the inspection.';
  if (audit.auditorId === me.id) return 'You wrote this audit: somebody else has to agree it.';
  if (isOwnWork(audit, me.id)) return 'This audit is about your own work: somebody else has to agree it.';
  const leads = audit.teamId !== null && me.teamsLed.includes(audit.teamId);
  if (!leads && !me.roles.has('head')) return 'The lead of the case’s team or the head of service agrees this audit.';
  return null;
}

/**
 * What stands between a submitted audit and its agreement, each as a sentence; empty when nothing does. A light audit
 * does not wait for the practitioner's days: they run after.
 * @param reason why there is no action, where none is made
 */
export function whatStopsAgreement(audit: ToAgree, reason: string, today: string): string[] {
  if (audit.state === 'returned') return ['The audit is back with its auditor.'];
  if (audit.state !== 'submitted') return ['Only an audit that is submitted can be agreed.'];
  const stops: string[] = [];
  if (audit.agreement === 'full' && !factDaysOver(audit, today)) {
    stops.push('The practitioner still has days to put facts right.');
  }
  if (audit.pointsOpen > 0) stops.push('The auditor has not answered every point of the practitioner.');
  if (needsActions(audit.ownGrade, audit.computedGrade) && audit.actions === 0 && reason.trim() === '') {
    stops.push('A grade is below Good: make one to three actions, or say why there is none.');
  }
  return stops;
}
