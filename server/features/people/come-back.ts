import type { By } from '../../domain/by.js';
import { notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { comeBack, personById } from './people.store.js';

/** Takes back somebody who left, or was marked so by mistake: without roles, and without a sign-in until a new password. */
export function takeBack(db: Db, by: By, person: number): void {
  if (!personById(db, person)?.leftOn) throw notFound();
  comeBack(db, person);
  by.entry.about('people', person);
}
