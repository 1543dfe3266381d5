import { themeName } from '../../domain/forms/themes.js';
import { compare, wellEnough, type Compared, type Pair } from '../../domain/ratings/internal-external.js';
import { keyQuestionsOf } from '../../domain/ratings/reading-of.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import { wholePercent } from '../../domain/statistics/rounding.js';
import { number, share, table, text, type Row, type Table } from '../../platform/table.js';
import type { Showing } from '../../platform/http/route.js';
import { formVersion } from '../forms/forms.store.js';
import { answeredByBoth } from './both.store.js';
import { daysOf } from './inspections.page.js';
import type { Inspection } from './inspections.store.js';
import { readingsOf } from './readings.store.js';
import { settledOf } from './settled.store.js';

/** Where an internal audit and the inspection judged the same case: agreement and direction, in counts. */
export interface BothPage {
  where: string;
  sentence: string;
  conclusion: string | null;
  questions: Table;
  themes: Table;
  tables: Table[];
}

interface Paired extends Pair {
  item: string;
  theme: string | null;
  isJudgement: boolean;
}

export function bothPage(c: Showing, inspection: Inspection): BothPage {
  const pairs = pairsOf(c, inspection);
  const judged = pairs.filter(({ isJudgement }) => isJudgement);
  const names = namesOf(c, inspection);
  const questions = comparedTable(
    'key-questions',
    'By key question',
    'Key question',
    grouped(judged, ({ item }) => names.get(item) ?? item),
  );
  const prompts = pairs.filter(({ isJudgement, theme }) => !isJudgement && theme !== null);
  const themes = comparedTable(
    'themes',
    'By theme, answer by answer',
    'Theme',
    grouped(prompts, ({ theme }) => themeName(theme ?? '')),
  );
  const cases = new Set(pairs.map((pair) => pair.case)).size;
  return {
    where: `${inspection.name}, ${daysOf(inspection)}`,
    sentence: sentenceOf(cases),
    conclusion: judged.length === 0 ? null : conclusionOf(compare(judged)),
    questions,
    themes,
    tables: [questions, themes],
  };
}

/** What was settled holds in place of what the inspector wrote; the internal audit is the newest agreed one. */
function pairsOf(c: Showing, inspection: Inspection): Paired[] {
  const settled = new Map(settledOf(c.db, inspection.id).map((one) => [`${one.auditId} ${one.itemKey}`, one.value]));
  return answeredByBoth(c.db, inspection.id).flatMap(
    ({ caseId, itemKey, theme, kind, externalAudit, external, internal }) => {
      const outside = wellEnough(settled.get(`${externalAudit} ${itemKey}`) ?? external);
      const inside = wellEnough(internal);
      if (outside === null || inside === null) return [];
      return [
        { case: caseId, item: itemKey, theme, isJudgement: kind === 'judgement', internal: inside, external: outside },
      ];
    },
  );
}

/** A judgement by its words; a key question with its numbers in every form of the inspection. */
function namesOf(c: Showing, inspection: Inspection): Map<string, string> {
  const versions = new Set(readingsOf(c.db, inspection.id).map(({ formVersionId }) => formVersionId));
  const forms = [...versions].map((id) => formVersion(c.db, id).document);
  const numbers = forms.flatMap(keyQuestionsOf);
  const names = forms.flatMap(({ sections }) =>
    sections.flatMap(({ title, items }) =>
      items.flatMap(({ kind, key, ...item }): [string, string][] => {
        const own = [...new Set(numbers.filter((one) => one.item === key).map((one) => one.key))];
        const words = own.length > 0 ? title.replace(/^[\d.]+ /, '') : 'question' in item ? item.question : key;
        return kind === 'judgement' ? [[key, [own.join(' and '), words].filter((part) => part !== '').join(' ')]] : [];
      }),
    ),
  );
  return new Map(names);
}

function grouped(pairs: readonly Paired[], by: (pair: Paired) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(by(pair), [...(groups.get(by(pair)) ?? []), pair]);
  return groups;
}

function sentenceOf(cases: number): string {
  if (cases === 0) return 'No case of this inspection was audited inside the service too.';
  return `${cases === 1 ? 'One case was' : `${cases} cases were`} read by both: by an internal audit that was agreed, the newest of each, and by the inspection. Only questions with the same key are compared.`;
}

function conclusionOf({ both, agree, internalKinder, internalHarsher }: Compared): string {
  const few = both < fewestForPerCent ? ' So few judgements bear no more than this count.' : '';
  return `On key questions both agree in ${agree} of ${both} judgements; the internal audit was kinder in ${internalKinder} and harsher in ${internalHarsher}.${few}`;
}

const comparedTable = (key: string, title: string, head: string, groups: Map<string, Pair[]>): Table =>
  table({
    key,
    title,
    sentence: 'Judged well enough or not, internal audit against inspection, on the same cases. Per cent from ten on.',
    columns: [
      { key: 'of', head, kind: 'text' },
      { key: 'cases', head: 'Cases', kind: 'number' },
      { key: 'agree', head: 'Agree', kind: 'share' },
      { key: 'kinder', head: 'Internal kinder', kind: 'number' },
      { key: 'harsher', head: 'Internal harsher', kind: 'number' },
    ],
    rows: [...groups].map(([name, pairs]) => comparedRow(name, compare(pairs))),
  });

const comparedRow = (name: string, { both, cases, agree, internalKinder, internalHarsher }: Compared): Row => ({
  of: text(name),
  cases: number(cases),
  agree: share(agree, both, { note: both >= fewestForPerCent ? `${wholePercent(agree, both)}%` : null }),
  kinder: number(internalKinder),
  harsher: number(internalHarsher),
});
