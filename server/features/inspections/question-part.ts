import { levelName } from '../../domain/forms/scales.js';
import type { Tally } from '../../domain/ratings/tally.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { table, text, type Table } from '../../platform/table.js';
import type { Inspection } from './inspections.store.js';
import { notSufficient } from './not-sufficient.js';
import type { Rated } from './rated.js';

export interface QuestionPart {
  name: string;
  units: Units;
  count: string;
  decides: boolean;
  left: string | null;
  none: string | null;
  table: Table | null;
}

/** A key question: its cases as squares, those left out, and those judged not sufficient with their notes. */
export function questionPart(
  inspection: Inspection,
  rated: Rated,
  question: Tally,
  { name, decides }: { name: string; decides: boolean },
): QuestionPart {
  const { sufficient, n, low, missing } = question;
  const marks: Mark[] = [
    ...Array<Mark>(sufficient).fill('yes'),
    ...Array<Mark>(n - sufficient).fill('no'),
    ...Array<Mark>(low.length).fill('does-not-apply'),
    ...Array<Mark>(missing.length).fill('no-answer'),
  ];
  const risk = /[.](3|harm)$/.test(question.question) ? 'the risk to others' : 'the concern for the child’s safety';
  const parts = [
    `${sufficient} sufficient`,
    `${n - sufficient} not`,
    ...(low.length > 0 ? [`${low.length} left out`] : []),
    ...(missing.length > 0 ? [`${missing.length} still to come`] : []),
  ];
  const found = notSufficient(rated, question.question);
  return {
    name,
    units: unitRow(marks),
    count: parts.join(', '),
    decides,
    left:
      low.length === 0
        ? null
        : `${low.length === 1 ? 'One case is' : `${low.length} cases are`} left out: the inspector judged ${risk} Low.`,
    none: found.length === 0 ? (n === 0 ? 'It applied to no case.' : 'None was judged not sufficient.') : null,
    table: found.length === 0 ? null : casesTable(inspection, question.question, found),
  };
}

const casesTable = (inspection: Inspection, question: string, found: ReturnType<typeof notSufficient>): Table =>
  table({
    key: question,
    title: `Judged not sufficient on ${question}`,
    sentence: 'Each case with its inspector, the inspector’s own level and the note.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'reader', head: 'Inspector', kind: 'text' },
      { key: 'level', head: 'Level', kind: 'text' },
      { key: 'note', head: 'Why not, and what would have changed it', kind: 'words' },
    ],
    rows: found.map(({ id, reference, reader, level, note }) => ({
      case: text(reference, { href: `/inspections/${inspection.id}/readings/${id}` }),
      reader: text(reader),
      level: text(level === null ? '' : levelName(level)),
      note: text(note),
    })),
  });
