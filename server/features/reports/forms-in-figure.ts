import { formVersion, type FormVersion } from '../forms/forms.store.js';
import type { CountedAudit } from './audits.store.js';
import { files } from './figure.js';
import { grouped } from './grouped.js';
import { versionsInWords, waysOfAsking } from './question-versions.js';
import type { Reporting } from './reporting.js';

/**
 * Which forms and versions are in a figure, and whether their versions ask the same: each audit is scored by its own
 * version, so a count over several says where they differ.
 * @param theme only questions of this theme are compared; null for all that are scored
 */
export function formsInFigure(
  r: Reporting,
  audits: readonly CountedAudit[],
  theme: string | null,
): { name: string; text: string }[] {
  return [...grouped(audits, ({ form }) => form)]
    .map(([form, theirs]) => ({ name: r.form(form), text: `${versionsOf(r, theirs)}${differences(r, theirs, theme)}` }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function versionsOf(r: Reporting, audits: readonly CountedAudit[]): string {
  const byVersion = [...grouped(audits, ({ version }) => formVersion(r.db, version).version)].sort(([a], [b]) => a - b);
  return byVersion.map(([number, theirs]) => `version ${number}, ${files(theirs.length)}`).join('; ');
}

function differences(r: Reporting, audits: readonly CountedAudit[], theme: string | null): string {
  const ids = [...new Set(audits.map(({ version }) => version))];
  if (ids.length < 2) return '';
  const keys = new Set(ids.flatMap((id) => keysOn(formVersion(r.db, id), theme)));
  const differing = [...keys].flatMap((key) => {
    const ways = waysOfAsking(r, key, ids);
    const noted = ways.find(({ note }) => note !== null);
    return noted ? [`‘${noted.item.question}’ ${noted.note ?? ''}`] : [];
  });
  const numbers = versionsInWords(ids.map((id) => formVersion(r.db, id).version));
  if (differing.length === 0) return `. ${sentenceCase(numbers)} ask the same.`;
  const shown = differing.slice(0, mostNamed).join('. ');
  const rest = differing.length > mostNamed ? ` And ${differing.length - mostNamed} more.` : '';
  return `. ${differing.length === 1 ? 'One question differs' : `${differing.length} questions differ`} between ${numbers}: ${shown}.${rest} Each audit is scored by its own version.`;
}

/** How many differing questions are named; the rest is counted. */
const mostNamed = 4;

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function keysOn({ document }: FormVersion, theme: string | null): string[] {
  return document.sections.flatMap(({ items }) =>
    items
      .filter((item) => 'weight' in item && item.weight && (theme === null || item.themes?.includes(theme)))
      .map(({ key }) => key),
  );
}
