import { themes } from '../../domain/forms/themes.js';
import { practitionerMeans } from '../../domain/scoring/practitioner-means.js';
import { scoreOf } from '../../domain/scoring/weighted-mean.js';
import { fewestForRange } from '../../domain/statistics/small-numbers.js';
import { intervals } from '../../platform/svg/intervals.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { number, table, text, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { meanOf, type Mean } from './mean.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { themesOfAudit, type ThemeOfAudit } from './themes.store.js';

/** One form's figures of one person: from five audits on; sections about practice only, the audit as the unit. */
export interface FormMeans {
  form: string;
  lead: string;
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
export function themeMeans(audits: readonly CountedAudit[], given: readonly ThemeOfAudit[]): ThemeMean[] {
  const asked = given.filter(({ practiceWeight }) => practiceWeight > 0);
  const byAudit = audits.map((audit) => ({
    practitioner: String(audit.workOf),
    items: asked
      .filter(({ audit: id }) => id === audit.id)
      .map((one) => ({ theme: one.theme, weight: one.practiceWeight, score: practiceScoreOf(one) })),
  }));
  const person = practitionerMeans(byAudit, fewestForRange).get(String(audits[0]?.workOf));
  return themes.flatMap(({ key, name }) => {
    const inDomain = person?.themes.get(key);
    if (!inDomain || inDomain.audits === 0) return [];
    const mean = meanOf(audits.map((audit) => ({ audit, score: scoreOn(asked, audit, key) })));
    return [{ theme: key, name, mean: inDomain.comparisonDrawn ? { ...mean, value: inDomain.mean } : mean }];
  });
}

const practiceScoreOf = ({ practicePoints, practiceWeight }: ThemeOfAudit): number | null =>
  scoreOf({ points: practicePoints, weight: practiceWeight });

function scoreOn(given: readonly ThemeOfAudit[], audit: CountedAudit, theme: string): number | null {
  const one = given.find((row) => row.audit === audit.id && row.theme === theme);
  return one ? practiceScoreOf(one) : null;
}

/** The figures of each form that has enough audits for them; the others are read, not counted. */
export function formMeans(r: Reporting, name: string, audits: readonly CountedAudit[]): FormMeans[] {
  const forms = [...new Set(audits.map(({ form }) => form))];
  return forms.flatMap((form) => {
    const mine = audits.filter((audit) => audit.form === form);
    const all = meanOf(mine.map((audit) => ({ audit, score: audit.practiceScore })));
    if (all.value === null) return [];
    const byTheme = themeMeans(
      mine,
      mine.flatMap(({ id }) => themesOfAudit(r.db, id)),
    );
    return [{ form: r.form(form), ...drawn(r, name, form, all, byTheme) }];
  });
}

function drawn(r: Reporting, name: string, form: string, all: Mean, byTheme: readonly ThemeMean[]) {
  const title = `${r.form(form)}: mean score by theme`;
  const rows = [{ name: 'All practice', mean: all }, ...byTheme];
  const range = all.range === null ? '' : `, range ${all.range}`;
  const sentence = `${name}: mean ${all.text} over ${all.n} audits with ${r.form(form)}${range}; sections about practice; ${selectedInWords(r)}.`;
  return {
    lead: `Mean ${all.text} over ${all.n} audits${range}.`,
    sentence,
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
      ],
      rows: rows.map(({ name: label, mean }) => ({
        theme: text(label),
        audits: number(mean.n),
        mean: text(mean.text),
        range: text(mean.range ?? ''),
      })),
    }),
  };
}
