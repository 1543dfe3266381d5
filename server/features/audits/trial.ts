import { addDays } from '../../domain/calendar/days.js';
import { factsFrom, factsToCopy } from '../../domain/audits/fact-values.js';
import type { FormDocument } from '../../domain/forms/document.js';
import type { Answer, FilledForm, Occurrence } from '../../domain/forms/filled.js';
import { factsToShow } from '../../domain/forms/levels.js';
import type { Fault } from '../../domain/problems.js';
import { groupOf, isOrderType } from '../../domain/register/orders.js';
import { readSection } from './read-section.js';

/** A form filled in on a made-up case: nothing of it is stored. */
export interface Trial {
  filled: FilledForm;
  shown: FilledForm;
  faults: Fault[];
}

/** The made-up case: what can be chosen of it, with what it is at first. */
export const madeUp: Readonly<Record<string, string>> = {
  'order-type': 'yro-iss',
  status: 'open',
  rosh: 'medium',
  safety: 'medium',
  'looked-after': 'no',
  'child-protection': 'no',
  mappa: '',
};

/** Reads a whole form as one page sent it: the case, the rows of repeated groups, every answer. */
export function readTrial(form: FormDocument, sent: ReadonlyMap<string, string>, today: string): Trial {
  const facts = caseFacts(sent, today);
  const occurrences = rowsAfter(rowsSent(form, sent), sent.get('do') ?? '');
  const faults: Fault[] = [];
  const answers: Answer[] = form.sections.flatMap((section) => {
    const read = readSection(form, section, occurrences, facts, sent);
    faults.push(...read.faults);
    return read.answers;
  });
  const filled = { form, facts, answers: settled(answers, sent.get('do') ?? ''), occurrences };
  return { filled, shown: { ...filled, facts: factsToShow(filled) }, faults };
}

function caseFacts(sent: ReadonlyMap<string, string>, today: string) {
  const chosen = (fact: string) => sent.get(`case-${fact}`) ?? madeUp[fact] ?? '';
  const orNothing = (fact: string) => (chosen(fact) === '' ? null : chosen(fact));
  const type = chosen('order-type');
  const orderType = isOrderType(type) ? type : 'yro-iss';
  const copied = factsToCopy(
    {
      orderType,
      orderGroup: groupOf(orderType),
      startedOn: addDays(today, -200),
      endsOn: addDays(today, 165),
      status: chosen('status'),
      harmLevel: orNothing('rosh'),
      safetyLevel: orNothing('safety'),
      reoffendingLevel: 'medium',
      custodyEntryOn: groupOf(orderType) === 'custody' ? addDays(today, -200) : null,
      mappaLevel: orNothing('mappa'),
      age: 16,
      lookedAfter: chosen('looked-after'),
      childProtection: chosen('child-protection'),
    },
    today,
  );
  return factsFrom(new Map(Object.entries(copied)));
}

/** Rows are carried by the page as 'reviews:1 reviews:2'. */
function rowsSent(form: FormDocument, sent: ReadonlyMap<string, string>): Occurrence[] {
  const groups = new Set(form.sections.flatMap(({ repeats }) => repeats ?? []).map(({ key }) => key));
  return (sent.get('rows') ?? '')
    .split(' ')
    .map((row) => row.split(':'))
    .filter(([group = '', row = '']) => groups.has(group) && /^\d{1,2}$/.test(row))
    .slice(0, 100)
    .map(([group = '', row]) => ({ group, occurrence: Number(row) }));
}

export const rowsInWords = (rows: readonly Occurrence[]): string =>
  rows.map(({ group, occurrence }) => `${group}:${occurrence}`).join(' ');

/** What the pressed button does to the rows. */
function rowsAfter(rows: Occurrence[], pressed: string): Occurrence[] {
  const [verb = '', group = '', row] = pressed.split(':');
  const others = rows.filter((one) => one.group !== group || one.occurrence > 0);
  const last = Math.max(0, ...others.filter((one) => one.group === group).map(({ occurrence }) => occurrence));
  if (verb === 'add') return [...others, { group, occurrence: last + 1 }];
  if (verb === 'remove') return rows.filter((one) => one.group !== group || one.occurrence !== Number(row));
  if (verb === 'none') return [...others, { group, occurrence: 0 }];
  return verb === 'some' ? others : rows;
}

/** 'gateway:plan-present:a,b' marks the questions named. */
function settled(answers: Answer[], pressed: string): Answer[] {
  const [verb, , names = ''] = pressed.split(':');
  if (verb !== 'gateway') return answers;
  const marked = new Set(names.split(','));
  return answers.map((answer) => (marked.has(answer.item) ? { ...answer, value: 'not-evidenced' } : answer));
}
