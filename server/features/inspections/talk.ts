import type { By } from '../../domain/by.js';
import { isTalkQuestion } from '../../domain/inspections/talk.js';
import { conflict, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { openInspection } from './inspection-for.js';
import { readingsOf } from './readings.store.js';
import { saveTalkNote, talkNotesOf, type TalkNote } from './talk.store.js';

/** Keeps what was said in the talk with the practitioner: whoever reads the case writes it, until the reading is agreed. */
export function keepTalk(db: Db, by: By, id: number, auditId: number, notes: readonly TalkNote[]): void {
  openInspection(db, by, id, 'inspections.judge');
  const reading = readingsOf(db, id).find((one) => one.id === auditId);
  if (!reading || reading.auditorId !== by.me?.id) throw notFound();
  if (reading.state === 'agreed') throw conflict('This reading is agreed, so its notes stay as they are.');
  const kept = new Map(talkNotesOf(db, auditId).map(({ question, said }) => [question, said]));
  const changed = notes.filter(({ question, said }) => isTalkQuestion(question) && said !== (kept.get(question) ?? ''));
  for (const { question, said } of changed)
    saveTalkNote(db, { audit: auditId, question, said, by: by.me.id, at: by.now });
  by.entry.about('audits', auditId, { notes: changed.length });
}
