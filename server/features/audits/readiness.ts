import { placeOf } from '../../domain/audits/item-of.js';
import { whatApplies, type Applying } from '../../domain/forms/applies.js';
import { gaps } from '../../domain/forms/gaps.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import { people } from '../people/people.store.js';
import { detailsOfAnswer } from './answer-details.js';
import type { Audit } from './audits.store.js';
import type { FilledAudit } from './filled-audit.js';
import { keptDetails } from './kept-details.store.js';
import { numbersOf, questionId } from './question-numbers.js';

/** One thing to do before an audit can be submitted, and where. */
export interface ToDo {
  words: string;
  href: string;
}

export interface Readiness {
  gaps: ToDo[];
  /** What notes hold that others need not know. */
  details: (ToDo & { kind: string; found: string })[];
}

/** What still stands between an audit and its submission. */
export function readiness(db: Db, { audit, filled, shown, settings }: FilledAudit, today: string): Readiness {
  const applying = whatApplies(shown);
  const numbers = numbersOf(filled.form, applying);
  const missing = gaps(shown, settings, applying).map(({ section, item, group, occurrence, words }) => ({
    words: item === null ? words : joined(title(filled.form, numbers, item, occurrence), words),
    href: hrefOf(audit, section, item === null ? `group-${group ?? ''}` : questionId(item, occurrence)),
  }));
  return { gaps: missing, details: detailsIn(db, audit, filled.form, applying, today) };
}

function detailsIn(db: Db, audit: Audit, form: FormDocument, applying: Applying, today: string): Readiness['details'] {
  const around = { names: people(db).map(({ name }) => name), today };
  const numbers = numbersOf(form, applying);
  const isKept = keptDetails(db, audit.id);
  return applying.questions.flatMap(({ section, item, occurrence, answer }) => {
    const href = hrefOf(audit, section.key, questionId(item.key, occurrence));
    return detailsOfAnswer(item, answer, around, isKept).map((detail) => ({
      words: joined(title(form, numbers, item.key, occurrence), `This looks like a ${detail.kind}: ${detail.found}`),
      href,
      kind: detail.kind,
      found: detail.found,
    }));
  });
}

function title(form: FormDocument, numbers: ReadonlyMap<string, string>, item: string, occurrence: number): string {
  return `${numbers.get(questionId(item, occurrence)) ?? ''} ${placeOf(form, item)?.item.question ?? ''}`.trim();
}

/** A question ends in its own mark; anything else gets a colon. */
const joined = (question: string, words: string): string => `${question}${/[?.]$/.test(question) ? '' : ':'} ${words}`;

const hrefOf = (audit: Audit, section: string, id: string) => `/audits/${audit.id}/sections/${section}#${id}`;
