import { gradeName } from '../../domain/forms/scales.js';
import { pointsOf } from '../../domain/ratings/bands.js';
import { strands, type CaseStandard } from '../../domain/ratings/framework-2018-2024.js';
import type { RatedQuestion } from '../../domain/ratings/standard.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import { roundHalfUp, wholePercent } from '../../domain/statistics/rounding.js';

/** The flags of a standard in a few words, for a table. @example 'near 65; one case: down; few: .3' */
export function flagsInWords({ flags }: Pick<CaseStandard, 'flags'>): string {
  const directions = [...(flags.up.length > 0 ? ['up'] : []), ...(flags.down.length > 0 ? ['down'] : [])];
  return [
    ...(flags.near.length > 0 ? [`near ${flags.near.join(' and ')}`] : []),
    ...(directions.length > 0 ? [`one case: ${directions.join(' and ')}`] : []),
    ...(flags.few.length > 0 ? [`few: ${flags.few.map((question) => question.slice(3)).join(' and ')}`] : []),
  ].join('; ');
}

/** A key question as it is spoken of. @example '2.2.3, keeping other people safe' */
export const questionName = (question: string): string => `${question}, ${strands[question.slice(-1)] ?? ''}`;

/** Per cent stands only from ten cases on. @example '9 of 17 cases (52.9%, rounded 53)' */
export function shareInWords({ sufficient, n }: Pick<RatedQuestion, 'sufficient' | 'n'>): string {
  const count = `${sufficient} of ${n} ${n === 1 ? 'case' : 'cases'}`;
  if (n < fewestForPerCent) return count;
  return `${count} (${roundHalfUp((100 * sufficient) / n, 1).toFixed(1)}%, rounded ${wholePercent(sufficient, n)})`;
}

/** Each ground for discretion as a sentence with its numbers. `name` gives a case its reference. */
export function groundsInSentences(standard: CaseStandard, name: (id: string) => string): string[] {
  const { flags, deciding, questions } = standard;
  const lowest = questions.find(({ question }) => question === deciding[0]);
  const few = questions.filter(({ question }) => flags.few.includes(question));
  return [
    ...(flags.near.length > 0 && lowest
      ? [
          `Near: ${lowest.question} stands at ${shareInWords(lowest)}, within 5 points of ${flags.near.join(' and of ')}.`,
        ]
      : []),
    ...moves('up', flags.up, name),
    ...moves('down', flags.down, name),
    ...judgements(standard),
    ...(few.length > 0
      ? [
          `Few: ${few.map(({ question, n }) => `${question} rests on ${n === 1 ? 'one case' : `${n} cases`}`).join(', ')}; five or fewer are a ground for discretion.`,
        ]
      : []),
  ];
}

type Changes = CaseStandard['flags']['up'];

/** Cases that bring the same rating stand together; more than six are counted, not named. */
function moves(direction: 'up' | 'down', changes: Changes, name: (id: string) => string): string[] {
  const ratings = [...new Set(changes.map(({ rating }) => rating))].toSorted((a, b) => pointsOf(b) - pointsOf(a));
  return ratings.map((rating) => {
    const bringing = changes.filter((one) => one.rating === rating);
    const who =
      bringing.length > 6
        ? `any one of ${bringing.length} cases`
        : bringing.map(({ case: id, questions }) => `${name(id)} (${questions.join(', ')})`).join(' or ');
    return `One case, ${direction}: ${who}, judged otherwise, makes it ${gradeName(rating)}.`;
  });
}

function judgements({ flags: { judgementUp, judgementDown, up, down } }: CaseStandard): string[] {
  const only = [
    ...(up.length > 0 && judgementUp.length === 0 ? ['up'] : []),
    ...(down.length > 0 && judgementDown.length === 0 ? ['down'] : []),
  ];
  return only.map((direction) => `A single judgement would not move it ${direction}: it takes a whole case.`);
}
