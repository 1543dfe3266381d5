import { formatDate } from '../../domain/calendar/format-date.js';
import { gradeName, isScored, optionsOf } from '../../domain/forms/scales.js';
import type { Section } from '../../domain/forms/document.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { formVersion } from '../forms/forms.store.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { resultsOfAudit } from './items.store.js';
import type { Reporting } from './reporting.js';
import { sectionsJudged } from './written.store.js';

/** What `components/judgements` draws: audits side by side, oldest left. */
export interface Judgements {
  caption: string;
  audits: { date: string; form: string; href: string; reference: string; by: string }[];
  sumHead: string | null;
  rows: { name: string; overall: boolean; cells: JudgedCell[]; sum: string }[];
}

interface JudgedCell {
  units: Units | null;
  text: string;
}

/** How many audits fit side by side. */
export const mostInRow = 4;

/** Judgements on sections about practice, from forms that ask for them; null when there are none. */
export function sectionJudgements(r: Reporting, audits: readonly CountedAudit[]): Judgements | null {
  const all = audits.filter((audit) => judgedSections(r, audit).length > 0);
  const judged = all.slice(-mostInRow);
  if (judged.length === 0) return null;
  const titles = [...new Set(judged.flatMap((audit) => judgedSections(r, audit).map(({ title }) => title)))];
  const bySection = judged.map((audit) => judgementsByTitle(r, audit));
  const asked = titles.filter((title) => bySection.some((of) => of.has(title)));
  const rows = asked.map((title) => {
    const given = bySection.map((of) => of.get(title) ?? null);
    const known = given.filter((judgement) => judgement !== null);
    const sum = `${known.filter((j) => j === 'sufficient').length} of ${known.length}`;
    return { name: title, overall: false, cells: given.map(judgementCell), sum };
  });
  return inColumns(r, judged, `Judgements by section${latest(all.length)}`, 'Sufficient', rows);
}

/** Answers question by question, from a form that judges no sections; null when there are none. */
export function questionJudgements(r: Reporting, form: string, audits: readonly CountedAudit[]): Judgements | null {
  const all = audits.filter((audit) => audit.form === form);
  const mine = all.slice(-mostInRow);
  const last = mine.at(-1);
  if (!last || judgedSections(r, last).length > 0) return null;
  const { document } = formVersion(r.db, last.version);
  const questions = practice(document.sections).flatMap(({ items }) =>
    items.filter((item) => isScored(document, item)),
  );
  const outcomes = mine.map((audit) => new Map(resultsOfAudit(r.db, audit.id).map((one) => [one.item, one.outcome])));
  const rows = questions.map((item) => {
    const given = outcomes.map((of) => of.get(item.key) ?? null);
    const labels = new Map(optionsOf(document, item).map(({ key, label }) => [key, label]));
    const asked = given.filter((outcome) => outcome !== null && outcome !== 'does-not-apply');
    return {
      name: item.question,
      overall: false,
      cells: given.map((outcome) => answerCell(outcome, labels)),
      sum: `${asked.filter((outcome) => outcome === 'yes').length} of ${asked.length}`,
    };
  });
  return inColumns(r, mine, `${r.form(form)}: answers${latest(all.length)}`, 'Well enough', rows);
}

/** Said where there are more than stand side by side; the list of audits has them all. */
const latest = (n: number): string => (n > mostInRow ? `: the latest ${mostInRow} of ${n}` : '');

function inColumns(
  r: Reporting,
  audits: readonly CountedAudit[],
  caption: string,
  sumHead: string,
  rows: Judgements['rows'],
): Judgements {
  const grades = audits.map(({ ownGrade }) => ({
    units: null,
    text: ownGrade === null ? 'No grade' : gradeName(ownGrade),
  }));
  return {
    caption,
    sumHead,
    audits: audits.map((audit) => ({
      date: formatDate(audit.agreedOn),
      form: r.form(audit.form),
      ...caseOf(audit),
      by: r.person(audit.auditor),
    })),
    rows: [...rows, { name: 'Grade agreed', overall: true, cells: grades, sum: '' }],
  };
}

/** The manager's oversight judges the manager, so it stands on no practitioner's page. */
const practice = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ about }) => about === 'practice');

export const judgementItemOf = ({ items }: Section): string | null =>
  items.find((item) => item.kind === 'judgement' && item.scale === 'sufficient')?.key ?? null;

export function judgedSections(r: Reporting, audit: CountedAudit): Section[] {
  return practice(formVersion(r.db, audit.version).document.sections).filter(
    (section) => judgementItemOf(section) !== null,
  );
}

export function judgementsByTitle(r: Reporting, audit: CountedAudit): Map<string, 'sufficient' | 'not-sufficient'> {
  const given = new Map(sectionsJudged(r.db, audit.id).map(({ section, judgement }) => [section, judgement]));
  return new Map(
    judgedSections(r, audit).flatMap(({ key, title }) => {
      const judgement = given.get(key);
      return judgement ? [[title, judgement] as const] : [];
    }),
  );
}

function judgementCell(judgement: 'sufficient' | 'not-sufficient' | null): JudgedCell {
  if (judgement === null) return { units: unitRow(['does-not-apply']), text: 'not asked' };
  return judgement === 'sufficient'
    ? { units: unitRow(['yes']), text: 'Sufficient' }
    : { units: unitRow(['no']), text: 'Not sufficient' };
}

function answerCell(outcome: string | null, labels: ReadonlyMap<string, string>): JudgedCell {
  if (outcome === null) return { units: unitRow(['does-not-apply']), text: 'not asked' };
  return { units: unitRow([markOfAnswer(outcome)]), text: labels.get(outcome) ?? outcome };
}

/** The square of an answer. */
export function markOfAnswer(outcome: string): Mark {
  if (outcome === 'yes' || outcome === 'right' || outcome === 'met') return 'yes';
  if (outcome === 'in-part' || outcome === 'not-met-with-reason') return 'in-part';
  if (outcome === 'not-evidenced' || outcome === 'no-decision') return 'not-evidenced';
  return outcome === 'does-not-apply' || outcome === 'not-yet-due' ? 'does-not-apply' : 'no';
}
