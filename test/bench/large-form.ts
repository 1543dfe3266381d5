import type { Condition, FormDocument, Item, Section } from '../../server/domain/forms/document.js';

const subjects = [
  'the risk of harm to others',
  'the child’s own safety',
  'the reasons behind the offences',
  'what the child says of it',
  'what the parents say of it',
  'school, training and work',
  'health and substance use',
  'friends and places',
  'the person who was harmed',
  'what the police know',
  'what children’s services know',
  'the plan for the next months',
];
const aspects = [
  'found out early enough to be of use',
  'looked at from more than one side',
  'written down so that a colleague could act on it',
  'acted upon in the weeks that followed',
  'looked at again once something had changed',
  'read by the manager with something added',
  'shared with those who had to know',
  'told to the child in words of their own',
  'still true on the day of the audit',
];
const events = ['review', 'missed appointment', 'home visit'];

/**
 * A form as large as an auditor may have to bear: one section of 120 items with 40 conditions and three repeated groups.
 * Nine conditions look at facts of the case, the others at earlier answers, in each way that a condition can.
 */
export const largeForm = (): FormDocument => ({
  key: 'large',
  version: 1,
  title: 'Everything about one case',
  measures: 'quality',
  agreement: 'full',
  about: {
    purpose: 'To measure how long a large form takes.',
    when: 'In the bench.',
    minutes: { from: 120, to: 120 },
    time: 'Two hours.',
    scoring: 'By weight, with bands as shown.',
    sources: [],
  },
  sections: [wholeSection()],
  bands: [
    { grade: 'outstanding', from: 0.9 },
    { grade: 'good', from: 0.7 },
    { grade: 'requires-improvement', from: 0.45 },
    { grade: 'inadequate', from: 0 },
  ],
  least: 6,
  close: 'whole',
});

function wholeSection(): Section {
  const plain = subjects.flatMap((subject, s) => aspects.map((aspect, a) => plainItem(subject, s, aspect, a)));
  const groups = events.flatMap((event, e) => repeatedItems(event, e));
  return {
    key: 'whole',
    title: 'Everything about one case',
    about: 'practice',
    repeats: events.map((event, e) => ({
      key: `each-${e}`,
      each: `each ${event}`,
      none: `No ${event} in the period`,
      when: { fact: 'days-supervised', above: 10 * e },
    })),
    items: [...plain.slice(0, 50), ...groups, ...plain.slice(50)],
  };
}

/** The first question of a subject opens three of those below it; dates, numbers and texts stand among the choices. */
function plainItem(subject: string, s: number, aspect: string, a: number): Item {
  const key = itemKey(s, a);
  const question = `Was ${subject} ${aspect}?`;
  const guidance = {
    good: `What is known of ${subject} can be followed from the first contact to the last, with who said it and when.`,
    weak: 'Words that would fit any other file as well, or a copy of what stood in the assessment before.',
  };
  const when = a >= 6 ? { when: conditionOf(s, a) } : {};
  const base = { key, question, guidance, ...when };
  if (s === 11 && a === 8) return { key, kind: 'judgement', scale: 'grades', question: 'Which grade do you give?' };
  if (a === 3 && s % 3 === 0) return { ...base, kind: 'date' };
  if (a === 4 && s % 4 === 0) return { ...base, kind: 'number', whole: true, least: 0, most: 99 };
  if (a === 5 && s % 4 === 1) return { ...base, kind: 'text', length: 'long' };
  return {
    ...base,
    kind: 'choice',
    scale: a === 0 ? 'yes-no' : 'enough',
    weight: a === 1 ? 2 : 1,
    themes: ['assessment'],
    note: { rule: 'no' },
    ...(a === 2 ? { extras: { doesNotApply: 'there was none' } } : {}),
  };
}

function conditionOf(s: number, a: number): Condition {
  const first: Condition = { answer: itemKey(s, 0), in: ['yes'] };
  const second: Condition = { answer: itemKey(s, 1), in: ['yes', 'in-part'] };
  if (a === 6) return s % 3 === 0 ? { all: [first, { fact: 'days-supervised', above: 30 }] } : first;
  if (a === 7) return { any: [first, second] };
  return s % 2 === 0 ? { not: { answer: itemKey(s, 0), in: ['no'] } } : { all: [first, { not: { not: second } }] };
}

function repeatedItems(event: string, e: number): Item[] {
  const group = `each-${e}`;
  const key = (name: string) => `row-${e}-${name}`;
  return [
    {
      key: key('in-time'),
      kind: 'timescale',
      question: `Was the ${event} followed up in time?`,
      group,
      from: { label: `date of the ${event}` },
      to: { label: 'followed up' },
      limits: [{ direction: 'within', amount: 15, unit: 'working-days' }],
    },
    { key: key('who'), kind: 'text', length: 'short', question: `Who was there at the ${event}?`, group },
    { key: key('well'), kind: 'choice', scale: 'enough', weight: 1, question: `Was the ${event} well kept?`, group },
    {
      key: key('after'),
      kind: 'choice',
      scale: 'enough',
      weight: 1,
      question: `Did something follow from the ${event}?`,
      group,
      ...(e < 2 ? { when: { answer: key('well'), in: ['yes', 'in-part'] } } : {}),
    },
  ];
}

const itemKey = (s: number, a: number): string => `s${s}-q${a}`;
