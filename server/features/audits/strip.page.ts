import type { ApplyingSection } from '../../domain/forms/applies.js';
import { isAtOdds } from '../../domain/forms/at-odds.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import type { Question } from '../../domain/forms/filled.js';
import { isPrompt } from '../../domain/forms/scales.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { questionId } from './question-numbers.js';
import type { Reading } from './reading.js';

/** The answers above a judgement, each with a link back; nothing is worked out from them. */
export interface Strip {
  count: string;
  answers: { href: string; text: string; answer: string; units: Units }[];
}

export function stripOf({ shown }: Reading, section: ApplyingSection, judgement: Question): Strip | null {
  const prompts = above(section, judgement).filter(({ item }) => isPrompt(shown.form, item));
  if (prompts.length === 0) return null;
  const answers = prompts.map(({ item, occurrence, answer }) => {
    const value = answer?.value ?? null;
    const words = value === null ? 'No answer' : short(answerInWords(shown.form, item, value));
    return {
      href: `#${questionId(item.key, occurrence)}`,
      text: item.question,
      answer: words,
      units: unitRow([markOf(value)]),
    };
  });
  const counts = new Map<string, number>();
  for (const { answer } of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const counted = [...counts].map(([words, n]) => (words === 'No answer' ? `${n} not answered yet` : `${n} ${words}`));
  return {
    count: `Your answers: ${counted.join(', ')}. ${
      isAtOdds(shown.form, prompts, judgement)
        ? 'Your judgement differs from most of them: say how you weighed these.'
        : 'The judgement is yours; nothing is worked out from them.'
    }`,
    answers,
  };
}

/** What was asked since the judgement before, in a section that has several. */
function above({ questions }: ApplyingSection, judgement: Question): readonly Question[] {
  const before = questions.slice(0, questions.indexOf(judgement));
  const last = before.findLastIndex(({ item }) => item.kind === 'judgement');
  return before.slice(last + 1);
}

/** 'Yes, well enough' is 'Yes' where there is little room. */
const short = (words: string): string => words.split(',')[0] ?? words;

function markOf(value: string | null): Mark {
  if (value === null) return 'no-answer';
  if (value === 'in-part' || value === 'not-evidenced' || value === 'does-not-apply') return value;
  return value === 'yes' || value === 'right' || value === 'met' ? 'yes' : 'no';
}
