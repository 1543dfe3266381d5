import type { By } from '../../domain/by.js';
import { invalid, notAllowed } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { holdersOf } from '../people/roles.store.js';
import { record } from '../trail/perform.js';
import { addConcern, standingConcernOn } from './concerns.store.js';
import { contactFor } from './contacts.store.js';

export interface NewConcern {
  auditId: number | null;
  caseId: number | null;
  teamId: number | null;
  /** The question at which it was raised, where there is one. */
  itemKey: string | null;
  said: string | null;
}

/**
 * Raises a concern, performed as 'concerns.raise' or inside the transaction of an answer. Goes to the named manager of the team, else of the service, else to the head of service.
 */
export function raiseConcern(db: Db, by: By, { auditId, caseId, teamId, itemKey, said }: NewConcern): number {
  if (!by.me) throw notAllowed('Only somebody who is signed in can raise a concern.');
  const contact = contactFor(db, teamId, by.today);
  const named = contact?.person ?? holdersOf(db, 'head', by.today)[0]?.id;
  if (named === undefined) throw invalid([{ field: null, at: null, message: nobodyNamed }]);
  const id = addConcern(db, {
    auditId,
    caseId,
    teamId,
    itemKey,
    said,
    by: by.me.id,
    at: by.now,
    named,
    deputy: contact?.deputy?.person ?? null,
  });
  by.entry.about('concerns', id, { audit: auditId });
  return id;
}

/**
 * For an answer that raises a concern: the one that already stands on this question, or a new one. Saving an answer
 * has no entry in the trail, so the concern gets one of its own here.
 */
export function raiseWithAnswer(db: Db, by: By, concern: NewConcern & { auditId: number; itemKey: string }): number {
  const standing = standingConcernOn(db, concern.auditId, concern.itemKey);
  if (standing !== null) return standing;
  const id = raiseConcern(db, { ...by, entry: { about: () => undefined } }, concern);
  record(db, by, 'concerns.raise', { thing: 'concerns', id }, { audit: concern.auditId });
  return id;
}

const nobodyNamed =
  'Nobody is set to receive concerns, so this was not kept. Ring your manager now; an administrator sets who is named under Settings.';
