import type { PersonalDetail } from '../../domain/audits/personal-details.js';
import { isDouble, noteHint } from '../../domain/audits/note-hint.js';
import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import type { Item } from '../../domain/forms/document.js';
import type { Answer, Question } from '../../domain/forms/filled.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import { isUnanswered } from '../../domain/audits/section-states.js';
import { detailsOfAnswer } from './answer-details.js';
import type { StoredAnswer } from './answers.store.js';
import { answerPart, type AnswerPart } from './answer-part.page.js';
import { fieldName } from './field-names.js';
import { meaningsOf } from './meanings.page.js';
import { questionId } from './question-numbers.js';
import { storedKey, type Reading } from './reading.js';
import { besideService, type BesideService } from './beside-service.page.js';

/** One question as the page shows it. */
export interface QuestionPage {
  id: string;
  /** Base of its fields' names. */
  name: string;
  number: string;
  question: string;
  isDouble: boolean;
  /** The template of its kind, under views/items. */
  template: string;
  guide: Guide;
  /** 'Saved 13:41', or 'Tom Iredale, 20 Nov 2026, 09:12'; null before the first answer. */
  saved: string | null;
  seen: number;
  part: AnswerPart;
  /** Set where the answer follows by rule and is not asked. */
  byRule: string | null;
  note: Field | null;
  evidence: Field | null;
  later: { item: string; note: string } | null;
  beside: BesideService | null;
  details: PersonalDetail[];
  conflict: Conflict | null;
  /** What is missing: shown once there is an answer. */
  isGap: boolean;
  isUnanswered: boolean;
  /** Null where nothing can be come back to. */
  comeBackItem: string | null;
  sentBack: string[];
}

interface Guide {
  isOpen: boolean;
  good: string | null;
  weak: string | null;
  text: string | null;
  meanings: { label: string; meaning: string }[];
  isEmpty: boolean;
}

export interface Field {
  name: string;
  value: string;
  label: string;
  hint: string | null;
  fault: string | null;
  isGap: boolean;
}

/** Another value than the page showed stands here: who put it and when, and both in words. */
export interface Conflict {
  who: string;
  when: string;
  theirs: { value: string; note: string | null };
  mine: { value: string; note: string | null };
  press: string;
  keep: string;
}

/** What is shown again after something was not kept: what was typed, what is wrong, what stands there now. */
export interface Redraw {
  typed: ReadonlyMap<string, string>;
  faults: ReadonlyMap<string, string>;
  conflicts: ReadonlyMap<string, { mine: Answer; current: StoredAnswer }>;
}

export const nothingToRedraw: Redraw = { typed: new Map(), faults: new Map(), conflicts: new Map() };

export function questionPage(
  reading: Reading,
  question: Question,
  redraw: Redraw,
  sentBack: ReadonlyMap<string, string[]>,
): QuestionPage {
  const { item: own, occurrence } = question;
  const item = askedItem(reading, own);
  const stored = reading.stored.get(storedKey(item.key, occurrence));
  const conflict = redraw.conflicts.get(storedKey(item.key, occurrence)) ?? null;
  const id = questionId(own.key, occurrence);
  const open = reading.missing.filter((gap) => gap.item === item.key && gap.occurrence === occurrence);
  const isAnswered = (question.answer?.value ?? null) !== null;
  const name = fieldName(item.key, occurrence, 'value');
  const field = fieldsOf(name, redraw);
  const noteGap = open.find(({ kind }) => kind === 'note');
  return {
    id,
    name,
    number: reading.numbers.get(id) ?? '',
    question: own.question,
    isDouble: isDouble(item),
    template: `items/${item.kind}`,
    guide: guideOf(reading, own, item, isAnswered),
    saved: stored ? savedInWords(reading, stored) : null,
    seen: conflict?.current.version ?? stored?.version ?? 0,
    part: answerPart(reading, { ...question, item }, name, redraw),
    byRule: question.byRule,
    note: takesNote(item)
      ? field(
          'note',
          question.answer?.note,
          noteLabel(item),
          isAnswered ? null : noteHint(reading.shown.form, item),
          noteGap?.words ?? null,
        )
      : null,
    evidence:
      takesEvidence(item) && !reading.isTrial
        ? field('evidence', question.answer?.evidence, 'Evidence', null, null)
        : null,
    later: laterOf(reading, own.key),
    beside: besideService(reading, item, question.answer),
    details: detailsOfAnswer(item, question.answer, reading, reading.isKept),
    conflict: conflict ? conflictPage(reading, item, occurrence, conflict) : null,
    isGap: open.some((gap) => !isUnanswered(gap)),
    isUnanswered: open.some(isUnanswered),
    comeBackItem: reading.isTrial ? null : own.key,
    sentBack: sentBack.get(item.key) ?? [],
  };
}

/** An echo is asked as the item that it shows again. */
function askedItem({ shown }: Reading, item: Item): Item {
  if (item.kind !== 'echo') return item;
  const of = shown.form.sections.flatMap(({ items }) => items).find(({ key }) => key === item.of);
  if (!of) throw new Error(`The echo ${item.key} shows no item.`);
  return of;
}

function fieldsOf(name: string, { typed, faults }: Redraw) {
  return (
    part: string,
    value: string | null | undefined,
    label: string,
    hint: string | null,
    gap: string | null,
  ): Field => {
    const field = `${name}__${part}`;
    return {
      name: field,
      value: typed.get(field) ?? value ?? '',
      label,
      hint: gap ?? hint,
      fault: faults.get(field) ?? null,
      isGap: gap !== null,
    };
  };
}

const takesNote = (item: Item): boolean => item.kind === 'choice' || item.kind === 'judgement' || 'note' in item;
const takesEvidence = (item: Item): boolean => item.kind === 'choice' || item.kind === 'timescale';
const noteLabel = (item: Item): string => (item.kind === 'judgement' ? 'Reason, in a sentence or two' : 'Note');

function laterOf({ comeBacks }: Reading, item: string): { item: string; note: string } | null {
  const note = comeBacks.get(item);
  return note === undefined ? null : { item, note };
}

function guideOf({ shown }: Reading, own: Item, item: Item, isAnswered: boolean): Guide {
  const { good = null, weak = null } = own.guidance ?? {};
  const text = own.guidance?.text ?? null;
  const meanings = [...preparation(own), ...meaningsOf(shown.form, item)];
  const isEmpty = good === null && weak === null && text === null && meanings.length === 0;
  return { isOpen: !isAnswered, good, weak, text, meanings, isEmpty };
}

/** What the question is answered from, on forms that are prepared for. */
function preparation(item: Item): Guide['meanings'] {
  if (item.kind !== 'choice' || !item.prepare) return [];
  return [
    { label: 'Documents to have ready', meaning: item.prepare.documents },
    { label: 'Whom to ask', meaning: item.prepare.people },
  ];
}

/** Today's own answers by the time alone; somebody else's, or an older one, with all. */
function savedInWords({ me, today }: Reading, { by, byName, at }: StoredAnswer): string {
  const moment = momentOf(at);
  if (by !== me) return `${byName ?? 'Somebody'}, ${moment}`;
  return moment.startsWith(formatDate(today)) ? `Saved ${moment.slice(-5)}` : `Saved ${moment}`;
}

/** Turning UTC into London's time is slow, and the same few moments are asked for with each page. */
const moments = new Map<string, string>();

function momentOf(at: string): string {
  let moment = moments.get(at);
  if (moment === undefined) {
    if (moments.size > 5000) moments.clear();
    moments.set(at, (moment = formatMoment(at)));
  }
  return moment;
}

function conflictPage(
  { shown, me }: Reading,
  item: Item,
  occurrence: number,
  { mine, current }: { mine: Answer; current: StoredAnswer },
): Conflict {
  const inWords = (answer: Answer) => ({
    value: answer.value === null ? 'no answer' : answerInWords(shown.form, item, answer.value),
    note: answer.note,
  });
  const isMe = current.by === me;
  return {
    who: isMe ? 'You, in another window,' : (current.byName ?? 'Somebody'),
    when: formatMoment(current.at),
    theirs: inWords(current),
    mine: inWords(mine),
    press: isMe ? 'Keep the other' : `Keep ${(current.byName ?? 'the other').split(' ')[0] ?? ''}’s`,
    keep: fieldName(item.key, occurrence, 'value'),
  };
}
