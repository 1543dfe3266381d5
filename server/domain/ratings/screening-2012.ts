import { whatApplies } from '../forms/applies.js';
import type { FilledForm, Question } from '../forms/filled.js';
import { isPrompt, optionsOf } from '../forms/scales.js';
import type { Count } from '../statistics/interval.js';
import { wholePercent } from '../statistics/rounding.js';
import { bandOf, shareBands } from './bands.js';

/** A theme of the screening in force in January 2017: two units side by side, answers and files. */
export interface ScreenedTheme {
  /** Key of the form's section. */
  section: string;
  title: string;
  /** Answers 'Yes, well enough', 'Yes' or 'Right' of those that apply, one entry a file. */
  answers: readonly Count[];
  /** Files whose theme was judged sufficient, of those judged. */
  files: Count;
}

/**
 * The themes of the screening of 2012 to 2017, the report as a line of its own. In part, No and Not evidenced count
 * against; what does not apply leaves; weights are not used. Which of the two units the inspectorate printed is not
 * known, so both are given. There is no overall: it sent a letter with figures and text.
 */
export function screen(files: readonly FilledForm[]): ScreenedTheme[] {
  const read = files.map((file) => ({ file, sections: whatApplies(file).sections }));
  const sections = files[0]?.form.sections.filter(({ items }) => items.some(isThemeJudgement)) ?? [];
  return sections.map(({ key, title }) => {
    const asked = read.map(({ file, sections: open }) => ({
      file,
      questions: open.find(({ section }) => section.key === key)?.questions ?? [],
    }));
    const judged = asked.flatMap(({ questions }) => questions.filter(({ item }) => isThemeJudgement(item)));
    const given = judged.flatMap(({ answer }) => answer?.value ?? []);
    return {
      section: key,
      title,
      answers: asked.map(({ file, questions }) => wellEnough(file, questions)),
      files: { sufficient: given.filter((value) => value === 'sufficient').length, n: given.length },
    };
  });
}

const isThemeJudgement = ({ key }: { key: string }): boolean =>
  key === 'judge-report' || key.startsWith('judge-theme-');

function wellEnough({ form }: FilledForm, questions: readonly Question[]): Count {
  const worths = questions
    .filter(({ item }) => isPrompt(form, item))
    .flatMap(({ item, answer }) => optionsOf(form, item).find(({ key }) => key === answer?.value)?.worth ?? []);
  return { sufficient: worths.filter((worth) => worth === 1).length, n: worths.length };
}

const words = {
  inadequate: 'poor',
  'requires-improvement': 'unsatisfactory',
  good: 'satisfactory',
  outstanding: 'good',
} as const;

/**
 * The word of the joint inspections of those years for a share of work done well enough. Its edges, 50, 65 and 80, are
 * remembered and not seen in print, so it is said 'in the manner of' those inspections.
 * @example wordOfShare({ sufficient: 13, n: 20 }) // 'satisfactory'
 */
export function wordOfShare({ sufficient, n }: Count): 'poor' | 'unsatisfactory' | 'satisfactory' | 'good' | null {
  if (n === 0) return null;
  return words[bandOf(wholePercent(sufficient, n), shareBands)];
}
