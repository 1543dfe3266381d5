import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { levelDifference, levelItems, type LevelKind } from '../../domain/forms/levels.js';
import { asksCompliance, levelName, scales, type Level } from '../../domain/forms/scales.js';
import { themes } from '../../domain/forms/themes.js';
import { isDue } from '../../domain/scoring/compliance.js';
import { scoreOf } from '../../domain/scoring/weighted-mean.js';
import { scoreText } from '../../domain/statistics/rounding.js';
import { table, text, type Table } from '../../platform/table.js';
import { answerHref, answerTo, itemOf, numberOf, type Outcome } from './outcome.js';
import type { ItemResult } from './results.store.js';

export interface LevelsPart {
  table: Table;
  notes: string[];
}

/** The auditor's first levels beside the service's; null on forms that ask for none. */
export function levelsPart(outcome: Outcome): LevelsPart | null {
  const rows = (['harm', 'safety'] as const).filter((kind) => itemOf(outcome, levelItems[kind].item) !== null);
  if (rows.length === 0) return null;
  return {
    table: table({
      key: 'levels',
      title: 'The auditor’s levels beside the service’s',
      sentence: 'The auditor’s level as first put, before the service’s was shown.',
      columns: [
        { key: 'risk', head: 'Risk', kind: 'text' },
        { key: 'auditor', head: 'Auditor', kind: 'text' },
        { key: 'service', head: 'Service', kind: 'text' },
      ],
      rows: rows.map((kind) => levelRow(outcome, kind)),
    }),
    notes: rows.flatMap((kind) => answerTo(outcome, levelItems[kind].item)?.note ?? []),
  };
}

function levelRow({ result }: Outcome, kind: LevelKind) {
  const [first, now, service] =
    kind === 'harm'
      ? [result.harmFirst, result.harmLevel, result.harmService]
      : [result.safetyFirst, result.safetyLevel, result.safetyService];
  const later = now !== first && now !== null ? `changed later to ${levelName(now)}` : null;
  return {
    risk: text(kind === 'harm' ? 'Harm to others' : 'Child’s safety'),
    auditor: text(first === null ? 'Not judged' : levelName(first), { strong: true, note: later }),
    service: text(`${levelName(service)}${stepsWords(first, service)}`),
  };
}

function stepsWords(own: Level | null, service: Level | null): string {
  const steps = levelDifference(own, service);
  if (steps === null) return '';
  if (steps === 0) return ', the same';
  const far = Math.abs(steps);
  return `, ${far} ${far === 1 ? 'step' : 'steps'} ${steps > 0 ? 'lower' : 'higher'}`;
}

export interface CompliancePart {
  raw: string;
  adjusted: string;
  /** Everything that was due and not met, with its reason; null when all was. */
  exceptions: Table | null;
}

/** Rules kept and not kept, counted apart from the score; null where none was asked. */
export function compliancePart(outcome: Outcome): CompliancePart | null {
  const { result, items } = outcome;
  const rules = items.filter(({ item }) => isRule(outcome, item));
  if (rules.length === 0) return null;
  const missed = rules.filter(({ outcome: came, occurrence, item }) => {
    const alone = occurrence > 0 || !rules.some((rule) => rule.item === item && rule.occurrence > 0);
    return alone && isDue(came) && came !== 'met';
  });
  return {
    raw: `${result.met} of ${result.due}`,
    adjusted: `${result.metAdjusted} of ${result.due}`,
    exceptions: missed.length === 0 ? null : exceptionsTable(outcome, missed),
  };
}

function exceptionsTable(outcome: Outcome, missed: readonly ItemResult[]): Table {
  return table({
    key: 'exceptions',
    title: 'Not kept',
    sentence: 'Everything that was due and not met.',
    columns: [
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'outcome', head: 'Result', kind: 'text' },
      { key: 'limit', head: 'Took, limit', kind: 'text' },
      { key: 'reason', head: 'Reason', kind: 'words' },
    ],
    rows: missed.map((rule) => ({
      rule: text(itemOf(outcome, rule.item)?.question ?? rule.item, {
        href: answerHref(outcome.audit, rule.item, rule.occurrence),
        note: numberOf(outcome, rule.item, rule.occurrence),
      }),
      outcome: text(scales['compliance']?.find(({ key }) => key === rule.outcome)?.label ?? rule.outcome),
      limit: text(tookWords(rule)),
      reason: text(reasonWords(outcome, rule)),
    })),
  });
}

function tookWords({ days, limitUsed }: ItemResult): string {
  if (limitUsed === null) return '–';
  return days === null ? `no dates, limit ${limitUsed}` : `${String(days)}, limit ${limitUsed}`;
}

function reasonWords({ settings, form }: Outcome, { reason }: ItemResult): string {
  const known = latenessReasonOf(reason);
  if (!known) return 'No reason on file';
  if (form.document.zeroTolerance) return known.reason;
  return `${known.reason} (${settings.acceptedReasons.has(known.code) ? 'accepted' : 'not accepted'})`;
}

const isRule = (outcome: Outcome, key: string): boolean => {
  const item = itemOf(outcome, key);
  return item !== null && asksCompliance(item);
};

/** Each theme that the form asked about, in the order of the themes. */
export function themesPart({ themes: scored, form, items }: Outcome): { name: string; text: string }[] {
  return themes.flatMap(({ key, name }) => {
    const result = scored.find(({ theme }) => theme === key);
    const score = result ? scoreOf(result) : null;
    if (score === null) return [];
    const carrying = new Set(
      form.document.sections.flatMap((s) =>
        s.items.filter((i) => 'themes' in i && i.themes?.includes(key)).map((i) => i.key),
      ),
    );
    const n = items.filter(({ item, worth, weight }) => carrying.has(item) && worth !== null && weight > 0).length;
    return [{ name, text: `${scoreText(score)} of ${n}` }];
  });
}
