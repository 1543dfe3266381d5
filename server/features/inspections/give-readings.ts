import type { By } from '../../domain/by.js';
import { conflict } from '../../domain/problems.js';
import { assignAuditors, type ToRead } from '../../domain/sampling/assign-auditors.js';
import type { Db } from '../../platform/sqlite/open.js';
import { assignAudit } from '../audits/assign.js';
import { frameRow, type FrameRow } from '../samples/frame-rows.store.js';
import { holdersOfCase } from '../samples/frame.store.js';
import { sampleById, type Sample } from '../samples/samples.store.js';
import type { Inspection } from './inspections.store.js';
import { ableReaders, hasReadBefore, type Reader } from './readers.store.js';

/** Nobody reads a case that they hold or held, or that they audited before. */
export const mayBeReadBy = (db: Db, caseId: number, person: number): boolean =>
  !holdersOfCase(db, caseId).includes(person) && !hasReadBefore(db, caseId, person);

/** Readings are due when the days end; a draw made late leaves at least the day itself. */
export const dueOn = ({ endsOn }: Pick<Inspection, 'endsOn'>, today: string): string =>
  endsOn > today ? endsOn : today;

/**
 * Gives the cases at some places to the readers of an inspection, evenly; those that are read twice to two of them.
 * @param only gives first readings to one person, where they may read them: who held the place before
 */
export function giveReadings(
  db: Db,
  by: By,
  inspection: Inspection,
  sampleId: number,
  units: readonly string[],
  readTwice: (row: FrameRow) => boolean = isReadTwice(db, sampleId, by.today),
  only: number | null = null,
): number[] {
  const sample = sampleById(db, sampleId, { kind: 'all' }, by.today);
  const rows = units.flatMap((unit) => frameRow(db, sampleId, unit) ?? []);
  if (!sample) throw new Error('A draw of an inspection is not there.');
  const readers = ableReaders(db, inspection.id, by.today);
  const firsts = shareOut(db, rows, readers, () => only, true);
  const twice = rows.filter(readTwice);
  const seconds = shareOut(db, twice, readers, (unit) => firsts.get(unit) ?? null, false);
  return rows.flatMap((row) => {
    const [first, second] = [firsts.get(row.unit), seconds.get(row.unit)];
    if (first === undefined) throw conflict(nobody);
    const give = (auditor: number, reading: 'only' | 'first' | 'second') =>
      giveOne(db, by, inspection, sample, row, auditor, reading);
    return second === undefined ? [give(first, 'only')] : [give(first, 'first'), give(second, 'second')];
  });
}

const nobody = 'Nobody who reads in this inspection may read this case. Name one more reader first.';

/** Places that were chosen before the draw. */
function isReadTwice(db: Db, sampleId: number, today: string): (row: FrameRow) => boolean {
  const places = JSON.parse(sampleById(db, sampleId, { kind: 'all' }, today)?.readTwice ?? '[]') as number[];
  return ({ rank }) => rank !== null && places.includes(rank);
}

/** Who reads what. `named` is preferred where `wanted`, kept away otherwise. */
function shareOut(
  db: Db,
  rows: readonly FrameRow[],
  readers: readonly Reader[],
  named: (unit: string) => number | null,
  wanted: boolean,
): Map<string, number> {
  const toRead = rows.map((row): ToRead => {
    const able = readers.filter(({ id }) => mayBeReadBy(db, row.caseId ?? 0, id)).map(({ id }) => id);
    const name = named(row.unit);
    const only = wanted && name !== null && able.includes(name) ? [name] : able.filter((id) => wanted || id !== name);
    return { unit: row.unit, barred: readers.map(({ id }) => id).filter((id) => !only.includes(id)) };
  });
  const { assigned } = assignAuditors(
    toRead,
    readers.map(({ id, holds }) => ({ id, load: holds })),
  );
  return new Map(assigned.map(({ unit, auditor }) => [unit, auditor]));
}

function giveOne(
  db: Db,
  by: By,
  inspection: Inspection,
  sample: Sample,
  row: FrameRow,
  auditor: number,
  reading: 'only' | 'first' | 'second',
): number {
  return assignAudit(db, by, {
    sample: sample.id,
    unit: row.unit,
    subject: sample.subject,
    caseId: row.caseId,
    orderId: row.orderId,
    formVersionId: sample.formVersionId,
    auditor,
    practitioner: row.practitionerId,
    team: row.teamId,
    dueOn: dueOn(inspection, by.today),
    inspection: { id: inspection.id, reading, victim: row.victimId },
  });
}
