import { formatDate } from '../../domain/calendar/format-date.js';
import { themeOf } from '../../domain/forms/themes.js';
import { gradeName } from '../../domain/forms/scales.js';
import { notFound } from '../../domain/problems.js';
import type { Table } from '../../platform/table.js';
import { formVersion } from '../forms/forms.store.js';
import { auditsOfService, type CountedAudit } from './audits.store.js';
import { auditsBehind } from './behind.js';
import type { Judged } from './figure.js';
import { frame, type Frame } from './frame.js';
import { answersTo } from './items.store.js';
import { markOfAnswer } from './judged.js';
import type { Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { judgedOnTheme } from './theme-judged.js';
import { themeInPeriod } from './themes.store.js';

/** What the list was opened for: a theme, a question, an auditor, or nothing in particular. */
export interface BehindWhat {
  theme?: string;
  item?: string;
  before?: string;
}

/** The agreed audits behind a figure, newest first, as far as the reader may open them. */
export interface AuditsPage {
  frame: Frame;
  title: string;
  sentence: string;
  table: Table;
  empty: string | null;
  older: string | null;
  newest: string | null;
}

const pageLength = 50;

export function auditsPage(r: Reporting, what: BehindWhat): AuditsPage {
  const all = auditsOfService(r.db, r.selection, r.reach, r.today);
  const { judged, name } = behind(r, what, all);
  const within = judged.filter(({ audit }) => audit.within).reverse();
  const rest =
    what.before === undefined
      ? within
      : within.slice(within.findIndex(({ audit }) => keyOf(audit) < String(what.before)));
  const isPast = what.before !== undefined && !within.some(({ audit }) => keyOf(audit) < String(what.before));
  const shown = isPast ? [] : rest.slice(0, pageLength);
  const last = shown.at(-1);
  const kept: Record<string, string> = {
    ...(what.theme && { theme: what.theme }),
    ...(what.item && { item: what.item }),
  };
  const hasOlder = !isPast && rest.length > pageLength && last !== undefined;
  return {
    frame: frame(r, { counted: `${within.length} that you may open`, kept }),
    title: 'The audits behind it',
    sentence: name,
    table: auditsBehind(
      r,
      shown,
      'audits',
      what.theme ? 'On this theme' : what.item ? 'On this question' : 'By its grade',
    ),
    empty: shown.length === 0 ? 'No agreed audit that you may open fits these filters.' : null,
    older: hasOlder ? `${r.address}${queryOf(r.selection, r.today, { ...kept, before: keyOf(last.audit) })}` : null,
    newest: what.before === undefined ? null : `${r.address}${queryOf(r.selection, r.today, kept)}`,
  };
}

/** Newest first by the date of agreement, then by number: a key that stays when audits are added. */
const keyOf = ({ agreedOn, id }: CountedAudit): string => `${agreedOn}.${String(id).padStart(10, '0')}`;

function behind(r: Reporting, what: BehindWhat, all: readonly CountedAudit[]): { judged: Judged[]; name: string } {
  const period = `agreed ${formatDate(r.selection.from)} to ${formatDate(r.selection.until)}`;
  if (what.theme) {
    const theme = themeOf(what.theme);
    if (!theme) throw notFound();
    const judged = judgedOnTheme(all, themeInPeriod(r.db, theme.key, r.selection));
    return { judged, name: `${theme.name}, ${period}.` };
  }
  if (what.item) return { judged: onQuestion(r, what.item, all), name: `${questionOf(r, what.item, all)}, ${period}.` };
  return {
    judged: all.map((audit) => ({
      audit,
      mark: audit.ownGrade === 'good' || audit.ownGrade === 'outstanding' ? 'yes' : 'no',
    })),
    name: `Audits ${period}. Filled: ${gradeName('good')} or better by the auditor’s own grade.`,
  };
}

function onQuestion(r: Reporting, item: string, all: readonly CountedAudit[]): Judged[] {
  const outcomes = new Map(answersTo(r.db, item, r.selection).map(({ audit, outcome }) => [audit, outcome]));
  return all.flatMap((audit) => {
    const outcome = outcomes.get(audit.id);
    return outcome === undefined ? [] : [{ audit, mark: markOfAnswer(outcome) }];
  });
}

function questionOf(r: Reporting, key: string, all: readonly CountedAudit[]): string {
  for (const version of new Set(all.map((audit) => audit.version))) {
    const items = formVersion(r.db, version).document.sections.flatMap((section) => section.items);
    const item = items.find((one) => one.key === key);
    if (item && 'question' in item) return `‘${item.question}’`;
  }
  return 'This question';
}
