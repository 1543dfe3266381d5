import type { By } from '../../domain/by.js';
import { latenessReasonOf, latenessReasons } from '../../domain/forms/lateness.js';
import { invalidField } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setSetting, setting, settingAt } from './settings.store.js';

/**
 * Codes of the reasons for lateness, kept as one text with spaces between, that count as met in the adjusted share: the
 * service's own choice, else ours.
 * @param at the moment whose choice counts; left out or null for what stands now
 */
export function acceptedReasons(db: Db, at: string | null = null): ReadonlySet<string> {
  const kept = at === null ? setting(db, 'accepted-reasons') : settingAt(db, 'accepted-reasons', at);
  if (kept === null) return new Set(latenessReasons.filter((r) => r.acceptedAtFirst).map((r) => r.code));
  return new Set(kept.split(' ').filter((code) => code !== ''));
}

/** Audits agreed from now on count by this choice; those agreed before keep the figure that they were agreed with. */
export function acceptReasons(db: Db, by: By, codes: readonly string[]): void {
  if (codes.some((code) => latenessReasonOf(code) === null)) {
    throw invalidField('reasons', 'Choose from the reasons on this page.');
  }
  setSetting(db, 'accepted-reasons', codes.join(' '), by.me?.id ?? null, by.now);
  by.entry.about('settings', 0, { setting: 'accepted-reasons', accepted: codes.length });
}
