import { isOwnWork } from '../../domain/audits/fact-points.js';
import { mostActions } from '../../domain/audits/needs-actions.js';
import { isReadable } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { invalid, invalidField, notAllowed, type Fault } from '../../domain/problems.js';
import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionsOfAudit, type NewAction } from '../actions/actions.store.js';
import { actionFaults, makeAction } from '../actions/make.js';
import { actor, auditForAct } from './audit-for-act.js';
import type { Audit } from './audits.store.js';

/** One action as it was put together on the page; `row` is its place there. */
export interface Proposed extends Pick<NewAction, 'about' | 'wording' | 'goodLooksLike' | 'owner' | 'dueOn' | 'theme'> {
  row: number;
}

/**
 * Why this person can't make actions from a result; null when they can: its auditor, the lead of the case's team, the
 * head; never whose work it is about.
 */
export function whyNoActions(audit: Audit, me: Me): string | null {
  if (!isReadable(audit.state)) return 'Actions come from a result: submit the audit first.';
  if (isOwnWork(audit, me.id)) return 'This audit is about your own work: somebody else makes its actions.';
  const leads = audit.teamId !== null && me.teamsLed.includes(audit.teamId);
  if (audit.auditorId === me.id || leads || me.roles.has('head')) return null;
  return 'The auditor, the lead of the case’s team or the head of service makes the actions of an audit.';
}

/** Makes one to three actions from a result. */
export function makeActions(db: Db, by: By, id: number, proposed: readonly Proposed[]): number[] {
  const audit = auditForAct(db, by, 'actions.make', id);
  const why = whyNoActions(audit, actor(by));
  if (why) throw notAllowed(why);
  const made = actionsOfAudit(db, id).filter((action) => action.state !== 'dropped').length;
  if (proposed.length === 0) throw invalidField('keep-1', 'Tick the actions that you make.');
  if (made + proposed.length > mostActions) throw invalidField('keep-1', tooMany(made));
  const actions = proposed.map(({ row, ...action }) => ({ row, action: { ...action, ...from(audit) } }));
  const faults = actions.flatMap(({ row, action }) => actionFaults(db, by, action).map((fault) => atRow(fault, row)));
  if (faults.length > 0) throw invalid(faults);
  const ids = actions.map(({ action }) => makeAction(db, by, action));
  by.entry.about('audits', id, { actions: ids.length });
  return ids;
}

const tooMany = (made: number): string =>
  made === 0
    ? `An audit asks for one to ${mostActions} actions: untick the others.`
    : `There are ${made} already, and an audit asks for one to ${mostActions}.`;

/** What an action keeps of the audit that it comes from. */
const from = (audit: Audit) => ({
  audit: audit.id,
  item: null,
  practitioner: audit.workOfId ?? audit.practitionerId,
  team: audit.teamId,
});

const atRow = (fault: Fault, row: number): Fault => ({ ...fault, field: `${fault.field ?? 'wording'}-${row}` });
