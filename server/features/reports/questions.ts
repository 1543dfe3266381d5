import { grouped } from './grouped.js';
import type { CountedAudit } from './audits.store.js';
import type { Counted } from './counting.js';
import { pooledOf, shareOf, type About, type Figure, type Judged } from './figure.js';
import type { ItemOfAudit } from './items.store.js';
import { markOfAnswer } from './judged.js';
import { waysOfAsking, type AskedAlike } from './question-versions.js';
import type { Reporting } from './reporting.js';

/** A question of one form, with the answers that it was given where it applied. */
export interface Question {
  form: string;
  key: string;
  asked: AskedAlike;
  answers: Judged[];
  /** Null while all versions ask alike; else which it is, for an address. */
  apart: string | null;
}

/** Answers by question, one form at a time; a question whose answers differ between versions stands once for each way. */
export function questionsOf(
  r: Reporting,
  results: readonly ItemOfAudit[],
  audits: ReadonlyMap<number, CountedAudit>,
): Question[] {
  const answers = results.flatMap(({ audit, item, outcome }) => {
    const by = audits.get(audit);
    return by ? [{ item, audit: by, mark: markOfAnswer(outcome) }] : [];
  });
  const versions = grouped([...audits.values()], ({ form }) => form);
  return [...grouped(answers, ({ item, audit }) => `${audit.form} ${item}`).values()].flatMap((given) => {
    const [first] = given;
    if (!first) return [];
    const { form } = first.audit;
    const ids = (versions.get(form) ?? []).map(({ version }) => version);
    const ways = waysOfAsking(r, first.item, ids);
    return ways.map((asked) => ({
      form,
      key: first.item,
      asked,
      answers: given.filter(({ audit }) => asked.versions.has(audit.version)),
      apart: ways.length === 1 ? null : String(asked.newest),
    }));
  });
}

/** What 'yes' to a question means, in words that follow a count. */
export const yesTo = (asked: AskedAlike): string => `‘Yes’ on ‘${asked.item.question}’`;

/** A share of audits; where a question repeats within an audit, of answers, with the audits as clusters. */
export function answersFigure(r: Reporting, { rows, hold }: Counted<Judged>, about: Omit<About, 'hold'>): Figure {
  const byAudit = [...grouped(rows, ({ audit }) => audit)];
  if (byAudit.length === rows.length) return shareOf(r, rows, { ...about, hold });
  const clusters = byAudit.map(([audit, theirs]) => ({
    audit,
    count: { sufficient: theirs.filter(({ mark }) => mark === 'yes').length, n: theirs.length },
  }));
  return pooledOf(r, clusters, { ...about, unit: 'answers', hold });
}
