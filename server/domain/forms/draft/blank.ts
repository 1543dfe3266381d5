import type { Band, FormDocument, Item, Section } from '../document.js';

/** What somebody says of a form before it has a question. */
export interface Begun {
  key: string;
  title: string;
  measures: FormDocument['measures'];
  purpose: string;
}

/** Grades by score as all shipped forms have them. */
export const usualBands: readonly Band[] = [
  { grade: 'outstanding', from: 0.9 },
  { grade: 'good', from: 0.7 },
  { grade: 'requires-improvement', from: 0.45 },
  { grade: 'inadequate', from: 0 },
];

/**
 * A form with nothing but its closing section, whose questions are those of the library in the same words, so that
 * reports join them. The sections given come before it.
 */
export function blankForm({ key, title, measures, purpose }: Begun, sections: readonly Section[] = []): FormDocument {
  return {
    key,
    version: 1,
    title,
    measures,
    agreement: 'full',
    about: {
      purpose,
      when: 'Any case.',
      minutes: { from: 30, to: 60 },
      time: '30 to 60 minutes.',
      scoring: 'Scored answers by their weight, limits as marked, grades as shown.',
      sources: [],
    },
    sections: [...sections, closing(measures)],
    bands: [...usualBands],
    least: 1,
    close: 'close',
  };
}

function closing(measures: FormDocument['measures']): Section {
  const aboutCase = measures !== 'service';
  return {
    key: 'close',
    title: 'Your conclusions',
    about: aboutCase ? 'practice' : 'service',
    items: [...(aboutCase ? safeNow : []), ...conclusions],
  };
}

/** Whether somebody is safe: with the cap and the concern of every shipped form. */
const safe = (key: string, question: string, text: string): Item => ({
  key,
  kind: 'choice',
  question,
  scale: 'safe-now',
  note: { rule: 'unless', answers: ['yes'] },
  caps: [{ answers: ['no-nobody-dealing'], atMost: 'inadequate' }],
  concern: ['no-nobody-dealing', 'cannot-tell'],
  guidance: { text },
});

const safeNow: readonly Item[] = [
  safe(
    'close-child-safe-now',
    'Is the child safe now?',
    'Think of tonight. ‘Nobody is dealing with it’ and ‘Cannot tell’ raise a concern at once; do not wait to finish.',
  ),
  safe(
    'close-others-safe-now',
    'Are other people safe from this child now?',
    'As above, for the people named in the assessment and those who should have been.',
  ),
];

const conclusions: readonly Item[] = [
  {
    key: 'close-strengths',
    kind: 'text',
    question: 'What was done well?',
    length: 'long',
    guidance: { text: 'At least one, with where to see it. Asked first on purpose.' },
  },
  {
    key: 'close-improve',
    kind: 'text',
    question: 'What must improve?',
    length: 'long',
    guidance: {
      text: 'The few things that matter most, each small enough to become an action with an owner and a date.',
    },
  },
  {
    key: 'close-grade',
    kind: 'judgement',
    question: 'Your overall grade',
    scale: 'grades',
    note: { rule: 'differs-from-computed' },
    guidance: {
      text: 'Use the meanings of the grades. The tool shows its own grade only after yours is given.',
    },
  },
];
