import { isUnfinished } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { moveAudit, type Audit } from '../audits/audits.store.js';
import { frameRow, ranksOf } from '../samples/frame-rows.store.js';
import { everTaken, leavePlace, placesOf, takePlace, type LeftCode } from '../samples/places.store.js';
import { sampleById } from '../samples/samples.store.js';
import { giveReadings } from './give-readings.js';
import { inspectionById } from './inspections.store.js';
import { readingsOf } from './readings.store.js';

/**
 * A case leaves an inspection: the next of its draw takes the place and goes to the same reader where they may read it. A
 * place that two people read stays one; at most so many of one practitioner holds for who comes, too.
 * @param audit withdrawn already
 * @returns the new unit and its first reading, or null when nobody is left in reserve
 */
export function replaceReading(
  db: Db,
  by: By,
  audit: Audit,
  code: LeftCode,
  reason: string,
): { unit: string; audit: number } | null {
  const inspection = inspectionById(db, audit.inspectionId ?? 0, { kind: 'all' }, by.today);
  const sample = sampleById(db, audit.sampleId, { kind: 'all' }, by.today);
  if (!inspection || !sample || inspection.state === 'closed') throw conflict('This inspection is closed.');
  const others = readingsOf(db, inspection.id).filter(
    ({ sampleId, unit, id }) => sampleId === audit.sampleId && unit === audit.unit && id !== audit.id,
  );
  if (others.some(({ state }) => !isUnfinished(state)))
    throw conflict('The other reading of this case is submitted, so the case stays.');
  for (const other of others) moveAudit(db, by, other, 'withdrawn', { reason });
  const at = { sampleId: audit.sampleId, at: by.now, by: by.me?.id ?? null };
  if (!leavePlace(db, { ...at, unit: audit.unit, code, reason }))
    throw conflict('This place was given to another case already. Look at the inspection again.');
  const unit = takeNext(db, by, audit, sample.mostEach);
  if (unit === null) return null;
  const first = audit.reading === 'second' ? null : audit.auditorId;
  const twice = audit.reading !== 'only';
  const [given] = giveReadings(db, by, inspection, sample.id, [unit], () => twice, first);
  return given === undefined ? null : { unit, audit: given };
}

/** The next of the draw takes the place; whose practitioner has enough already takes it and leaves again. */
function takeNext(db: Db, by: By, { sampleId, unit: left }: Audit, most: number | null): string | null {
  const taken = everTaken(db, sampleId);
  const holderOf = (unit: string) => frameRow(db, sampleId, unit)?.practitionerId ?? null;
  const held = placesOf(db, sampleId, { kind: 'all' }, by.today)
    .filter(({ leftAt }) => leftAt === null)
    .map(({ unit }) => holderOf(unit));
  const reserve = ranksOf(db, sampleId).filter(({ unit }) => !taken.has(unit));
  let inPlaceOf = left;
  for (const { unit } of reserve) {
    takePlace(db, { sampleId, unit, takenAt: by.now, inPlaceOf });
    const holder = holderOf(unit);
    if (most === null || holder === null || held.filter((one) => one === holder).length < most) return unit;
    const reason = `${most} cases of this practitioner are read already`;
    leavePlace(db, { sampleId, unit, at: by.now, by: null, code: 'other', reason });
    inPlaceOf = unit;
  }
  return null;
}
