import type { By } from '../../domain/by.js';
import { invalid, notAllowed } from '../../domain/problems.js';
import { reachOf } from '../../domain/rights.js';
import { assignAuditors } from '../../domain/sampling/assign-auditors.js';
import { firstTaken, makeSeed, rankUnits, sizeOf, type Method } from '../../domain/sampling/draw.js';
import { frameDigest } from '../../domain/sampling/frame.js';
import { anyCase, type Rules } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { assignAudit } from '../audits/assign.js';
import { auditors } from './auditors.store.js';
import { faultsOfDraw } from './check-draw.js';
import { addFrameRow } from './frame-rows.store.js';
import { listCases, listChosen, rulesWithin, teamsToDrawFrom, type Listed } from './frame.js';
import { newestRegister } from './frame.store.js';
import { takePlace } from './places.store.js';
import type { Purpose } from './purposes.js';
import { rowFacts } from './row-facts.js';
import { addSample, firstDrawnFrom, sampleById } from './samples.store.js';

export interface NewSample {
  name: string;
  purpose: Purpose;
  formVersionId: number;
  /** Asks nothing of chosen cases. */
  rules: Rules;
  method: Method;
  /** simple: how many; per practitioner: so many of each; null for the whole and for chosen cases. */
  size: number | null;
  /** Ids of cases, for the method 'chosen' only. */
  chosen: readonly number[];
  /** Why these cases were chosen. */
  reason: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  auditors: readonly number[];
  /** The earlier sample that this one is drawn in place of, where somebody says so. */
  againOf: number | null;
  againReason: string | null;
  /** The audit whose weak questions are asked on these cases. */
  reauditOf?: number;
}

/**
 * Draws a sample as one act: the list and its digest, then a fresh seed from the server, then ranks, places and
 * auditors. Everything that could stand in the way is asked before there is a seed, so that nobody can draw, look and
 * draw once more. Auditors and practitioners are told at once.
 * @returns the id of the sample; throws invalid with the fields
 */
export function drawSample(db: Db, by: By, wanted: NewSample): number {
  const reach = by.me ? reachOf(by.me, 'samples.draw') : { kind: 'all' as const };
  if (!reach) throw notAllowed('Only team leads and the head of service draw samples.');
  const within = teamsToDrawFrom(db, by.me, reach);
  const rules = rulesWithin(wanted.method === 'chosen' ? anyCase : wanted.rules, within);
  const frame =
    wanted.method === 'chosen'
      ? listChosen(db, within, wanted.chosen, rules, by.today)
      : listCases(db, within, rules, wanted.method, by.today);

  const able = auditors(db, by.today);
  const digest = frameDigest(frame);
  const first = again(db, by, wanted, digest, reach);
  const faults = faultsOfDraw({ ...wanted, rules }, frame, within, able, first, by.today, db);
  if (faults.length > 0) throw invalid(faults);

  const eligible = frame.filter((row) => row.excludedBy === null);
  const size = sizeOf(wanted.method, wanted.size ?? 0, eligible.length);
  const seed = makeSeed(by.random);
  const ranks = rankUnits(frame, seed);
  const sample = addSample(db, {
    name: wanted.name.trim(),
    purpose: wanted.purpose,
    subject: 'order',
    formVersionId: wanted.formVersionId,
    method: wanted.method,
    size,
    rules: JSON.stringify(rules),
    reason: wanted.method === 'chosen' ? (wanted.reason?.trim() ?? null) : null,
    importId: newestRegister(db)?.id ?? null,
    frameDigest: digest,
    seed,
    drawnAt: by.now,
    drawnBy: by.me?.id ?? null,
    againOf: first?.id ?? null,
    againReason: first ? (wanted.againReason?.trim() ?? null) : null,
    dueOn: wanted.dueOn ?? by.today,
  });
  keepFrame(db, sample, frame, new Map(ranks.map(({ unit, rank }) => [unit, rank])));
  const drawn = firstTaken(ranks, size).flatMap(({ unit }) => frame.find((row) => row.unit === unit) ?? []);
  giveOut(db, by, { ...wanted, sample }, drawn);
  by.entry.about('samples', sample, { drawn: drawn.length, eligible: eligible.length, listed: frame.length });
  return sample;
}

/** The sample that this one repeats: the one named, or the first that was drawn for this form from this very list. */
function again(db: Db, by: By, wanted: NewSample, digest: string, reach: Parameters<typeof sampleById>[2]) {
  const named = wanted.againOf === null ? undefined : sampleById(db, wanted.againOf, reach, by.today);
  if (named) return named;
  if (wanted.method !== 'simple' && wanted.method !== 'per-practitioner') return undefined;
  return firstDrawnFrom(db, digest, wanted.formVersionId);
}

/** Writes the whole list down as it was at the draw. */
export function keepFrame(
  db: Db,
  sampleId: number,
  frame: readonly Listed[],
  ranks: ReadonlyMap<string, number>,
): void {
  for (const row of frame) {
    addFrameRow(db, {
      sampleId,
      unit: row.unit,
      caseId: row.case.id,
      orderId: row.order?.id ?? null,
      practitionerId: row.order?.practitionerId ?? null,
      teamId: row.order?.teamId ?? null,
      facts: JSON.stringify(rowFacts(row)),
      excludedBy: row.excludedBy,
      stratum: row.stratum,
      rank: ranks.get(row.unit) ?? null,
    });
  }
}

function giveOut(db: Db, by: By, wanted: NewSample & { sample: number }, drawn: readonly Listed[]): void {
  const readers = auditors(db, by.today).filter(({ id }) => wanted.auditors.includes(id));
  const { assigned } = assignAuditors(
    drawn.map((row) => ({ unit: row.unit, barred: row.case.holders })),
    readers.map(({ id, holds }) => ({ id, load: holds })),
  );
  const auditorOf = new Map(assigned.map(({ unit, auditor }) => [unit, auditor]));
  for (const row of drawn) {
    takePlace(db, { sampleId: wanted.sample, unit: row.unit, takenAt: by.now, inPlaceOf: null });
    const auditor = auditorOf.get(row.unit);
    if (auditor === undefined || !row.order) throw new Error('A place was drawn that nobody may read.');
    assignAudit(db, by, {
      sample: wanted.sample,
      unit: row.unit,
      subject: 'order',
      caseId: row.case.id,
      orderId: row.order.id,
      formVersionId: wanted.formVersionId,
      auditor,
      practitioner: row.order.practitionerId,
      team: row.order.teamId,
      dueOn: wanted.dueOn ?? by.today,
      ...(wanted.reauditOf === undefined ? {} : { reauditOf: wanted.reauditOf }),
    });
  }
}
