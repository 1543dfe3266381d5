import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { pointsOf } from '../audits/fact-points.store.js';
import { formVersion } from '../forms/forms.store.js';
import { table, text, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { judgedSections, judgementItemOf, judgementsByTitle } from './judged.js';
import type { Reporting } from './reporting.js';
import { writtenIn } from './written.store.js';

export interface Said {
  text: string;
  by: string;
}

/** What auditors wrote of what was done well and what must improve, newest first. */
export function notesOf(
  r: Reporting,
  audits: readonly CountedAudit[],
  item: 'close-strengths' | 'close-improve',
  most: number,
): Said[] {
  const said = [...audits].reverse().flatMap((audit) => {
    const words = writtenIn(r.db, audit.id).find((one) => one.item === item)?.value;
    return words ? [{ text: words, by: whoWhenWhere(r, audit) }] : [];
  });
  return said.slice(0, most);
}

const whoWhenWhere = (r: Reporting, audit: CountedAudit): string =>
  [r.person(audit.auditor), formatDateInFull(audit.agreedOn), audit.reference ?? 'erased case'].join(', ');

/** What the practitioner said about these audits, newest first, and what came of it. */
export function ownWords(r: Reporting, person: number, audits: readonly CountedAudit[]): { said: Said[]; sum: string } {
  const points = [...audits].reverse().flatMap((audit) => pointsOf(r.db, audit.id).filter(({ by }) => by === person));
  const said = points.flatMap(({ said: words, at }) =>
    words ? [{ text: words, by: formatDate(at.slice(0, 10)) }] : [],
  );
  const changed = points.filter(({ outcome }) => outcome === 'changed').length;
  const sum =
    points.length === 0
      ? 'Nothing was put right or added in this period.'
      : `${points.length === 1 ? '1 point' : `${points.length} points`} put, ${changed} changed the answer.`;
  return { said: said.slice(0, 3), sum };
}

interface Seen {
  audit: CountedAudit;
  judgement: 'sufficient' | 'not-sufficient';
  note: string | null;
}

/**
 * What changed: every section judged in two audits or more that fell short at least once, with what was written first and
 * last. Sections that always held have nothing to tell.
 */
export function whatChanged(r: Reporting, audits: readonly CountedAudit[]): Table | null {
  const seen = new Map<string, Seen[]>();
  for (const audit of audits) {
    for (const [title, judgement] of judgementsByTitle(r, audit)) {
      seen.set(title, [...(seen.get(title) ?? []), { audit, judgement, note: noteOn(r, audit, title) }]);
    }
  }
  const rows = [...seen].flatMap(([title, times]) => {
    const [first, last] = [times[0], times.at(-1)];
    if (!first || !last || times.length < 2 || times.every(({ judgement }) => judgement === 'sufficient')) return [];
    return [{ section: text(title, { strong: true }), then: text(inWords(first)), now: text(inWords(last)) }];
  });
  if (rows.length === 0) return null;
  return table({
    key: 'what-changed',
    title: 'What changed between the first audit and the last',
    sentence: 'Sections judged in two audits or more that were Not sufficient at least once.',
    columns: [
      { key: 'section', head: 'Section', kind: 'text' },
      { key: 'then', head: 'Then', kind: 'text' },
      { key: 'now', head: 'Now', kind: 'text' },
    ],
    rows,
  });
}

function noteOn(r: Reporting, audit: CountedAudit, title: string): string | null {
  const section = judgedSections(r, audit).find((one) => one.title === title);
  const item = section && judgementItemOf(section);
  if (!item) return null;
  return writtenIn(r.db, audit.id).find((one) => one.item === item)?.note ?? null;
}

const inWords = ({ audit, judgement, note }: Seen): string =>
  `${formatDate(audit.agreedOn)}: ${judgement === 'sufficient' ? 'Sufficient' : 'Not sufficient'}${note ? `. ${note}` : ''}`;

/** Titles of sections that these audits have and that are left out, because they judge somebody else. */
export function leftOutSections(r: Reporting, audits: readonly CountedAudit[]): string[] {
  const titles = audits.flatMap(({ version }) =>
    formVersion(r.db, version)
      .document.sections.filter(({ about }) => about === 'oversight')
      .map(({ title }) => title),
  );
  return [...new Set(titles)];
}
