import { Type as T } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { By } from '../../domain/by.js';
import { latenessReasonOf, latenessReasons } from '../../domain/forms/lateness.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setSetting, setting } from './settings.store.js';

const Codes = T.Array(T.String());

/** Codes of the reasons for lateness that count as met in the adjusted share: the service's own choice, else ours. */
export function acceptedReasons(db: Db): ReadonlySet<string> {
  const kept = setting(db, 'accepted-reasons');
  if (kept === null) return new Set(latenessReasons.filter((r) => r.acceptedAtFirst).map((r) => r.code));
  const codes: unknown = JSON.parse(kept);
  if (!Value.Check(Codes, codes)) throw new Error('The setting accepted-reasons holds no list of codes.');
  return new Set(codes);
}

/** Audits agreed from now on count by this choice; those agreed before keep the figure that they were agreed with. */
export function acceptReasons(db: Db, by: By, codes: readonly string[]): void {
  if (codes.some((code) => latenessReasonOf(code) === null)) {
    throw invalidField('reasons', 'Choose from the reasons on this page.');
  }
  setSetting(db, 'accepted-reasons', JSON.stringify(codes), by.me?.id ?? null, by.now);
  by.entry.about('settings', 0, { setting: 'accepted-reasons', accepted: codes.length });
}
