import { isUnfinished } from '../../domain/audits/states.js';
import type { By } from '../../domain/by.js';
import { conflict, invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { replaceReading } from '../inspections/replace-reading.js';
import { swapForNext } from '../samples/swap.js';
import { moveAudit, type Audit } from './audits.store.js';
import { notify } from './notices.store.js';

/** Why a case leaves its place in a sample, as people say it. */
export const leavingReasons = {
  transferred: 'The case was transferred to another service',
  empty: 'There is nothing on the file to read',
  conflict: 'I know the family, or the work',
  ineligible: 'The case should not have been in the sample',
  other: 'Another reason',
} as const;

export type LeavingCode = keyof typeof leavingReasons;

export const isLeavingCode = (code: string): code is LeavingCode => Object.hasOwn(leavingReasons, code);

/** The place that was taken instead; null when the reserve is used up. */
export type Next = { unit: string; audit: number } | null;

/** Withdraws an unfinished audit; the next case of the drawn reserve takes its place in the sample. */
export function leavePlace(db: Db, by: By, audit: Audit, code: string, reason: string): Next {
  if (!isLeavingCode(code)) throw invalidField('code', 'Choose a reason.');
  if (reason.trim() === '') throw invalidField('reason', 'Say in a few words why.');
  if (!isUnfinished(audit.state)) throw conflict('This audit is submitted or withdrawn already.');
  const words = reason.trim();
  moveAudit(db, by, audit, 'withdrawn', { reason: `${leavingReasons[code]}: ${words}` });
  const told = new Set([audit.practitionerId, audit.auditorId].filter((id) => id !== null && id !== by.me?.id));
  for (const person of told)
    if (person !== null) notify(db, { person, kind: 'withdrawn', audit: audit.id, now: by.now });
  by.entry.about('audits', audit.id, { code });
  if (audit.inspectionId !== null) return replaceReading(db, by, audit, code, words);
  return swapForNext(db, by, { sample: audit.sampleId, unit: audit.unit, code, reason: words });
}
