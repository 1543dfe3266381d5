import { scoreAudit } from '../../../server/domain/scoring/score-audit';
import { auditById } from '../../../server/features/audits/audits.store';
import { filledAudit } from '../../../server/features/audits/filled-audit';
import type { TestApp } from '../../fixtures/app';

export type RawAudit = ReturnType<typeof auditsFromAnswers>[number];

/** Every agreed audit, scored anew from its raw answers; themes weighed item by item from the form document. */
export function auditsFromAnswers({ db, clock }: TestApp) {
  const ids = db.prepare(`SELECT id FROM audits WHERE state = 'agreed' ORDER BY agreed_on, id`).all() as {
    id: number;
  }[];
  return ids.map(({ id }) => {
    const audit = auditById(db, id, { kind: 'all' }, clock.now.slice(0, 10))!;
    const { filled, form, settings } = filledAudit(db, audit);
    const score = scoreAudit(filled, settings);
    const sections = form.document.sections;
    const about = new Map(sections.map(({ key, about: what }) => [key, what]));
    const themesOf = new Map(
      sections.flatMap(({ items }) => items.map((item) => [item.key, ('themes' in item && item.themes) || []])),
    );
    const weigh = (theme: string, onlyPractice: boolean): number | null => {
      let [points, weight] = [0, 0];
      for (const item of score.items) {
        if (item.worth === null || !themesOf.get(item.item)?.includes(theme)) continue;
        if (onlyPractice && about.get(item.section) !== 'practice') continue;
        points += item.worth * item.weight;
        weight += item.weight;
      }
      return weight === 0 ? null : points / weight;
    };
    return { audit, score, form, measures: form.measures, weigh };
  });
}

export const atLeast = (score: number | null, from: number): boolean => score !== null && score > from - 1e-9;
