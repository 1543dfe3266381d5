import { personalDetails, type Around, type PersonalDetail } from '../../domain/audits/personal-details.js';
import type { By } from '../../domain/by.js';
import type { Item } from '../../domain/forms/document.js';
import type { Answer } from '../../domain/forms/filled.js';
import type { Db } from '../../platform/sqlite/open.js';
import { people } from '../people/people.store.js';
import { keepDetail, type IsKept } from './kept-details.store.js';

/** Details in the words of an answer that others need not know, without those that its auditor keeps. */
export function detailsOfAnswer(item: Item, answer: Answer | null, around: Around, isKept: IsKept): PersonalDetail[] {
  if (!answer || item.kind === 'echo') return [];
  const texts = [item.kind === 'text' ? answer.value : null, answer.note, answer.evidence, answer.reason];
  return texts
    .flatMap((text) => (text ? personalDetails(text, around) : []))
    .filter((detail) => !isKept(answer.item, answer.occurrence, detail));
}

/** Keeps the auditor's decision that what an answer holds is needed: the same detail in it is not asked about again. */
export function keepDetailsOf(db: Db, by: By, to: { audit: number; person: number }, item: Item, answer: Answer): void {
  const around = { names: people(db).map(({ name }) => name), today: by.today };
  const of = { audit: to.audit, item: answer.item, occurrence: answer.occurrence, by: to.person, at: by.now };
  for (const detail of detailsOfAnswer(item, answer, around, () => false)) keepDetail(db, of, detail);
}
