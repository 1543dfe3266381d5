import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Inspection } from './inspections.store.js';
import { questionsOfForm, valueInWords } from './question-words.js';
import { differencesOf, heldSettled, settledValues, type Pair } from './settle.js';

export interface DifferencesPage {
  title: string;
  where: string;
  sentence: string;
  action: string;
  /** Once the inspection is closed nothing is settled any more. */
  isOpen: boolean;
  settleFault: string | null;
  differences: {
    key: string;
    question: string;
    first: Side;
    second: Side;
    settled: string | null;
    value: { name: string; value: string; fault: string | null; options: { value: string; text: string }[] };
    reason: { name: string; value: string; fault: string | null };
  }[];
  backHref: string;
}

interface Side {
  by: string;
  value: string;
  note: string;
}

/** Two readings of a case beside each other, difference by difference. */
export function differencesPage(c: Showing, inspection: Inspection, pair: Pair): DifferencesPage {
  const questions = questionsOfForm(c.db, pair.first.formVersionId);
  const held = heldSettled(c.db, inspection.id, pair.first.id);
  const all = differencesOf(c.db, inspection.id, pair);
  const open = all.filter(({ itemKey }) => !held.has(itemKey)).length;
  return {
    title: `Where two readings differ: ${pair.first.reference ?? 'erased case'}`,
    where: inspection.name,
    sentence:
      all.length === 0
        ? 'They differ nowhere.'
        : `${all.length} ${all.length === 1 ? 'difference' : 'differences'}, ${open} to settle. Both values stay on record.`,
    action: c.address,
    isOpen: inspection.state !== 'closed' && all.length > 0,
    settleFault: faultAt(c, 'settle'),
    differences: all.map(({ itemKey, first, second }) => {
      const settled = held.get(itemKey);
      const name = { value: `value-${itemKey}`, reason: `reason-${itemKey}` };
      return {
        key: itemKey,
        question: questions.get(itemKey) ?? itemKey,
        first: sideOf(pair.first.auditorName, first),
        second: sideOf(pair.second.auditorName, second),
        settled: settled ? `Settled as ${valueInWords(settled.value)}: ${settled.reason} (${settled.by})` : null,
        value: {
          name: name.value,
          value: typed(c, name.value),
          fault: faultAt(c, name.value),
          options: [
            { value: '', text: settled ? 'Leave as it is settled' : 'Choose' },
            ...Object.entries(settledValues).map(([value, text]) => ({ value, text })),
          ],
        },
        reason: { name: name.reason, value: typed(c, name.reason), fault: faultAt(c, name.reason) },
      };
    }),
    backHref: `/inspections/${inspection.id}/readings/${pair.first.id}`,
  };
}

const sideOf = (by: string, judged: { value: string | null; note: string | null } | null): Side => ({
  by,
  value: judged === null ? 'did not come to it' : valueInWords(judged.value),
  note: judged?.note ?? '',
});
