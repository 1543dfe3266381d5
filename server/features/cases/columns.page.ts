import { personalColumn } from '../../domain/register/check-columns.js';
import { factSays } from '../../domain/register/columns.js';
import { factKeys, registerFacts } from '../../domain/register/facts.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typedList } from '../../platform/http/typed.js';
import { factsKept } from '../settings/kept-facts.js';
import { stepAddress, stepsAt } from './next-step.js';
import type { Reading } from './upload-reading.js';

/** Which column holds what. */
export interface ColumnsPage {
  name: string;
  sentence: string;
  steps: { text: string; current: boolean }[];
  columns: ColumnLine[];
  back: string;
  stop: string;
}

interface ColumnLine {
  id: string;
  heading: string;
  hint: string | null;
  options: { value: string; text: string }[];
  value: string;
  fault: string | null;
}

const notKept = { value: '', text: 'Not kept' };
const ofRegister = [notKept, ...factKeys.map((fact) => ({ value: fact, text: registerFacts[fact].says }))];
const peopleOnly = ofRegister.filter(({ value }) => value === '' || value === 'practitioner' || value === 'team');

export function columnsPage(c: Showing, read: Reading): ColumnsPage {
  const again = typedList(c, 'fact');
  const beyond = factsKept(c.db).map((fact) => ({ value: fact, text: `${factSays(fact)} (beyond the register)` }));
  const everyFact = [...ofRegister, ...beyond];
  return {
    name: read.upload.name,
    sentence: read.isMapped
      ? 'Mapped as last time. Only columns that are named here are kept.'
      : 'Guessed from the headings. Only columns that are named here are kept, and next time they are known.',
    steps: stepsAt('columns'),
    columns: read.headings.map((heading, at) => {
      const cells = read.cellsOf(heading);
      const personal = personalColumn(heading, cells, c.today);
      return {
        id: `fact-${at + 1}`,
        heading,
        hint: personal ? `Looks like ${personal}: practitioner or team only.` : examples(c, cells),
        options: personal ? peopleOnly : everyFact,
        value: c.typed ? (again[at] ?? '') : (read.mapping.columns[heading] ?? ''),
        fault: faultAt(c, `fact-${at + 1}`),
      };
    }),
    back: stepAddress(read.upload.id, 'sheet'),
    stop: `/cases/uploads/${read.upload.id}/stop`,
  };
}

/** A few values, for whoever may see rows. */
function examples(c: Showing, cells: readonly string[]): string | null {
  if (!may(c.me, 'cases.import-rows')) return null;
  const some = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))].slice(0, 3);
  return some.length > 0 ? some.map((cell) => `‘${cell.slice(0, 40)}’`).join(', ') : 'Empty in every row.';
}
