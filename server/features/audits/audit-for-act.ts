import type { By } from '../../domain/by.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import { reachOf, type Act, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { auditById, type Audit } from './audits.store.js';

/** Whoever acts. What is said and decided about an audit is always said and decided by a person. */
export function actor(by: By): Me {
  if (by.me === null) throw notAllowed('A person who is signed in does this.');
  return by.me;
}

/** An audit that whoever acts may reach by this act. Out of reach is not there. */
export function auditForAct(db: Db, by: By, act: Act, id: number): Audit {
  const reach = reachOf(actor(by), act);
  const audit = reach && auditById(db, id, reach, by.today);
  if (!audit) throw notFound();
  return audit;
}
