import type { Db } from '../../platform/sqlite/open.js';
import { mayBeReadBy } from './give-readings.js';
import { ableReaders, type Reader } from './readers.store.js';
import { readingsOf } from './readings.store.js';

/** Readers who can take a reading over: never somebody whose own case it is, nor who reads the same case already. */
export function readersWhoMayTake(
  db: Db,
  reading: { id: number; sampleId: number; unit: string; caseId: number | null },
  inspection: number,
  today: string,
): Reader[] {
  const here = readingsOf(db, inspection)
    .filter(({ sampleId, unit }) => sampleId === reading.sampleId && unit === reading.unit)
    .map(({ auditorId }) => auditorId);
  return ableReaders(db, inspection, today).filter(
    ({ id }) => !here.includes(id) && mayBeReadBy(db, reading.caseId ?? 0, id),
  );
}
