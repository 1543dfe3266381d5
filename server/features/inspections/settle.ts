import type { By } from '../../domain/by.js';
import { differences, type Difference } from '../../domain/inspections/differences.js';
import { conflict, invalid, invalidField, notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor } from '../audits/audit-for-act.js';
import { openInspection } from './inspection-for.js';
import { judgementsOf, secondJudgementsOf } from './judgements.store.js';
import { readingsOf, type Reading } from './readings.store.js';
import { addSettled, settledOf, type Settled } from './settled.store.js';

/** Two readings of one case. */
export interface Pair {
  first: Reading;
  second: Reading;
}

/** What a judgement may be settled as. */
export const settledValues = {
  sufficient: 'Sufficient',
  'not-sufficient': 'Not sufficient',
  'does-not-apply': 'Does not apply',
} as const;

const isSettledValue = (value: string): value is keyof typeof settledValues => Object.hasOwn(settledValues, value);

/** The two readings of a place, whichever of them is named; null where one person reads. */
export function pairOf(db: Db, inspection: number, named: { sampleId: number; unit: string }): Pair | null {
  const here = readingsOf(db, inspection).filter(
    ({ sampleId, unit }) => sampleId === named.sampleId && unit === named.unit,
  );
  const [first, second] = [
    here.find(({ reading }) => reading === 'first'),
    here.find(({ reading }) => reading === 'second'),
  ];
  return first && second ? { first, second } : null;
}

/** Whether both are in, so that one may be shown beside the other. */
export const isBothIn = ({ first, second }: Pair): boolean =>
  [first, second].every(({ state }) => state === 'submitted' || state === 'agreed');

/** Where the two differ, in the order of the form. */
export function differencesOf(db: Db, inspection: number, { first, second }: Pair): Difference[] {
  return differences(
    judgementsOf(db, inspection).filter(({ auditId }) => auditId === first.id),
    secondJudgementsOf(db, inspection).filter(({ auditId }) => auditId === second.id),
  );
}

/** Differences that nobody has settled yet; all of them while one reading is not in. */
export function unsettledOf(db: Db, inspection: number, named: { sampleId: number; unit: string }): Difference[] {
  const pair = pairOf(db, inspection, named);
  if (!pair) return [];
  if (!isBothIn(pair)) return [{ itemKey: '', first: null, second: null }];
  const settled = new Set(heldSettled(db, inspection, pair.first.id).keys());
  return differencesOf(db, inspection, pair).filter(({ itemKey }) => !settled.has(itemKey));
}

/** What holds of one reading, by question: the newest settlement of each. */
export function heldSettled(db: Db, inspection: number, auditId: number): Map<string, Settled> {
  return new Map(
    settledOf(db, inspection)
      .filter((one) => one.auditId === auditId)
      .map((one) => [one.itemKey, one]),
  );
}

export interface Settlement {
  itemKey: string;
  value: string;
  reason: string;
}

/** The lead settles differences of two readings, each with a reason; what both wrote stays. */
export function settleDifferences(db: Db, by: By, id: number, auditId: number, given: readonly Settlement[]): void {
  openInspection(db, by, id, 'inspections.lead');
  const named = readingsOf(db, id).find((reading) => reading.id === auditId);
  const pair = named && pairOf(db, id, named);
  if (!pair) throw notFound();
  if (!isBothIn(pair)) throw conflict('Both readings must be in before their differences are settled.');
  const open = differencesOf(db, id, pair);
  const chosen = given.filter(({ value, reason }) => value !== '' || reason.trim() !== '');
  const faults: Fault[] = chosen.flatMap(({ itemKey, value, reason }) => [
    ...(isSettledValue(value)
      ? []
      : [{ field: `value-${itemKey}`, at: null, message: 'Choose what it is settled as.' }]),
    ...(reason.trim() === '' ? [{ field: `reason-${itemKey}`, at: null, message: 'Say why, in a sentence.' }] : []),
  ]);
  if (faults.length > 0) throw invalid(faults);
  if (chosen.length === 0) throw invalidField('settle', 'Settle at least one difference.');
  for (const { itemKey, value, reason } of chosen) {
    const difference = open.find((one) => one.itemKey === itemKey);
    if (!difference) throw notFound();
    addSettled(db, {
      inspection: id,
      auditId: pair.first.id,
      itemKey,
      firstValue: difference.first?.value ?? null,
      secondValue: difference.second?.value ?? null,
      value,
      reason: reason.trim(),
      by: actor(by).id,
      at: by.now,
    });
  }
  by.entry.about('inspections', id, { audit: pair.first.id, settled: chosen.length });
}

/** A judgement is changed after moderation: the reading keeps what its reader wrote, the figures follow what is settled. */
export function changeJudgement(db: Db, by: By, id: number, auditId: number, given: Settlement): void {
  openInspection(db, by, id, 'inspections.lead');
  const written = judgementsOf(db, id).find((one) => one.auditId === auditId && one.itemKey === given.itemKey);
  if (!written) throw invalidField('item', 'Choose one of the judgements of this reading.');
  if (!isSettledValue(given.value)) throw invalidField('value', 'Choose what it is changed to.');
  if (given.reason.trim() === '') throw invalidField('changed', 'Say why, in a sentence.');
  addSettled(db, {
    inspection: id,
    auditId,
    itemKey: given.itemKey,
    firstValue: written.settled ?? written.value,
    secondValue: null,
    value: given.value,
    reason: given.reason.trim(),
    by: actor(by).id,
    at: by.now,
  });
  by.entry.about('inspections', id, { audit: auditId, settled: 1 });
}
