import type { Item, Section } from '../document.js';

/** The levels, where no question before has asked for them; then 'Not judged' is an answer too. */
const levels: readonly Item[] = [
  {
    key: 'auditor-harm-level',
    kind: 'choice',
    question: 'What level of risk of serious harm to others do you judge?',
    scale: 'levels',
    note: {
      rule: 'differs-from-service',
    },
    guidance: {
      text: "Judge from the file before the service's level is shown. Use the four meanings of the levels.",
    },
    source: '§1.3, §8.4',
    extras: {
      notJudged: true,
    },
  },
  {
    key: 'auditor-safety-level',
    kind: 'choice',
    question: "What level of concern for the child's own safety do you judge?",
    scale: 'levels',
    note: {
      rule: 'differs-from-service',
    },
    guidance: {
      text: 'As above. A child can be high on both.',
    },
    source: '§1.3, §8.4',
    extras: {
      notJudged: true,
    },
  },
];

/** The same level once more where it was asked already. */
const echoes: Readonly<Record<string, Item>> = {
  'auditor-harm-level': {
    key: 'close-harm-level',
    kind: 'echo',
    question: "Your level of risk of serious harm, beside the service's",
    of: 'auditor-harm-level',
    guidance: {
      text: "Shown with the service's level and the gap in steps (−1, 0, +1).",
    },
    source: '§8.4',
  },
  'auditor-safety-level': {
    key: 'close-safety-level',
    kind: 'echo',
    question: "Your level of concern for the child's safety, beside the service's",
    of: 'auditor-safety-level',
    guidance: {
      text: 'As above.',
    },
    source: '§8.4',
  },
};

const conclusions: readonly Item[] = [
  {
    key: 'close-child-safe-now',
    kind: 'choice',
    question: 'Is the child safe now?',
    scale: 'safe-now',
    note: {
      rule: 'unless',
      answers: ['yes'],
    },
    concern: ['no-nobody-dealing', 'cannot-tell'],
    guidance: {
      text: "Think of tonight. 'Nobody is dealing with it' and 'Cannot tell' raise a concern at once; do not wait to finish.",
    },
    source: '§8.9',
  },
  {
    key: 'close-others-safe-now',
    kind: 'choice',
    question: 'Are other people safe from this child now?',
    scale: 'safe-now',
    note: {
      rule: 'unless',
      answers: ['yes'],
    },
    concern: ['no-nobody-dealing', 'cannot-tell'],
    guidance: {
      text: 'As above, for the people named in the assessment and those who should have been.',
    },
    source: '§8.9',
  },
  {
    key: 'close-strengths',
    kind: 'text',
    question: 'What was done well?',
    length: 'long',
    guidance: {
      text: 'At least one, with where to see it. Asked first on purpose.',
    },
    source: '§8.11',
  },
  {
    key: 'close-improve',
    kind: 'text',
    question: 'What must improve?',
    length: 'long',
    guidance: {
      text: 'The few things that matter most, each small enough to become an action with an owner and a date.',
    },
    source: '§8.10',
  },
];

/**
 * The closing section of a re-audit: both levels beside the service's, whether anybody is in danger now, strengths and
 * what must improve. It asks for no grade: the questions were chosen because they were weak.
 * @param asked keys of the questions before
 */
export const shortClose = (asked: ReadonlySet<string>): Section => ({
  key: 'close',
  title: 'Your conclusions',
  about: 'practice',
  items: [...levels.map((level) => (asked.has(level.key) ? (echoes[level.key] ?? level) : level)), ...conclusions],
});
