import type { By } from '../../domain/by.js';
import { stateAfter } from '../../domain/concerns/states.js';
import { conflict, invalidField } from '../../domain/problems.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { holdersOf } from '../people/roles.store.js';
import { addStep, concernsNamed, moveConcern, nameAnother } from './concerns.store.js';
import { contactFor } from './contacts.store.js';
import { concernToAnswer } from './take-step.js';
import { answerers } from './answerers.store.js';

/** Passes a concern to another manager by hand; it waits on their home page as new, and the first keeps it as deputy. */
export function passOn(
  db: Db,
  by: By,
  given: { concern: number; to: number; said: string | null; reach: Reach },
): void {
  const concern = concernToAnswer(db, by, given.concern, given.reach);
  const state = stateAfter(concern.state, 'passed-on');
  if (!state) throw conflict('This concern is closed and can’t be passed on.');
  if (given.to === concern.namedId) throw invalidField('to', `${concern.named} has it now. Choose somebody else.`);
  if (!answerers(db, by.today).some((person) => person.id === given.to)) {
    throw invalidField('to', 'Choose a manager of the list.');
  }
  hand(db, by, { concern: concern.id, to: given.to, said: given.said, deputy: concern.namedId });
  by.entry.about('concerns', concern.id, { to: given.to });
}

/** Passes on every concern not closed that names somebody who leaves. How many. */
export function passOnFrom(db: Db, by: By, leaving: number): number {
  const left = concernsNamed(db, leaving);
  for (const { id, teamId } of left) {
    const contact = contactFor(db, teamId, by.today);
    const to = contact?.person ?? holdersOf(db, 'head', by.today).find((head) => head.id !== leaving)?.id;
    if (to !== undefined) hand(db, by, { concern: id, to, said: null, deputy: contact?.deputy?.person ?? null });
  }
  return left.length;
}

function hand(
  db: Db,
  by: By,
  { concern, to, said, deputy }: { concern: number; to: number; said: string | null; deputy: number | null },
): void {
  addStep(db, { concern, kind: 'passed-on', said, to, by: by.me?.id ?? null, at: by.now });
  nameAnother(db, concern, to, deputy);
  moveConcern(db, concern, 'raised');
}
