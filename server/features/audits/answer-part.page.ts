import { proposedAnswer, proposedMoment } from '../../domain/audits/kept-answers.js';
import { sumOf } from '../../domain/audits/timescale-sum.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import type { FormDocument, Item, TimescaleItem } from '../../domain/forms/document.js';
import type { Facts, Question } from '../../domain/forms/filled.js';
import { answerInWords, typedOf } from '../../domain/forms/items/kinds.js';
import { momentsOf, taskOf } from '../../domain/forms/items/timescale.js';
import { latenessReasons } from '../../domain/forms/lateness.js';
import { reasonNeeded } from '../../domain/forms/reasons.js';
import { DOES_NOT_APPLY, optionsOf } from '../../domain/forms/scales.js';
import { contactsFor } from '../../domain/scoring/contacts.js';
import { limitFor, limitInFull } from '../../domain/scoring/limits.js';
import { timescaleResult } from '../../domain/scoring/timescale.js';
import type { Redraw } from './question.page.js';
import type { Reading } from './reading.js';

/** The fields in which a question is answered; one template a kind picks what it needs. */
export interface AnswerPart {
  name: string;
  value: string;
  fault: string | null;
  /** One row of fields; null where nothing is chosen. */
  scale: { look: string; options: ScaleOption[] } | null;
  /** Fields of dates and times. */
  moments: MomentFields[];
  /** 'Does not apply' on a timescale. */
  doesNotApply: { name: string; when: string; checked: boolean } | null;
  reason: ReasonField | null;
  /** What it is held to, as long as no sum says so. */
  limit: string | null;
  sum: { outcome: string; words: string; isMet: boolean } | null;
  proposed: { words: string; href: string | null } | null;
  /** What is known of the case beyond the register, and fills this question in once it is taken. */
  recorded: { says: string; isOpen: boolean; differs: boolean } | null;
  isLong: boolean;
}

export interface ScaleOption {
  id: string;
  value: string;
  label: string;
  key: number;
  checked: boolean;
}

export interface MomentFields {
  label: string;
  date: { name: string; value: string; fault: string | null };
  time: { name: string; value: string; fault: string | null } | null;
  state: { name: string; options: { value: string; text: string; selected: boolean }[] } | null;
}

/** Why it does not apply, in words; or why it was late, from the list. */
export interface ReasonField {
  name: string;
  value: string;
  label: string;
  hint: string | null;
  options: { value: string; text: string; selected: boolean }[] | null;
  fault: string | null;
  /** Shown only with one answer, when scripts run. */
  onlyWith: string | null;
}

export function answerPart(reading: Reading, question: Question, name: string, redraw: Redraw): AnswerPart {
  const { item, answer } = question;
  const parts = typedOf(item, answer?.value ?? null);
  const value = redraw.typed.get(name) ?? parts['value'] ?? '';
  const isDate = item.kind === 'date';
  const sum = item.kind === 'timescale' ? sumOn(reading, item, question) : null;
  return {
    name,
    value: isDate && /^\d{4}-/.test(value) ? formatDate(value) : value,
    fault: redraw.faults.get(name) ?? null,
    scale:
      item.kind === 'choice' || item.kind === 'judgement' ? scaleOfFields(reading.shown.form, item, name, value) : null,
    moments: momentFields(reading, question, name, parts, redraw),
    doesNotApply: item.kind === 'timescale' ? doesNotApplyOf(reading.shown.form, item, name, value) : null,
    reason: reasonField(reading, question, name, value, redraw),
    limit: sum ? null : limitOf(reading, item, question),
    sum,
    proposed: item.kind === 'timescale' && answer?.value == null ? proposedOn(reading, item) : null,
    recorded: recordedOn(reading, item, answer?.value ?? null),
    isLong: item.kind === 'text' && item.length === 'long',
  };
}

function scaleOfFields(form: FormDocument, item: Item, name: string, value: string): AnswerPart['scale'] {
  const options = optionsOf(form, item).map(({ key, label }, i) => {
    return { id: i === 0 ? name : `${name}-${i + 1}`, value: key, label, key: i + 1, checked: key === value };
  });
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  const long = letters > 50 || options.some(({ label }) => label.length > 22);
  return { look: long || options.length > 5 ? 'list' : (looks[options.length] ?? 'four'), options };
}

const looks: readonly string[] = ['', 'two', 'two', 'three', 'four', 'five'];

function momentFields(
  { shown }: Reading,
  { item, answer }: Question,
  name: string,
  parts: Readonly<Record<string, string>>,
  { typed, faults }: Redraw,
): MomentFields[] {
  const field = (part: string, shownValue: string) => ({
    name: `${name}__${part}`,
    value: typed.get(`${name}__${part}`) ?? shownValue,
    fault: faults.get(`${name}__${part}`) ?? null,
  });
  const asDate = (value: string) => (value === '' ? '' : formatDate(value));
  if (item.kind === 'date-time') {
    const date = field('date', asDate(parts['date'] ?? ''));
    return [{ label: 'Date', date, time: field('time', parts['time'] ?? ''), state: null }];
  }
  if (item.kind !== 'timescale') return [];
  return (['from', 'to'] as const).map((which) => {
    const kept = parts[which] ?? '';
    const proposal = answer?.value == null ? proposalFor(shown.facts, item, which) : null;
    return {
      label: capital(item[which].label),
      date: field(which, asDate(kept === '' ? (proposal ?? '') : kept)),
      time: item.times ? field(`${which}-time`, parts[`${which}-time`] ?? '') : null,
      state: stateField(
        item,
        which,
        `${name}__${which}-state`,
        typed.get(`${name}__${which}-state`) ?? parts[`${which}-state`] ?? '',
      ),
    };
  });
}

function stateField(item: TimescaleItem, which: 'from' | 'to', name: string, value: string): MomentFields['state'] {
  const done =
    which === taskOf(item)
      ? [
          ['not-done', 'Not done'],
          ['done-no-date', 'Done, no date on file'],
        ]
      : [];
  const states = [['', 'A date, as above'], ...done, ['no-trace', 'No trace']] as const;
  return {
    name,
    options: states.map(([state = '', text = '']) => ({ value: state, text, selected: state === value })),
  };
}

function doesNotApplyOf(
  form: FormDocument,
  item: TimescaleItem,
  name: string,
  value: string,
): AnswerPart['doesNotApply'] {
  if (!optionsOf(form, item).includes(DOES_NOT_APPLY)) return null;
  return { name, when: item.extras?.doesNotApply ?? '', checked: value === DOES_NOT_APPLY.key };
}

/** A reason is asked where it can be needed; without scripts its field stands there before the answer. */
function reasonField(
  reading: Reading,
  question: Question,
  name: string,
  value: string,
  { typed, faults }: Redraw,
): ReasonField | null {
  const { item, answer } = question;
  const field = `${name}__reason`;
  const kept = typed.get(field) ?? answer?.reason ?? '';
  const base = { name: field, value: kept, fault: faults.get(field) ?? null };
  const result = item.kind === 'timescale' ? resultOn(reading, item, question) : null;
  const needed = reasonNeeded(item, answer?.value ?? null, result?.outcome ?? null);
  const isCompliance = item.kind === 'choice' && item.scale === 'compliance';
  if (needed === 'lateness' || (isCompliance && value !== DOES_NOT_APPLY.key)) {
    const options = [{ code: '', reason: 'Choose why' }, ...latenessReasons].map(({ code, reason }) => {
      return { value: code, text: reason, selected: code === kept };
    });
    return {
      ...base,
      label: 'Why it was late',
      hint: null,
      options,
      onlyWith: isCompliance ? 'not-met-with-reason' : null,
    };
  }
  const extras = 'extras' in item ? item.extras?.doesNotApply : undefined;
  if (extras === undefined) return null;
  return {
    ...base,
    label: 'Why it does not apply',
    hint: `It does not apply when: ${extras}.`,
    options: null,
    onlyWith: DOES_NOT_APPLY.key,
  };
}

function resultOn({ applying, settings }: Reading, item: TimescaleItem, { answer, occurrence }: Question) {
  return timescaleResult(item, answer?.value ?? null, answer?.reason ?? null, applying.valuesOf(occurrence), settings);
}

/** The limit that holds, or the contacts of the level; with the form's beside it where the service has its own. */
function limitOf(reading: Reading, item: Item, question: Question): string | null {
  const values = reading.applying.valuesOf(question.occurrence);
  if (item.kind !== 'timescale') return contactsFor(item.key, values, reading.settings)?.inFull ?? null;
  const limit = limitFor(item, values, reading.settings);
  return limit?.measure || limit?.own ? limitInFull(limit) : null;
}

function sumOn(reading: Reading, item: TimescaleItem, question: Question): AnswerPart['sum'] {
  const result = resultOn(reading, item, question);
  const moments = momentsOf(question.answer?.value ?? null);
  return result && moments ? { ...sumOf(result, moments), isMet: result.outcome === 'met' } : null;
}

/** The date of the register, or one that the service keeps beyond it. */
function proposalFor(facts: Facts, item: TimescaleItem, which: 'from' | 'to'): string | null {
  const { fact } = item[which];
  const value = fact === undefined ? null : (facts[fact] ?? null);
  return typeof value === 'string' ? value : proposedMoment(item.key, which, facts);
}

function recordedOn({ shown }: Reading, item: Item, answer: string | null): AnswerPart['recorded'] {
  const proposed = proposedAnswer(shown.form, item, shown.facts);
  if (!proposed) return null;
  const says = answerInWords(shown.form, item, proposed.value);
  return { says, isOpen: answer === null, differs: answer !== null && answer !== proposed.value };
}

function proposedOn({ shown, base }: Reading, item: TimescaleItem): AnswerPart['proposed'] {
  const filled = (['from', 'to'] as const).filter((which) => proposalFor(shown.facts, item, which) !== null);
  if (filled.length === 0) return null;
  const fact = filled.map((which) => item[which].fact).find((key) => key !== undefined && shown.facts[key] != null);
  return {
    words: `Filled in from ${fact === undefined ? 'what is kept of the case' : 'the register'}; it counts once you have saved it.`,
    href: fact === undefined ? null : `${base.replace(/sections$/, 'facts')}#${fact}`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
