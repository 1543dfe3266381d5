import { whatApplies, type Applying } from '../forms/applies.js';
import { applies } from '../forms/condition.js';
import type { FilledForm } from '../forms/filled.js';
import { isOwnGrade } from '../forms/own-grade.js';
import { perForm } from '../forms/per-form.js';
import { kindOfLevel, readLevel, serviceLevels, type LevelKind } from '../forms/levels.js';
import { asksCompliance, grades, type Grade, type Level } from '../forms/scales.js';
import type { FormDocument } from '../forms/document.js';
import { capped, gradeOf } from './bands.js';
import { gradeCaps, limitingAnswers, sectionJudgements, type GradeCap } from './caps.js';
import { caseResult, complianceOf, type Compliance } from './compliance.js';
import { itemScore, type ItemScore } from './item-score.js';
import type { ScoringSettings } from './settings.js';
import { standardScores, type StandardScore } from './standard-scores.js';
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
  /** The caps that lowered the grade; those that did not bite are not here. Without bands: every limiting answer. */
  caps: GradeCap[];
  harmLevel: Level | null;
  harmService: Level | null;
  safetyLevel: Level | null;
  safetyService: Level | null;
  sections: SectionScore[];
  /** Standards of a framework, on forms whose judgements name key questions. */
  standards: StandardScore[];
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
export function scoreAudit(filled: FilledForm, settings: ScoringSettings, applying = whatApplies(filled)): AuditScore {
  const { form } = filled;
  const rows = applying.questions.flatMap((question) => itemScore(form, applying, question, settings) ?? []);
  const scored = rows.filter(isScoredAnswer);
  const byRow = rows.filter(({ occurrence }) => occurrence > 0);
  const isRule = ruleKeys(form);
  const forCase = [...rows.filter(({ occurrence }) => occurrence === 0), ...resultsOfRepeated(isRule, byRow)];
  const rules = forCase.filter(({ item }) => isRule.has(item));
  // What was done when is never mixed with how well.
  const quality = form.measures === 'compliance' ? [] : scored;
  const practice = practiceKeys(form);
  const compliance = complianceOf(rules);
  const standards = standardScores(form, forCase);
  return {
    score: scoreOf(pointsOf(quality)),
    practiceScore: scoreOf(pointsOf(quality.filter(({ section }) => practice.has(section)))),
    scored: scored.length,
    notEvidenced: (form.measures === 'compliance' ? rules : scored).filter(isNotEvidenced).length,
    ...gradesOf(form, applying, scored, compliance, standards),
    ...compliance,
    ...levelsOf(filled, applying),
    sections: sectionScores(applying, scored, rules),
    standards,
    themes: themeScores(form, scored, practice),
    items: [...forCase, ...byRow],
  };
}

function gradesOf(
  form: FormDocument,
  applying: Applying,
  scored: readonly ScoredAnswer[],
  compliance: Compliance,
  standards: readonly StandardScore[],
) {
  const before = gradeByBands(form, applying, scored, compliance);
  const band = form.bands?.find(({ grade }) => grade === before) ?? null;
  const caps = before ? gradeCaps(form, applying, band, standards) : [];
  const { grade, lowered } = before ? capped(before, caps) : { grade: null, lowered: alerts(form, applying) };
  return { gradeBeforeCaps: before, computedGrade: grade, ownGrade: ownGrade(form, applying), caps: lowered };
}

/** A form without bands gives no grade to hold down: its limiting answers are told all the same. */
function alerts(form: FormDocument, applying: Applying): GradeCap[] {
  return form.bands ? [] : limitingAnswers(form, applying);
}

/** Null on forms that give no grade, where this use of the form gives none, and with too few answers that count. */
function gradeByBands(
  { measures, bands, least = 1, gradeWhen }: FormDocument,
  applying: Applying,
  scored: readonly ScoredAnswer[],
  { due, metAdjusted }: Compliance,
): Grade | null {
  if (!bands || !applies(gradeWhen, applying.valuesOf(0))) return null;
  const compliance = measures === 'compliance';
  if ((compliance ? due : scored.length) < least) return null;
  return gradeOf(compliance ? (due > 0 ? metAdjusted / due : null) : scoreOf(pointsOf(scored)), bands);
}

function ownGrade(form: FormDocument, applying: Applying): Grade | null {
  const asked = applying.questions.find(({ item }) => isOwnGrade(form, item));
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
const ruleKeys = perForm(
  (form) => new Set(form.sections.flatMap(({ items }) => items.filter(asksCompliance).map(({ key }) => key))),
);

const practiceKeys = perForm(
  (form) => new Set(form.sections.filter(({ about }) => about === 'practice').map(({ key }) => key)),
);

/** Rules asked once a row have one result more, for the case. */
function resultsOfRepeated(isRule: ReadonlySet<string>, byRow: readonly ItemScore[]): ItemScore[] {
  const repeated = new Set(byRow.map(({ item }) => item).filter((item) => isRule.has(item)));
  return [...repeated].flatMap((key) => caseResult(byRow.filter(({ item }) => item === key)) ?? []);
}

const isNotEvidenced = ({ outcome }: ItemScore) => outcome === 'not-evidenced';

type ScoredAnswer = ItemScore & { worth: number };
const isScoredAnswer = (row: ItemScore): row is ScoredAnswer => row.worth !== null && row.weight > 0;
