import type { Section } from '../../domain/forms/document.js';
import { asksCompliance, isPrompt, isScored } from '../../domain/forms/scales.js';
import { isDue } from '../../domain/scoring/compliance.js';
import { lowestStandards, standardScores, type StandardScore } from '../../domain/scoring/standard-scores.js';
import { scoreOf } from '../../domain/scoring/weighted-mean.js';
import { roundHalfUp } from '../../domain/statistics/rounding.js';
import type { Mark } from '../../platform/svg/units.js';
import { blank, number, share, table, text, units, type Cell, type Table } from '../../platform/table.js';
import { answerTo, type Outcome } from './outcome.js';
import type { ItemResult } from './results.store.js';

/** The words of the squares, as the part `key` takes them. */
interface Key {
  yes: string;
  part: string;
  no: string;
  doesNotApply: string | null;
  noAnswer: string | null;
}

export interface SectionsPart {
  count: string;
  key: Key;
  table: Table;
}

/** Each section with its judgement, one square an answer, and its score; the same squares for rules kept or not. */
export function sectionsPart(outcome: Outcome): SectionsPart {
  const compliance = outcome.form.measures === 'compliance';
  const rows = outcome.form.document.sections
    .map((section) => ({ section, answers: countedIn(outcome, section, compliance) }))
    .filter(({ section, answers }) => answers.length > 0 || judgementOf(outcome, section) !== null);
  const judged = rows.some(({ section }) => judgementOf(outcome, section) !== null);
  const whole = table({
    key: 'sections',
    title: 'Sections',
    sentence: countOf(outcome),
    columns: [
      { key: 'section', head: 'Section', kind: 'text' },
      { key: 'judgement', head: 'Judgement', kind: 'units' },
      { key: 'answers', head: 'Answers, one square each', kind: 'units' },
      { key: 'score', head: compliance ? 'Kept' : 'Score', kind: compliance ? 'share' : 'number' },
    ],
    rows: rows.map(({ section, answers }) => ({
      section: text(section.title, {
        href: `/audits/${outcome.audit.id}/answers#s-${section.key}`,
        note: sentenceOf(outcome, section),
      }),
      judgement: judgementCell(judgementOf(outcome, section)),
      answers: answers.length === 0 ? text('–') : units(answers.map(markOf), countWords(answers)),
      score: compliance ? keptCell(answers) : scoreCell(outcome, section),
    })),
  });
  const columns = whole.columns.filter(({ key }) => judged || key !== 'judgement');
  return { count: countOf(outcome), key: compliance ? keptKey : scoredKey, table: { ...whole, columns } };
}

const scoredKey: Key = {
  yes: 'Yes, well enough',
  part: 'In part',
  no: 'No',
  doesNotApply: 'Does not apply',
  noAnswer: null,
};
const keptKey: Key = {
  yes: 'Met',
  part: 'Not met, reason given',
  no: 'Not met',
  doesNotApply: 'Does not apply',
  noAnswer: 'Not yet due',
};

function countOf({ result, sections, form, items }: Outcome): string {
  if (form.measures === 'compliance')
    return `${result.met} of ${result.due} rules met; ${result.notEvidenced} not evidenced`;
  const standards = standardScores(form.document, items);
  if (standards.length > 0) return `${keyQuestionsInWords(standards)}; ${result.notEvidenced} not evidenced`;
  const points = sections.reduce((sum, section) => sum + section.points, 0);
  const weight = sections.reduce((sum, section) => sum + section.weight, 0);
  return `${String(roundHalfUp(points, 1))} of ${weight} weighted points; ${result.notEvidenced} not evidenced`;
}

/** What an inspection counts: judgements on key questions, and the standards where fewest were Sufficient. */
function keyQuestionsInWords(standards: readonly StandardScore[]): string {
  const all = standards.reduce((sum, { applicable }) => sum + applicable, 0);
  const sufficient = standards.reduce((sum, one) => sum + one.sufficient, 0);
  const lowest = lowestStandards(standards).map((one) => `${one.standard} (${one.sufficient} of ${one.applicable})`);
  const where = lowest.length > 0 ? `; lowest in ${lowest.join(', ')}` : '';
  return `${sufficient} of ${all} key questions judged Sufficient${where}`;
}

/** How many were answered well enough, of those that apply. */
function countWords(answers: readonly ItemResult[]): string {
  const marks = answers.map(markOf).filter((mark) => mark !== 'does-not-apply' && mark !== 'no-answer');
  return `${marks.filter((mark) => mark === 'yes').length} of ${marks.length}`;
}

/** The answers of a section that count or inform its judgement, in order; what does not apply keeps its place. */
function countedIn({ form, items }: Outcome, section: Section, compliance: boolean): ItemResult[] {
  const asksHowWell = form.measures === 'inspection' ? isPrompt : isScored;
  return section.items
    .filter((item) => (compliance ? asksCompliance(item) : asksHowWell(form.document, item)))
    .flatMap((item) => items.filter((result) => result.item === item.key && (!compliance || result.occurrence === 0)));
}

function markOf({ outcome, worth }: ItemResult): Mark {
  if (outcome === 'not-evidenced' || outcome === 'does-not-apply') return outcome;
  if (outcome === 'not-met-with-reason' || outcome === 'in-part') return 'in-part';
  if (outcome === 'not-yet-due') return 'no-answer';
  if (['met', 'yes', 'right'].includes(outcome) || worth === 1) return 'yes';
  return worth !== null && worth > 0 ? 'in-part' : 'no';
}

const judgementOf = ({ sections }: Outcome, { key }: Section) =>
  sections.find(({ section }) => section === key)?.judgement ?? null;

function judgementCell(judgement: 'sufficient' | 'not-sufficient' | null): Cell {
  if (judgement === null) return text('–');
  return judgement === 'sufficient'
    ? units(['yes'], 'Sufficient', { strong: true })
    : units(['no'], 'Not sufficient', { strong: true });
}

function scoreCell({ sections }: Outcome, { key }: Section): Cell {
  const result = sections.find(({ section }) => section === key);
  const score = result ? scoreOf(result) : null;
  return score === null ? blank() : number(roundHalfUp(score, 2), 2);
}

function keptCell(answers: readonly ItemResult[]): Cell {
  const due = answers.filter(({ outcome }) => isDue(outcome));
  return due.length === 0 ? text('none due') : share(due.filter(({ outcome }) => outcome === 'met').length, due.length);
}

/** What the auditor wrote beside the judgement on a section. */
function sentenceOf(outcome: Outcome, section: Section): string | null {
  const judgement = section.items.find((item) => item.kind === 'judgement' && item.scale === 'sufficient');
  return judgement ? (answerTo(outcome, judgement.key)?.note ?? null) : null;
}
