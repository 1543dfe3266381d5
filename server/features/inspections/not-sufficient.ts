import type { Level } from '../../domain/forms/scales.js';
import { keyQuestionsOf } from '../../domain/ratings/reading-of.js';
import type { Rated } from './rated.js';

/** A case judged not sufficient on a key question, with what its reader wrote. */
export interface NotSufficient {
  /** Number of the reading. */
  id: number;
  reference: string;
  reader: string;
  /** The inspector's own level of the risk that the question is about; null where it is about none. */
  level: Level | null;
  note: string;
}

/** The cases behind a share: those that were judged not sufficient, in the order of the draw. */
export function notSufficient({ cases }: Rated, question: string): NotSufficient[] {
  return cases.flatMap((one) => {
    if (one.judged.values[question] !== 'not-sufficient' || !one.filled) return [];
    const item = keyQuestionsOf(one.filled.form).find(({ key }) => key === question)?.item;
    const answer = one.filled.answers.find((given) => given.item === item);
    const settled = item === undefined ? undefined : one.settled.get(item);
    const [note, reason] = [answer?.note ?? '', settled ? `Settled: ${settled.reason}` : ''];
    return [
      {
        id: one.id,
        reference: one.reference ?? 'erased',
        reader: one.auditorName,
        level: levelOn(question, one.levels),
        note: [note, reason].filter((words) => words !== '').join(' '),
      },
    ];
  });
}

function levelOn(question: string, levels: { harm: Level | null; safety: Level | null }): Level | null {
  if (question.endsWith('.3') || question.endsWith('.harm')) return levels.harm;
  return question.endsWith('.2') || question.endsWith('.safety') ? levels.safety : null;
}
