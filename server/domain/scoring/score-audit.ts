import { whatApplies, type Applying } from '../forms/applies.js';
import type { FilledForm } from '../forms/filled.js';
import { kindOfLevel, readLevel, serviceLevels, type LevelKind } from '../forms/levels.js';
import { asksCompliance, grades, type Grade, type Level } from '../forms/scales.js';
import type { FormDocument } from '../forms/document.js';
import { capped, gradeOf } from './bands.js';
import { gradeCaps, sectionJudgements, type GradeCap } from './caps.js';
import { caseResult, complianceOf, type Compliance } from './compliance.js';
import { itemScore, type ItemScore } from './item-score.js';
import type { ScoringSettings } from './settings.js';
import { themeScores, type ThemeScore } from './theme-scores.js';
import { pointsOf, scoreOf } from './weighted-mean.js';

/** All that an audit comes to. */
export interface AuditScore extends Compliance {
  /** 0 to 1 over all scored answers; null where nothing was scored, and always on forms that measure compliance. */
  score: number | null;
  /** The same over sections about practice only. */
  practiceScore: number | null;
  /** How many answers entered the score. */
  scored: number;
  /** How many of the answers that the grade rests on were Not evidenced. */
  notEvidenced: number;
  gradeBeforeCaps: Grade | null;
  computedGrade: Grade | null;
  /** The auditor's own. */
  ownGrade: Grade | null;
  /** The caps that lowered the grade; those that did not bite are not here. */
  caps: GradeCap[];
  harmLevel: Level | null;
  harmService: Level | null;
  safetyLevel: Level | null;
  safetyService: Level | null;
  sections: SectionScore[];
  themes: ThemeScore[];
  /** Every answered choice, judgement and timescale that applies; a repeated one by row, and as occurrence 0 for the case. */
  items: ItemScore[];
}

export interface SectionScore extends Compliance {
  section: string;
  points: number;
  weight: number;
  /** The auditor's judgement on the section. */
  judgement: 'sufficient' | 'not-sufficient' | null;
}

/**
 * Scores a form: each answer by weight, the grade by bands and caps, compliance beside it, themes. Only what applies
 * counts, so a hidden answer is the same as one never given. Can be asked at any time, of a half-filled form too.
 */
export function scoreAudit(filled: FilledForm, settings: ScoringSettings): AuditScore {
  const { form } = filled;
  const applying = whatApplies(filled);
  const rows = applying.questions.flatMap((question) => itemScore(form, applying, question, settings) ?? []);
  const scored = rows.filter(isScoredAnswer);
  const byRow = rows.filter(({ occurrence }) => occurrence > 0);
  const isRule = ruleKeys(form);
  const forCase = [...rows.filter(({ occurrence }) => occurrence === 0), ...resultsOfRepeated(isRule, byRow)];
  const rules = forCase.filter(({ item }) => isRule.has(item));
  const practice = new Set(form.sections.filter(({ about }) => about === 'practice').map(({ key }) => key));
  const compliance = complianceOf(rules);
  return {
    score: scoreOf(pointsOf(scored)),
    practiceScore: scoreOf(pointsOf(scored.filter(({ section }) => practice.has(section)))),
    scored: scored.length,
    notEvidenced: (form.measures === 'compliance' ? rules : scored).filter(isNotEvidenced).length,
    ...gradesOf(form, applying, scored, compliance),
    ...compliance,
    ...levelsOf(filled, applying),
    sections: sectionScores(applying, scored, rules),
    themes: themeScores(form, scored, practice),
    items: [...forCase, ...byRow],
  };
}

function gradesOf(form: FormDocument, applying: Applying, scored: readonly ScoredAnswer[], compliance: Compliance) {
  const counts = form.measures === 'compliance' ? compliance.due : scored.length;
  const share = compliance.due > 0 ? compliance.metAdjusted / compliance.due : null;
  const rests = form.measures === 'compliance' ? share : scoreOf(pointsOf(scored));
  const before = counts < form.least ? null : gradeOf(rests, form.bands);
  const band = form.bands.find(({ grade }) => grade === before) ?? null;
  const { grade, lowered } = before ? capped(before, gradeCaps(form, applying, band)) : { grade: null, lowered: [] };
  return { gradeBeforeCaps: before, computedGrade: grade, ownGrade: ownGrade(applying), caps: lowered };
}

function ownGrade(applying: Applying): Grade | null {
  const asked = applying.questions.find(({ item }) => item.kind === 'judgement' && item.scale === 'grades');
  return grades.find((grade) => grade === asked?.answer?.value) ?? null;
}

function levelsOf({ facts }: FilledForm, applying: Applying) {
  const service = serviceLevels(facts);
  const own = (kind: LevelKind) => {
    const asked = applying.questions.find(({ item }) => kindOfLevel(item) === kind);
    return readLevel(asked?.answer?.value ?? null);
  };
  return {
    harmLevel: own('harm'),
    harmService: service.harm,
    safetyLevel: own('safety'),
    safetyService: service.safety,
  };
}

function sectionScores(
  applying: Applying,
  scored: readonly ScoredAnswer[],
  rules: readonly ItemScore[],
): SectionScore[] {
  const judgements = new Map(sectionJudgements(applying).map(({ section, sufficient }) => [section, sufficient]));
  return applying.sections.map(({ section: { key } }) => {
    const sufficient = judgements.get(key);
    return {
      section: key,
      ...pointsOf(scored.filter(({ section }) => section === key)),
      judgement: sufficient === undefined ? null : sufficient ? 'sufficient' : 'not-sufficient',
      ...complianceOf(rules.filter(({ section }) => section === key)),
    };
  });
}

/** The items that are rules of compliance. */
function ruleKeys(form: FormDocument): ReadonlySet<string> {
  return new Set(form.sections.flatMap(({ items }) => items.filter(asksCompliance).map(({ key }) => key)));
}

/** Rules asked once a row have one result more, for the case. */
function resultsOfRepeated(isRule: ReadonlySet<string>, byRow: readonly ItemScore[]): ItemScore[] {
  const repeated = new Set(byRow.map(({ item }) => item).filter((item) => isRule.has(item)));
  return [...repeated].flatMap((key) => caseResult(byRow.filter(({ item }) => item === key)) ?? []);
}

const isNotEvidenced = ({ outcome }: ItemScore) => outcome === 'not-evidenced';

type ScoredAnswer = ItemScore & { worth: number };
const isScoredAnswer = (row: ItemScore): row is ScoredAnswer => row.worth !== null && row.weight > 0;
