import type { By } from '../../domain/by.js';
import { conflict, notAllowed, notFound } from '../../domain/problems.js';
import { reachOf, type Act, type Me, type Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { inspectionById, type Inspection } from './inspections.store.js';

/** The inspection of an address '/inspections/:id...', within reach. */
export function inspectionFor(c: { db: Db; reach: Reach; today: string; id(name: string): number }): Inspection {
  const inspection = inspectionById(c.db, c.id('id'), c.reach, c.today);
  if (!inspection) throw notFound();
  return inspection;
}

/** An inspection that whoever acts may still write in: closing freezes everything. */
export function openInspection(db: Db, by: By, id: number, act: Act): Inspection {
  const reach: Reach | null = by.me ? reachOf(by.me, act) : { kind: 'all' };
  const inspection = reach && inspectionById(db, id, reach, by.today);
  if (!inspection) throw notFound();
  if (inspection.state === 'closed') throw conflict(frozen);
  if (act === 'inspections.lead' && by.me && !isLead(by.me, inspection)) throw notAllowed(onlyLead);
  return inspection;
}

const frozen = 'This inspection is closed, so nothing in it changes. The head of service can reopen it, with a reason.';
const onlyLead = 'The lead of this inspection or the head of service does this.';

/** Whoever leads it, or the head of service. */
export const isLead = (me: Me, inspection: Pick<Inspection, 'leadId'>): boolean =>
  me.id === inspection.leadId || me.roles.has('head');

/** The same for a page that only the lead has. */
export function leadOnly(c: { me: Me }, inspection: Inspection): Inspection {
  if (!isLead(c.me, inspection)) throw notAllowed(onlyLead);
  return inspection;
}
