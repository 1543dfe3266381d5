import { themes } from '../../domain/forms/themes.js';
import { practitionerMeans } from '../../domain/scoring/practitioner-means.js';
import { scoreOf } from '../../domain/scoring/weighted-mean.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import { intervals } from '../../platform/svg/intervals.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { number, table, text, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { sentenceCell } from './figure-cells.js';
import { formsInFigure } from './forms-in-figure.js';
import { meanCell, meanOf, type Mean, type Scored } from './mean.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { themesOfAudit, type ThemeOfAudit } from './themes.store.js';
import { pageOf } from './what.js';

/** One form's figures of one person: from five audits on; sections about practice only, the audit as the unit. */
export interface FormMeans {
  form: string;
  lead: string;
  href: string | null;
  /** Which versions of the form, and where they differ. */
  versions: string;
  chart: Drawing;
  table: Table;
  sentence: string;
}

export interface ThemeMean {
  theme: string;
  name: string;
  mean: Mean;
}

/** The means by theme of one person's audits on one form, in the order of the themes. */
export function themeMeans(
  r: Reporting,
  person: number,
  audits: readonly CountedAudit[],
  given: readonly ThemeOfAudit[],
): ThemeMean[] {
  const asked = given.filter(({ practiceWeight }) => practiceWeight > 0);
  const byAudit = audits.map((audit) => ({
    practitioner: String(person),
    items: asked
      .filter(({ audit: id }) => id === audit.id)
      .map((one) => ({ theme: one.theme, weight: one.practiceWeight, score: practiceScoreOf(one) })),
  }));
  const means = practitionerMeans(byAudit, fewestForRange).get(String(person));
  return themes.flatMap(({ key, name }) => {
    const inDomain = means?.themes.get(key);
    if (!inDomain || inDomain.audits === 0) return [];
    const href = pageOf(r, { score: 'practice', theme: key, of: String(person) });
    const says = `${saysOfPractice(r, person)}, ${name.toLowerCase()}`;
    const mean = meanOf(r, scoredOn(audits, asked, key), { says, href, hold: false });
    return [{ theme: key, name, mean: inDomain.comparisonDrawn ? { ...mean, value: inDomain.mean } : mean }];
  });
}

/** What a mean of one person's work is of, in words. */
export const saysOfPractice = (r: Reporting, person: number): string =>
  `Score of ${r.person(person)} on sections about practice`;

/** The practice score of each audit that has one. */
export const practiceScores = (audits: readonly CountedAudit[]): Scored[] =>
  audits.flatMap((audit) => (audit.practiceScore === null ? [] : [{ audit, score: audit.practiceScore }]));

/** The score of each audit on one theme, over sections about practice. */
export const scoredOn = (audits: readonly CountedAudit[], given: readonly ThemeOfAudit[], theme: string): Scored[] =>
  audits.flatMap((audit) => {
    const one = given.find((row) => row.audit === audit.id && row.theme === theme);
    const score = one ? practiceScoreOf(one) : null;
    return score === null ? [] : [{ audit, score }];
  });

const practiceScoreOf = ({ practicePoints, practiceWeight }: ThemeOfAudit): number | null =>
  scoreOf({ points: practicePoints, weight: practiceWeight });

/** The figures of each form that has enough audits for them; the others are read, not counted. */
export function formMeans(r: Reporting, person: number, audits: readonly CountedAudit[]): FormMeans[] {
  const forms = [...new Set(audits.map(({ form }) => form))];
  return forms.flatMap((form) => {
    const ofForm = narrowed(r, { form });
    const mine = audits.filter((audit) => audit.form === form);
    const href = pageOf(ofForm, { score: 'practice', of: String(person) });
    const all = meanOf(ofForm, practiceScores(mine), { says: saysOfPractice(r, person), href, hold: false });
    if (all.value === null) return [];
    const given = mine.flatMap(({ id }) => themesOfAudit(r.db, id));
    const [versions] = formsInFigure(r, mine, null);
    const byTheme = themeMeans(ofForm, person, mine, given);
    return [{ form: r.form(form), versions: versions?.text ?? '', ...drawn(ofForm, form, all, byTheme) }];
  });
}

function drawn(r: Reporting, form: string, all: Mean, byTheme: readonly ThemeMean[]) {
  const title = `${r.form(form)}: mean score by theme`;
  const rows = [{ name: 'All practice', mean: all }, ...byTheme];
  return {
    lead: `Mean ${all.text} over ${all.n} audits${all.range === null ? '' : `, range ${all.range}`}.`,
    href: all.href,
    sentence: all.sentence,
    chart: intervals({
      id: `means-${form}`,
      title,
      measure: 'score',
      rows: rows.flatMap(({ name: label, mean }, i) => {
        if (mean.value === null || !mean.interval) return [];
        const counted = `${mean.n} audits`;
        const { lower, upper } = mean.interval;
        return [
          { kind: 'interval' as const, label, value: mean.value, low: lower, high: upper, counted, strong: i === 0 },
        ];
      }),
    }),
    table: table({
      key: `means-${form}`,
      title,
      sentence: `Sections about practice, one score an audit, ${selectedInWords(r)}. Under five audits each score by itself, in order of date.`,
      columns: [
        { key: 'theme', head: 'Theme', kind: 'text' },
        { key: 'audits', head: 'Audits', kind: 'number' },
        { key: 'mean', head: 'Mean, or each score', kind: 'text' },
        { key: 'range', head: '95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: rows.map(({ name: label, mean }) => ({
        theme: text(label),
        audits: number(mean.n),
        mean: meanCell(mean),
        range: text(mean.range ?? ''),
        sentence: sentenceCell(mean),
      })),
    }),
  };
}
