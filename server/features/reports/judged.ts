import { formatDate } from '../../domain/calendar/format-date.js';
import { gradeName, isScored, optionsOf } from '../../domain/forms/scales.js';
import type { Section } from '../../domain/forms/document.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { formVersion, latestVersion } from '../forms/forms.store.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { resultsOfAudit } from './items.store.js';
import { itemIn, waysOfAsking, type AskedAlike } from './question-versions.js';
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
  const versions = [...new Set(mine.map(({ version }) => version))];
  const outcomes = mine.map((audit) => new Map(resultsOfAudit(r.db, audit.id).map((one) => [one.item, one.outcome])));
  const rows = questionsAsked(r, versions).map(({ key, asked }) => {
    const given = mine.map(({ version }, i) => (asked.versions.has(version) ? outcomes[i]?.get(key) : null) ?? null);
    const counted = given.filter((outcome) => outcome !== null && outcome !== 'does-not-apply');
    return {
      name: asked.note === null ? asked.item.question : `${asked.item.question} (${asked.note})`,
      overall: false,
      cells: given.map((outcome, i) => answerCell(outcome, labelsIn(r, mine[i], key))),
      sum: `${counted.filter((outcome) => outcome === 'yes').length} of ${counted.length}`,
    };
  });
  return inColumns(r, mine, `${r.form(form)}: answers${latest(all.length)}`, 'Well enough', rows);
}

/** Scored questions of sections about practice, in the order of the newest version; then those that only older ones have. */
function questionsAsked(r: Reporting, versions: readonly number[]): { key: string; asked: AskedAlike }[] {
  const newestFirst = versions.map((id) => formVersion(r.db, id)).sort((a, b) => b.version - a.version);
  const keys = newestFirst.flatMap(({ document }) =>
    practice(document.sections).flatMap(({ items }) =>
      items.filter((item) => isScored(document, item)).map(({ key }) => key),
    ),
  );
  return [...new Set(keys)].flatMap((key) => waysOfAsking(r, key, versions).map((asked) => ({ key, asked })));
}

/** The answers of a question by what they are called in the audit's own version. */
function labelsIn(r: Reporting, audit: CountedAudit | undefined, key: string): ReadonlyMap<string, string> {
  const item = audit && itemIn(r, audit, key);
  if (!item) return new Map();
  return new Map(optionsOf(formVersion(r.db, audit.version).document, item).map((one) => [one.key, one.label]));
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

/** Sections that an audit's own version judged, by the titles that they have now: one that was renamed stays one. */
export function judgedSections(r: Reporting, audit: CountedAudit): Section[] {
  const now = latestVersion(r.db, audit.form)?.document.sections ?? [];
  const titles = new Map(now.map(({ key, title }) => [key, title]));
  return practice(formVersion(r.db, audit.version).document.sections)
    .filter((section) => judgementItemOf(section) !== null)
    .map((section) => ({ ...section, title: titles.get(section.key) ?? section.title }));
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
