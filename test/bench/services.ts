import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acting } from '../../server/commands/demo/acting.js';
import { carryOut } from '../../server/commands/demo/audit-story.js';
import { buildDemonstration } from '../../server/commands/demo/build.js';
import { auditsOfSample } from '../../server/commands/demo/built.store.js';
import { createChance } from '../../server/commands/demo/chance.js';
import { openDataFolder } from '../../server/data-folder.js';
import { addWorkingDays } from '../../server/domain/calendar/working-days.js';
import { londonDate } from '../../server/domain/calendar/london-date.js';
import { anyCase } from '../../server/domain/sampling/rules.js';
import { latestVersion } from '../../server/features/forms/forms.store.js';
import { publishVersion } from '../../server/features/forms/publish-version.js';
import { takeShippedForms } from '../../server/features/forms/take-shipped.js';
import { drawSample } from '../../server/features/samples/draw.js';
import type { Db } from '../../server/platform/sqlite/open.js';
import { copyAgreed } from './copies.js';
import { largeForm } from './large-form.js';

/** The demonstration's service, with so many half-filled audits of Tom Iredale's on either form. */
export interface BenchService {
  folder: string;
  /** On the form of 41 questions. */
  audits: number[];
  /** On the form of 120 questions. */
  largeAudits: number[];
}

export function buildService(folder: string, openAudits: number): BenchService {
  const { db } = openDataFolder(folder);
  const now = new Date().toISOString();
  takeShippedForms(db, now);
  buildDemonstration(db, now);
  const form = latestVersion(db, 'risk-of-harm');
  if (!form) throw new Error('The form of 41 questions is not there.');
  const large = publishVersion(db, largeForm(), { origin: 'service', by: null, at: now });
  const [audits, largeAudits] = [form.id, large].map((version) => openHalfFilled(db, now, version, openAudits));
  db.close();
  return { folder, audits: audits ?? [], largeAudits: largeAudits ?? [] };
}

/** The same service with so many agreed audits: at first over two years, then over more years. */
export function grown(from: string, folder: string, wanted: number, how: 'within' | 'further back'): string {
  mkdirSync(folder);
  copyFileSync(join(from, 'assay.sqlite'), join(folder, 'assay.sqlite'));
  const { db } = openDataFolder(folder);
  copyAgreed(db, wanted, how);
  db.close();
  return folder;
}

function openHalfFilled(db: Db, now: string, formVersionId: number, size: number): number[] {
  const chance = createChance(41);
  const as = acting(db, chance);
  const [tom, helen] = ['tom', 'helen'].map((name) => personOf(db, name));
  const sample = as.as(helen ?? 0, now, 'samples.draw', (by) =>
    drawSample(db, by, {
      name: 'Bench',
      purpose: 'routine',
      formVersionId,
      rules: { ...anyCase, status: 'open' },
      method: 'simple',
      size,
      chosen: [],
      reason: null,
      dueOn: addWorkingDays(londonDate(now), 15),
      auditors: [tom ?? 0],
      againOf: null,
      againReason: null,
    }),
  );
  const audits = auditsOfSample(db, sample);
  for (const audit of audits) carryOut(as, audit, now, () => 0.7, false);
  return audits;
}

function personOf(db: Db, signInName: string): number {
  const row = db
    .prepare<[string], { id: number }>('SELECT person_id AS id FROM accounts WHERE sign_in_name = ?')
    .get(signInName);
  if (!row) throw new Error(`Nobody signs in as ${signInName}.`);
  return row.id;
}
