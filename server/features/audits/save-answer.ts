import { placeOf, type Place } from '../../domain/audits/item-of.js';
import type { By } from '../../domain/by.js';
import type { Answer } from '../../domain/forms/filled.js';
import { isOffered } from '../../domain/forms/items/kinds.js';
import { kindOfLevel, levelsArePut } from '../../domain/forms/levels.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import { invalidField, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { raiseWithAnswer } from '../concerns/raise.js';
import { fieldName } from './field-names.js';
import { answerTo, historyOf, keepAnswer, type StoredAnswer } from './answers.store.js';
import { setAudit } from './audits.store.js';
import { filledForm } from './filled-audit.js';
import { occurrencesOf } from './occurrences.store.js';
import { openForWriting, type Writing } from './own-audit.js';

export interface GivenAnswer extends Answer {
  /** The version of the answer that the page showed, 0 for none; null when nobody looked at one. */
  seen: number | null;
}

/** What came of saving: kept, nothing new in it, or somebody else's newer answer stands there. */
export type Saved =
  | { kind: 'saved'; version: number; concern: number | null }
  | { kind: 'same'; version: number }
  | { kind: 'conflict'; current: StoredAnswer };

/** Saves one answer of an audit that is one's own. Throws invalid at the field when the form does not offer it. */
export function saveAnswer(db: Db, by: By, auditId: number, given: GivenAnswer): Saved {
  return putAnswer(db, by, openForWriting(db, by, auditId), given);
}

/**
 * Saves one answer in an audit that is open already. A newer answer than the page showed is never written over: unless
 * both say the same, or this one says what the page showed, it is a conflict and nothing is kept.
 */
export function putAnswer(db: Db, by: By, writing: Writing, given: GivenAnswer): Saved {
  const { audit } = writing;
  const place = askedAt(db, writing, given.item, given.occurrence);
  const answer: GivenAnswer = { ...given, item: place.item.key };
  checkAnswer(writing, place, answer);
  const current = answerTo(db, audit.id, answer.item, answer.occurrence);
  if (isSame(answer, current)) return { kind: 'same', version: current?.version ?? 0 };
  if (answer.seen !== null && answer.seen !== (current?.version ?? 0) && current) {
    const shown = historyOf(db, audit.id, answer.item, answer.occurrence).find(
      ({ version }) => version === answer.seen,
    );
    return isSame(answer, shown) ? { kind: 'same', version: current.version } : { kind: 'conflict', current };
  }
  const version = (current?.version ?? 0) + 1;
  const { item, occurrence, value, note, evidence, reason } = answer;
  keepAnswer(db, {
    audit: audit.id,
    item,
    occurrence,
    value,
    note,
    evidence,
    reason,
    version,
    by: writing.person,
    at: by.now,
  });
  if (kindOfLevel(place.item) !== null) showLevels(db, by, writing);
  return {
    kind: 'saved',
    version,
    concern: value === current?.value ? null : concernOf(db, by, writing, place, answer),
  };
}

/** An echo keeps nothing of its own: what is answered there is answered at the item that it shows. */
function askedAt(db: Db, { audit, form }: Writing, key: string, occurrence: number): Place {
  const place = placeOf(form, key);
  if (place?.item.kind === 'echo') return askedAt(db, { audit, form } as Writing, place.item.of, 0);
  if (!place) throw notFound('This form has no such question.');
  const { group } = place;
  const there = group
    ? occurrencesOf(db, audit.id).some(
        (row) => row.group === group.key && row.occurrence === occurrence && occurrence > 0,
      )
    : occurrence === 0;
  if (!there) throw notFound('This form has no such question.');
  return place;
}

function checkAnswer(
  { form }: Writing,
  { item }: Place,
  { value, note, evidence, reason, occurrence }: GivenAnswer,
): void {
  const field = (part: string) => fieldName(item.key, occurrence, part);
  if (value !== null && !isOffered(form, item, value)) {
    throw invalidField(field('value'), 'Choose one of the answers that the question offers.');
  }
  for (const [part, text] of [
    ['note', note],
    ['evidence', evidence],
    ['reason', reason],
  ] as const) {
    const most = part === 'evidence' ? 500 : 20_000;
    if ((text ?? '').length > most)
      throw invalidField(field(part), `Shorten this to ${most} characters; it has ${text?.length}.`);
  }
}

const isSame = (a: Answer, b: Answer | undefined): boolean =>
  (['value', 'note', 'evidence', 'reason'] as const).every((part) => a[part] === (b?.[part] ?? null));

/** Once the auditor has put every level that is asked, the service's are shown, and stay shown. */
function showLevels(db: Db, by: By, { audit }: Writing): void {
  if (audit.levelsShownAt !== null || !levelsArePut(filledForm(db, audit))) return;
  setAudit(db, audit.id, { levelsShownAt: by.now });
  audit.levelsShownAt = by.now;
}

function concernOf(
  db: Db,
  by: By,
  { audit, form }: Writing,
  { item }: Place,
  { value, note }: GivenAnswer,
): number | null {
  if (item.kind !== 'choice' || value === null || !item.concern?.includes(value)) return null;
  const said = `‘${answerInWords(form, item, value)}’ to ‘${item.question}’${note === null ? '' : `: ${note}`}`;
  const { id: auditId, caseId, teamId } = audit;
  return raiseWithAnswer(db, by, { auditId, caseId, teamId, itemKey: item.key, said });
}
