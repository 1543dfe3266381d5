import { may } from '../../domain/rights.js';
import {
  figureInWords,
  inOneLine,
  isPastFormat,
  pastFormats,
  type Figures,
  type PastField,
  type PastFormat,
  type PastFormatKey,
} from '../../domain/ratings/past-formats.js';
import { publishedInWords } from '../../domain/ratings/published-on.js';
import { publishedResults } from '../../domain/ratings/published-results.js';
import type { Showing } from '../../platform/http/route.js';
import { blank, table, text, type Row, type Table } from '../../platform/table.js';
import { setting } from '../settings/settings.store.js';
import { storedFigures } from './enter-past.js';
import { pastResults } from './past-results.store.js';

/** The service's own path and, format by format, the published results that stand beside it. */
export interface PastPage {
  acts: { text: string; href: string }[];
  own: Table;
  formats: { title: string; unit: string; beside: string | null; count: string; table: Table }[];
  tables: Table[];
}

export function pastPage(c: Showing): PastPage {
  const own = pastResults(c.db).flatMap(({ id, framework, publishedOn, figures }) =>
    isPastFormat(framework) ? [{ id, format: framework, publishedOn, figures: storedFigures(figures) }] : [],
  );
  const service = setting(c.db, 'service-name') ?? 'This service';
  const formats = Object.keys(pastFormats)
    .filter(isPastFormat)
    .map((format) => {
      const rows = [
        ...own.filter((one) => one.format === format).map((one) => ({ ...one, service, own: true })),
        ...publishedResults.filter((one) => one.format === format).map((one) => ({ ...one, own: false })),
      ];
      return { format, rows };
    })
    .filter(({ rows }) => rows.length > 0)
    .map(({ format, rows }) => ({
      ...formatWords(format),
      count: rows.length === 1 ? 'one result' : `${rows.length} results`,
      table: formatTable(format, rows),
    }));
  const path = pathTable(own);
  return {
    acts: may(c.me, 'inspections.set-up') ? [{ text: 'Enter a past inspection', href: '/inspections/past/new' }] : [],
    own: path,
    formats,
    tables: [path, ...formats.map((one) => one.table)],
  };
}

const formatWords = (format: PastFormatKey): { title: string; unit: string; beside: string | null } =>
  pastFormats[format];

interface Own {
  id: number;
  format: PastFormatKey;
  publishedOn: string;
  figures: Figures;
}

const pathTable = (own: readonly Own[]): Table =>
  table({
    key: 'path',
    title: 'The service’s own inspections',
    sentence: 'Newest first, each in the format of its day. Nothing is converted from one format into another.',
    columns: [
      { key: 'when', head: 'Published', kind: 'text' },
      { key: 'format', head: 'Format', kind: 'text' },
      { key: 'result', head: 'Result, as it was printed', kind: 'words' },
    ],
    rows: own.map(({ id, format, publishedOn, figures }) => ({
      when: text(publishedInWords(publishedOn), { href: `/inspections/past/${id}` }),
      format: text(pastFormats[format].title),
      result: text(inOneLine(format, figures)),
    })),
  });

/** Standards are many: the page has the overall and the points, the files have them all. */
const inFilesOnly = ({ key, kind }: PastField): boolean => /^\d\.\d$/.test(key) || kind === 'improvement';

function formatTable(
  format: PastFormatKey,
  rows: readonly { service: string; publishedOn: string; figures: Figures; own: boolean; source?: string }[],
): Table {
  const { title, unit, fields }: PastFormat = pastFormats[format];
  const shown = fields.filter(({ key }) => rows.some(({ figures }) => figures[key] !== undefined));
  return table({
    key: format,
    title,
    sentence: unit,
    columns: [
      { key: 'service', head: 'Service', kind: 'text' },
      { key: 'when', head: 'Published', kind: 'text' },
      ...shown.map((field) => ({
        key: field.key,
        head: field.title,
        kind: inFilesOnly(field) ? ('file' as const) : ('text' as const),
      })),
      { key: 'source', head: 'Source', kind: 'file' },
    ],
    rows: rows.map(({ service, publishedOn, figures, own, source }): Row => {
      const cells = shown.map((one) => {
        const value = figures[one.key];
        return [one.key, value === undefined ? blank() : text(figureInWords(one, value), { strong: own })] as const;
      });
      return {
        service: text(service, { strong: own }),
        when: text(publishedOn === '' ? 'not dated' : publishedInWords(publishedOn)),
        ...Object.fromEntries(cells),
        source: text(source ?? ''),
      };
    }),
  });
}
