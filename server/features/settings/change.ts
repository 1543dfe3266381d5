import type { By } from '../../domain/by.js';
import { invalid, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setSetting } from './settings.store.js';

/** The service's own name, and how long a named manager has for a concern. */
export function changeService(db: Db, by: By, typed: { service: string; hours: string }): void {
  const service = typed.service.trim().replace(/\s+/g, ' ');
  const hours = typed.hours.trim();
  const faults: Fault[] = [];
  if (service === '') faults.push({ field: 'service', at: null, message: 'Give the name of your service.' });
  if (!/^\d{1,3}$/.test(hours) || Number(hours) < 1 || Number(hours) > 168) {
    faults.push({ field: 'hours', at: null, message: 'Give whole hours, from 1 to 168.' });
  }
  if (faults.length > 0) throw invalid(faults);
  setSetting(db, 'service-name', service, by.me?.id ?? null, by.now);
  setSetting(db, 'concern-hours', String(Number(hours)), by.me?.id ?? null, by.now);
  by.entry.about('settings', 0, { setting: 'service', hours: Number(hours) });
}
