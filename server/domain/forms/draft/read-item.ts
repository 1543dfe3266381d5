import { caseFactOf } from '../facts.js';
import type { ChoiceItem, FormDocument, Item, Moment } from '../document.js';
import { themeOf } from '../themes.js';
import { number, tidy, words, type FieldFault, type Fields } from './fields.js';
import { offeredBy, readAnswers } from './read-answers.js';
import { readCaps, readLimits, readNote } from './read-rules.js';

/** The kinds of question in the words of a list, in the order in which they are needed. */
export const kindNames: Readonly<Record<Item['kind'], string>> = {
  choice: 'One answer of a list',
  judgement: 'The auditor’s own judgement',
  text: 'Words',
  timescale: 'Two dates and a limit',
  date: 'A date',
  'date-time': 'A date and time',
  number: 'A number',
  echo: 'An earlier question again',
};

/**
 * An item out of what was typed into its page. What the page does not show stays as it was: condition, answers by
 * rule, how sure the source is.
 * @param before the item as it is; null for a new one, whose key is then still to be made
 */
export function readItem(
  form: FormDocument,
  kind: Item['kind'],
  before: Item | null,
  fields: Fields,
): { item: Item; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const guidance = tidy({
    good: words(faults, 'good', fields.one('good'), 1000, null),
    weak: words(faults, 'weak', fields.one('weak'), 1000, null),
    text: words(faults, 'text', fields.one('text'), 1000, null),
  });
  const shared = {
    key: before?.key ?? '',
    question: words(faults, 'question', fields.one('question'), 300, 'Write the question.') ?? '',
    when: before?.when,
    guidance: Object.keys(guidance).length > 0 ? guidance : undefined,
    source: words(faults, 'source', fields.one('source'), 200, null),
    mark: before?.mark,
  };
  const themed = {
    group: fields.one('group') || undefined,
    themes: [...new Set(['theme1', 'theme2', 'theme3'].map(fields.one))].filter((theme) => themeOf(theme) !== null),
  };
  return { item: ofKind(form, kind, before, fields, { ...shared, faults, themed }), faults };
}

type Shared = Pick<Item, 'key' | 'question' | 'when' | 'guidance' | 'source' | 'mark'> & {
  faults: FieldFault[];
  themed: Pick<ChoiceItem, 'group' | 'themes'>;
};

function ofKind(
  form: FormDocument,
  kind: Item['kind'],
  before: Item | null,
  fields: Fields,
  { faults, themed, ...shared }: Shared,
): Item {
  const note = (offered: readonly string[] = []) => readNote(faults, kind, fields, offered);
  switch (kind) {
    case 'choice':
    case 'judgement': {
      const answers = readAnswers(faults, form, before, kind, fields);
      const extras = kind === 'choice' ? readExtras(faults, fields) : undefined;
      const offered = [
        ...offeredBy(form, answers),
        ...(extras?.doesNotApply ? ['does-not-apply'] : []),
        ...(extras?.notJudged ? ['not-judged'] : []),
      ];
      const scored = {
        weight: number(faults, 'weight', fields.one('weight'), [0, 10]) || undefined,
        caps: readCaps(before && 'caps' in before ? (before.caps ?? []) : [], fields, offered),
        note: note(offered),
      };
      if (kind === 'judgement') {
        const keyQuestion = words(faults, 'keyQuestion', fields.one('keyQuestion'), 60, null);
        if (keyQuestion && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(keyQuestion)) {
          faults.push({ field: 'keyQuestion', message: 'Give the number of the key question, such as 2.1.1.' });
        }
        return tidy({ ...shared, ...themed, kind, scale: answers.scale ?? 'sufficient', ...scored, keyQuestion });
      }
      const concern = fields.many('concern').filter((key) => offered.includes(key));
      const more = {
        extras,
        concern: [...new Set(concern)],
        gateway: ticked(fields, 'gateway'),
        prepare: readPrepare(faults, fields),
      };
      return tidy({
        ...shared,
        ...themed,
        kind,
        ...answers,
        ...scored,
        ...more,
        byRule: before?.kind === 'choice' ? before.byRule : undefined,
      });
    }
    case 'text':
      return tidy({
        ...shared,
        ...themed,
        kind,
        length: fields.one('length') === 'short' ? 'short' : 'long',
        optional: ticked(fields, 'optional'),
      });
    case 'number': {
      const bound = (name: string) => number(faults, name, fields.one(name), [-1_000_000, 1_000_000]);
      return tidy({
        ...shared,
        ...themed,
        kind,
        whole: ticked(fields, 'whole'),
        least: bound('least'),
        most: bound('most'),
        note: note(),
      });
    }
    case 'timescale': {
      const limits = readLimits(faults, before?.kind === 'timescale' ? before.limits : [], fields);
      const moments = { from: readMoment(faults, fields, 'from'), to: readMoment(faults, fields, 'to') };
      const offers = readExtras(faults, fields);
      const extras = offers?.doesNotApply ? { doesNotApply: offers.doesNotApply } : undefined;
      return tidy({
        ...shared,
        ...themed,
        kind,
        ...moments,
        times: ticked(fields, 'times'),
        limits,
        extras,
        note: note(),
      });
    }
    case 'echo':
      if (fields.one('of') === '') faults.push({ field: 'of', message: 'Choose the question that is shown again.' });
      return tidy({ ...shared, kind, of: fields.one('of') });
    default:
      return tidy({ ...shared, ...themed, kind, note: note() });
  }
}

function readExtras(faults: FieldFault[], fields: Fields): ChoiceItem['extras'] {
  const doesNotApply = words(faults, 'doesNotApply', fields.one('doesNotApply'), 300, null);
  const extras = tidy({ doesNotApply, notJudged: ticked(fields, 'notJudged') });
  return Object.keys(extras).length > 0 ? extras : undefined;
}

function readPrepare(faults: FieldFault[], fields: Fields): ChoiceItem['prepare'] {
  const documents = words(faults, 'documents', fields.one('documents'), 400, null);
  const people = words(faults, 'people', fields.one('people'), 400, null);
  if (!documents && !people) return undefined;
  if (!documents) faults.push({ field: 'documents', message: 'Say which documents as well, or leave both empty.' });
  if (!people) faults.push({ field: 'people', message: 'Say whom to ask as well, or leave both empty.' });
  return { documents: documents ?? '', people: people ?? '' };
}

function readMoment(faults: FieldFault[], fields: Fields, which: 'from' | 'to'): Moment {
  const label =
    words(
      faults,
      `${which}Label`,
      fields.one(`${which}Label`),
      120,
      'Say what happened on this date, such as ‘order made’.',
    ) ?? '';
  const fact = fields.one(`${which}Fact`);
  return tidy({ label, fact: caseFactOf(fact)?.holds === 'date' ? fact : undefined });
}

const ticked = (fields: Fields, name: string): true | undefined => (fields.one(name) === 'yes' ? true : undefined);
