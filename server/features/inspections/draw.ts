import type { By } from '../../domain/by.js';
import { partsOf, type Part } from '../../domain/inspections/frameworks.js';
import { conflict, invalid, notFound, type Fault } from '../../domain/problems.js';
import { placesAtMost } from '../../domain/sampling/at-most-each.js';
import { makeSeed, rankUnits } from '../../domain/sampling/draw.js';
import { frameDigest } from '../../domain/sampling/frame.js';
import type { Db } from '../../platform/sqlite/open.js';
import { latestVersion } from '../forms/forms.store.js';
import { keepFrame } from '../samples/draw.js';
import type { Listed } from '../samples/frame.js';
import { newestRegister } from '../samples/frame.store.js';
import { leavePlace, takePlace } from '../samples/places.store.js';
import { addSample, samplesOfInspection } from '../samples/samples.store.js';
import { frameOfPart, mostOfOne, rulesOfPart, sizeOfPart, type HowMany } from './frame.js';
import { dueOn, giveReadings, mayBeReadBy } from './give-readings.js';
import { openInspection } from './inspection-for.js';
import { ableReaders, type Reader } from './readers.store.js';

export interface PartDraw {
  part: string;
  /** Orders began between these, YYYY-MM-DD; null asks nothing. */
  from: string | null;
  until: string | null;
  howMany: HowMany;
  /** For 'number' only. */
  size: number | null;
  /** Places in the order of the draw that two people read: chosen before anybody has seen the draw. */
  readTwice: readonly number[];
}

/**
 * Draws the cases of one part of an inspection and gives them to its readers, as one act: the list and its digest, then a
 * fresh seed, ranks, places with at most six of one practitioner, readings. All that could stand in the way is asked
 * before there is a seed.
 * @returns the id of the sample; throws invalid with the fields
 */
export function drawPart(db: Db, by: By, id: number, wanted: PartDraw): number {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  const part = partsOf(inspection.framework).find(({ key, subject }) => key === wanted.part && subject === 'order');
  if (!part) throw notFound();
  if (samplesOfInspection(db, id).some(({ inspectionPart }) => inspectionPart === part.key))
    throw conflict('These cases are drawn already. A draw is never repeated to look better.');
  const rules = rulesOfPart(part, wanted.from, wanted.until);
  const frame = frameOfPart(db, rules, wanted.howMany, by.today);
  const eligible = frame.filter(({ excludedBy }) => excludedBy === null);
  const readers = ableReaders(db, id, by.today);
  const size = sizeOfPart(wanted.howMany, eligible.length, wanted.size ?? 0);
  const faults = faultsOf(db, wanted, eligible, readers, size);
  if (faults.length > 0) throw invalid(faults);

  const seed = makeSeed(by.random);
  const ranks = rankUnits(frame, seed);
  const mostEach = wanted.howMany === 'whole' ? null : mostOfOne;
  const sample = addSample(
    db,
    {
      name: `${inspection.name}: ${part.title}`,
      purpose: 'inspection',
      subject: 'order',
      formVersionId: formOf(db, part),
      method: wanted.howMany === 'whole' ? 'whole' : 'simple',
      size,
      rules: JSON.stringify(rules),
      reason: null,
      importId: newestRegister(db)?.id ?? null,
      frameDigest: frameDigest(frame),
      seed,
      drawnAt: by.now,
      drawnBy: by.me?.id ?? null,
      againOf: null,
      againReason: null,
      dueOn: dueOn(inspection, by.today),
    },
    { inspectionId: id, inspectionPart: part.key, mostEach, readTwice: JSON.stringify(wanted.readTwice) },
  );
  keepFrame(db, sample, frame, new Map(ranks.map(({ unit, rank }) => [unit, rank])));
  const holderOf = new Map(eligible.map(({ unit, order }) => [unit, order?.practitionerId ?? null]));
  const taken = placesAtMost(
    ranks.map(({ unit }) => unit),
    size,
    mostEach,
    (unit) => holderOf.get(unit) ?? null,
  );
  for (const { unit, inPlaceOf, leaves } of taken) {
    takePlace(db, { sampleId: sample, unit, takenAt: by.now, inPlaceOf });
    if (leaves) leavePlace(db, { sampleId: sample, unit, at: by.now, by: null, code: 'other', reason: oneTooMany });
  }
  const drawn = taken.filter(({ leaves }) => !leaves).map(({ unit }) => unit);
  giveReadings(db, by, inspection, sample, drawn);
  by.entry.about('inspections', id, { part: part.key, drawn: drawn.length, eligible: eligible.length });
  return sample;
}

const oneTooMany = `${mostOfOne} cases of this practitioner were drawn before it`;

const formOf = (db: Db, { formKey }: Part): number => {
  const version = latestVersion(db, formKey);
  if (!version) throw new Error(`The form ${formKey} is not there.`);
  return version.id;
};

const fault = (field: string, message: string): Fault => ({ field, at: null, message });

function faultsOf(
  db: Db,
  wanted: PartDraw,
  eligible: readonly Listed[],
  readers: readonly Reader[],
  size: number,
): Fault[] {
  const unread = eligible.filter((row) => !readers.some((reader) => mayBeReadBy(db, row.case.id, reader.id))).length;
  const alone = eligible.filter(
    (row) => readers.filter((reader) => mayBeReadBy(db, row.case.id, reader.id)).length < 2,
  ).length;
  const { from, until, howMany, readTwice } = wanted;
  return [
    from !== null && until !== null && from > until ? fault('until', 'The last day comes before the first.') : null,
    eligible.length === 0 ? fault('from', 'No case may be drawn between these dates. Widen them.') : null,
    howMany === 'number' && (wanted.size === null || wanted.size < 1 || wanted.size > eligible.length)
      ? fault('size', `Type how many, from 1 to ${eligible.length}.`)
      : null,
    readers.length === 0 ? fault('readers', 'Name who reads first: cases are given out with the draw.') : null,
    readers.length > 0 && unread > 0
      ? fault('readers', `${unread} of these cases nobody may read who reads here. Name one more reader.`)
      : null,
    readTwice.some((place) => place < 1 || place > size)
      ? fault('twice', `Type places between 1 and ${size}, with commas between.`)
      : null,
    readTwice.length > 0 && readers.length > 0 && alone > 0
      ? fault('twice', 'To read a case twice, two people must be able to read each. Name one more reader.')
      : null,
  ].filter((found) => found !== null);
}
