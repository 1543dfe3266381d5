import type { AuditScore, SectionScore } from '../../domain/scoring/score-audit.js';
import type { ItemScore } from '../../domain/scoring/item-score.js';
import type { ThemeScore } from '../../domain/scoring/theme-scores.js';
import type { Grade, Level } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** The levels that the auditor put before the service's were shown; null where none was asked or judged. */
export interface FirstLevels {
  harm: Level | null;
  safety: Level | null;
}

/** Writes what an audit comes to, in place of what an earlier submission came to. */
export function writeResults(db: Db, audit: number, score: AuditScore, first: FirstLevels): void {
  writeAuditResult(db, audit, score, first);
  for (const table of ['section_results', 'theme_results', 'item_results']) {
    sql<{ audit: number }>(db, `DELETE FROM ${table} WHERE audit_id = @audit`).run({ audit });
  }
  for (const section of score.sections) writeSection(db, audit, section);
  for (const theme of score.themes) writeTheme(db, audit, theme);
  for (const item of score.items) writeItem(db, audit, item);
}

function writeAuditResult(db: Db, audit: number, score: AuditScore, first: FirstLevels): void {
  sql<object>(
    db,
    `INSERT INTO audit_results (audit_id, score, practice_score, scored, not_evidenced, grade_before_caps, computed_grade,
       own_grade, caps, met, met_adjusted, due, harm_first, harm_level, harm_service, safety_first, safety_level, safety_service)
     VALUES (@audit, @score, @practiceScore, @scored, @notEvidenced, @gradeBeforeCaps, @computedGrade, @ownGrade, @caps,
       @met, @metAdjusted, @due, @harmFirst, @harmLevel, @harmService, @safetyFirst, @safetyLevel, @safetyService)
     ON CONFLICT (audit_id) DO UPDATE SET score = @score, practice_score = @practiceScore, scored = @scored,
       not_evidenced = @notEvidenced, grade_before_caps = @gradeBeforeCaps, computed_grade = @computedGrade,
       own_grade = @ownGrade, caps = @caps, met = @met, met_adjusted = @metAdjusted, due = @due, harm_first = @harmFirst,
       harm_level = @harmLevel, harm_service = @harmService, safety_first = @safetyFirst, safety_level = @safetyLevel,
       safety_service = @safetyService`,
  ).run({
    audit,
    score: score.score,
    practiceScore: score.practiceScore,
    scored: score.scored,
    notEvidenced: score.notEvidenced,
    gradeBeforeCaps: score.gradeBeforeCaps,
    computedGrade: score.computedGrade,
    ownGrade: score.ownGrade,
    caps: JSON.stringify(score.caps),
    met: score.met,
    metAdjusted: score.metAdjusted,
    due: score.due,
    harmFirst: first.harm,
    harmLevel: score.harmLevel,
    harmService: score.harmService,
    safetyFirst: first.safety,
    safetyLevel: score.safetyLevel,
    safetyService: score.safetyService,
  });
}

function writeSection(db: Db, audit: number, { section, points, weight, judgement }: SectionScore): void {
  sql<object>(
    db,
    `INSERT INTO section_results (audit_id, section_key, points, weight, judgement)
     VALUES (@audit, @section, @points, @weight, @judgement)`,
  ).run({ audit, section, points, weight, judgement });
}

function writeTheme(db: Db, audit: number, theme: ThemeScore): void {
  sql<object>(
    db,
    `INSERT INTO theme_results (audit_id, theme, points, weight, practice_points, practice_weight)
     VALUES (@audit, @theme, @points, @weight, @practicePoints, @practiceWeight)`,
  ).run({ audit, ...theme });
}

function writeItem(db: Db, audit: number, score: ItemScore): void {
  const { item, occurrence, outcome, worth, weight, days, limitUsed, reason } = score;
  sql<object>(
    db,
    `INSERT INTO item_results (audit_id, item_key, occurrence, outcome, worth, weight, days, limit_used, reason)
     VALUES (@audit, @item, @occurrence, @outcome, @worth, @weight, @days, @limitUsed, @reason)`,
  ).run({ audit, item, occurrence, outcome, worth, weight, days, limitUsed, reason });
}

export interface AuditResult {
  score: number | null;
  practiceScore: number | null;
  scored: number;
  notEvidenced: number;
  gradeBeforeCaps: Grade | null;
  computedGrade: Grade | null;
  ownGrade: Grade | null;
  /** JSON of the caps that lowered the grade. */
  caps: string;
  met: number;
  metAdjusted: number;
  due: number;
  harmFirst: Level | null;
  harmLevel: Level | null;
  harmService: Level | null;
  safetyFirst: Level | null;
  safetyLevel: Level | null;
  safetyService: Level | null;
}

/** What an audit came to at its last submission. */
export function auditResult(db: Db, audit: number): AuditResult | undefined {
  return sql<{ audit: number }, AuditResult>(
    db,
    `SELECT score, practice_score AS practiceScore, scored, not_evidenced AS notEvidenced,
       grade_before_caps AS gradeBeforeCaps, computed_grade AS computedGrade, own_grade AS ownGrade, caps, met,
       met_adjusted AS metAdjusted, due, harm_first AS harmFirst, harm_level AS harmLevel, harm_service AS harmService,
       safety_first AS safetyFirst, safety_level AS safetyLevel, safety_service AS safetyService
     FROM audit_results WHERE audit_id = @audit`,
  ).get({ audit });
}

export function sectionResults(
  db: Db,
  audit: number,
): Pick<SectionScore, 'section' | 'points' | 'weight' | 'judgement'>[] {
  return sql<{ audit: number }, Pick<SectionScore, 'section' | 'points' | 'weight' | 'judgement'>>(
    db,
    'SELECT section_key AS section, points, weight, judgement FROM section_results WHERE audit_id = @audit',
  ).all({ audit });
}

export function themeResults(db: Db, audit: number): ThemeScore[] {
  return sql<{ audit: number }, ThemeScore>(
    db,
    `SELECT theme, points, weight, practice_points AS practicePoints, practice_weight AS practiceWeight
     FROM theme_results WHERE audit_id = @audit`,
  ).all({ audit });
}

export type ItemResult = Omit<ItemScore, 'section' | 'accepted'>;

export function itemResults(db: Db, audit: number): ItemResult[] {
  return sql<{ audit: number }, ItemResult>(
    db,
    `SELECT item_key AS item, occurrence, outcome, worth, weight, days, limit_used AS limitUsed, reason
     FROM item_results WHERE audit_id = @audit`,
  ).all({ audit });
}
