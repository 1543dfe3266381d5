import type { Applying } from '../forms/applies.js';
import { applies } from '../forms/condition.js';
import type { Band, Cap, FormDocument } from '../forms/document.js';
import type { Question } from '../forms/filled.js';
import { answerInWords } from '../forms/items/kinds.js';
import { isChosen, type Grade } from '../forms/scales.js';
import { nextLower } from './bands.js';
import type { StandardScore } from './standard-scores.js';

/** What holds the computed grade down, and why, in words for the result's page. */
export interface GradeCap {
  /** The item whose answer brings the cap; null for caps of sections. */
  item: string | null;
  section: string | null;
  occurrence: number;
  atMost: Grade;
  because: string;
}

/** Every limiting answer, whatever the grade: on a form that gives none they stand as alerts. */
export function limitingAnswers(form: FormDocument, applying: Applying): GradeCap[] {
  return applying.questions.flatMap((question) => answerCaps(form, applying, question));
}

/** The judgements of sections: the worst in each, of those that apply and are given. */
export interface SectionJudgement {
  section: string;
  title: string;
  core: boolean;
  sufficient: boolean;
}

/**
 * Every cap that holds: by limiting answers, by core sections judged Not sufficient, by standards without a Sufficient
 * judgement, and by a band that needs every section Sufficient. Which of them lowered the grade, `capped` says.
 */
export function gradeCaps(
  form: FormDocument,
  applying: Applying,
  band: Band | null,
  standards: readonly StandardScore[],
): GradeCap[] {
  const judgements = sectionJudgements(applying);
  return [
    ...limitingAnswers(form, applying),
    ...sectionCaps(form, judgements),
    ...standardCaps(form, standards),
    ...bandCaps(band, judgements),
  ];
}

/** The judgements on sections: those of the scale 'sufficient'. One Not sufficient makes the section so. */
export function sectionJudgements(applying: Applying): SectionJudgement[] {
  return applying.sections.flatMap(({ section, questions }) => {
    const given = questions
      .filter(({ item }) => item.kind === 'judgement' && item.scale === 'sufficient')
      .flatMap(({ answer }) => answer?.value ?? []);
    if (given.length === 0) return [];
    const sufficient = given.every((value) => value === 'sufficient');
    return [{ section: section.key, title: section.title, core: section.core === true, sufficient }];
  });
}

function answerCaps(form: FormDocument, applying: Applying, question: Question): GradeCap[] {
  const { item, answer, section, occurrence } = question;
  const value = answer?.value ?? null;
  if (!isChosen(item) || value === null) return [];
  const holding = (item.caps ?? []).filter(
    (cap) => answersOf(cap).includes(value) && applies(cap.when, applying.valuesOf(occurrence)),
  );
  return holding.map(({ atMost }) => ({
    item: item.key,
    section: section.key,
    occurrence,
    atMost,
    because: `‘${item.question}’ was answered ‘${answerInWords(form, item, value)}’`,
  }));
}

/** The answers that a cap names; one on No holds for Not evidenced too. */
function answersOf({ answers }: Cap): string[] {
  return answers.includes('no') ? [...answers, 'not-evidenced'] : answers;
}

function sectionCaps(form: FormDocument, judgements: readonly SectionJudgement[]): GradeCap[] {
  const short = judgements.filter(({ core, sufficient }) => core && !sufficient);
  const holding = (form.sectionCaps ?? []).filter(({ notSufficient }) => short.length >= notSufficient);
  return holding.map(({ atMost }) => ({
    item: null,
    section: short.length === 1 ? (short[0]?.section ?? null) : null,
    occurrence: 0,
    atMost,
    because: `judged Not sufficient: ${short.map(({ title }) => title).join(', ')}`,
  }));
}

function standardCaps(form: FormDocument, standards: readonly StandardScore[]): GradeCap[] {
  const short = standards.filter(({ sufficient }) => sufficient === 0);
  const holding = (form.standardCaps ?? []).filter(({ noneSufficient }) => short.length >= noneSufficient);
  const because = `no key question judged Sufficient in ${short.map(({ standard }) => standard).join(', ')}`;
  return holding.map(({ atMost }) => ({ item: null, section: null, occurrence: 0, atMost, because }));
}

function bandCaps(band: Band | null, judgements: readonly SectionJudgement[]): GradeCap[] {
  const short = judgements.filter(({ sufficient }) => !sufficient);
  const lower = band?.everySectionSufficient && short.length > 0 ? nextLower(band.grade) : null;
  if (lower === null) return [];
  const because = `this grade needs every section judged Sufficient, and these were not: ${short.map(({ title }) => title).join(', ')}`;
  return [
    {
      item: null,
      section: short.length === 1 ? (short[0]?.section ?? null) : null,
      occurrence: 0,
      atMost: lower,
      because,
    },
  ];
}
