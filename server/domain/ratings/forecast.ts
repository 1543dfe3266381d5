import type { Level } from '../forms/scales.js';
import { levelThatCounts, questionsOf, standards } from './framework-2018-2024.js';
import type { Reading, Value } from './reading.js';

/** A judgement of an internal audit that an inspection asks too. */
export interface InternalJudgement {
  /** Number of the case. */
  case: number;
  /** Whether the order was made by a court; null for one that is neither that nor out of court. */
  from: 'court' | 'out-of-court' | null;
  item: string;
  value: 'sufficient' | 'not-sufficient';
  /** The auditor's own levels. */
  harm: Level | null;
  safety: Level | null;
}

const strandItems = { '1': 'desistance', '2': 'safety', '3': 'harm' } as const;

/** The judgement that answers a key question: internal audits and inspection forms share their keys. */
export function itemOf(question: string): string {
  const stage = standards.find(({ key }) => question.startsWith(`${key}.`))?.title ?? '';
  const strand = Object.entries(strandItems).find(([key]) => question.endsWith(`.${key}`))?.[1] ?? '';
  return `judge-${strand}-${stage.toLowerCase()}`;
}

/**
 * Internal judgements as readings of an inspection, to forecast what one would count: court orders as standards 2.1 to
 * 2.4, out-of-court disposals as 3.1 to 3.3. Only the auditor's own Low takes a question out. What no internal audit
 * asked does not apply: it is not guessed.
 * @param judgements the oldest first; the newest of a case and question holds
 */
export function forecastReadings(judgements: readonly InternalJudgement[]): {
  court: Reading[];
  outOfCourt: Reading[];
} {
  return { court: readingsFrom('court', judgements), outOfCourt: readingsFrom('out-of-court', judgements) };
}

function readingsFrom(from: 'court' | 'out-of-court', judgements: readonly InternalJudgement[]): Reading[] {
  const questions = standards.filter((one) => one.from === from).flatMap(({ key }) => questionsOf(key));
  const ofKind = judgements.filter((one) => one.from === from);
  const cases = [...new Set(ofKind.map((one) => one.case))];
  return cases.map((number) => {
    const own = ofKind.filter((one) => one.case === number);
    return {
      case: String(number),
      values: Object.fromEntries(questions.map((question) => [question, valueIn(own, question)])),
    };
  });
}

function valueIn(own: readonly InternalJudgement[], question: string): Value {
  const judged = own.findLast(({ item }) => item === itemOf(question));
  const risk = levelThatCounts(question);
  if (!judged) return 'does-not-apply';
  return risk && judged[risk] === 'low' ? 'low' : judged.value;
}
