import type { FormDocument, Item, Section } from '../../domain/forms/document.js';
import type { Occurrence } from '../../domain/forms/filled.js';
import { placeOf } from '../../domain/audits/item-of.js';
import { tidied } from '../../domain/forms/items/kind.js';
import { momentsOf } from '../../domain/forms/items/timescale.js';
import { partsOf, readTyped } from '../../domain/forms/items/kinds.js';
import type { Facts } from '../../domain/forms/filled.js';
import type { Fault } from '../../domain/problems.js';
import { fieldName } from './field-names.js';
import type { GivenAnswer } from './save-answer.js';

/** What a page of a section sent: answers that can be read, and what is wrong with the others. */
export interface ReadSection {
  answers: GivenAnswer[];
  faults: Fault[];
}

/**
 * Reads the questions of a section that a page sent, each known by the version that the page showed. A question that was
 * not on the page is not touched, and neither is an answer that follows by rule.
 */
export function readSection(
  form: FormDocument,
  section: Section,
  occurrences: readonly Occurrence[],
  facts: Facts,
  sent: ReadonlyMap<string, string>,
): ReadSection {
  const read: ReadSection = { answers: [], faults: [] };
  const done = new Set<string>();
  for (const shown of section.items) {
    const item = shown.kind === 'echo' ? placeOf(form, shown.of)?.item : shown;
    if (!item || done.has(item.key)) continue;
    done.add(item.key);
    for (const occurrence of rowsOf(item, occurrences)) readQuestion(form, item, occurrence, facts, sent, read);
  }
  return read;
}

function rowsOf(item: Item, occurrences: readonly Occurrence[]): number[] {
  const group = 'group' in item ? item.group : undefined;
  if (group === undefined) return [0];
  return occurrences.filter((row) => row.group === group && row.occurrence > 0).map(({ occurrence }) => occurrence);
}

function readQuestion(
  form: FormDocument,
  item: Item,
  occurrence: number,
  facts: Facts,
  sent: ReadonlyMap<string, string>,
  read: ReadSection,
): void {
  const field = (part: string) => fieldName(item.key, occurrence, part);
  const seen = sent.get(field('seen'));
  if (seen === undefined) return;
  const typed = Object.fromEntries(partsOf(item).map((part) => [part, sent.get(field(part))]));
  const got = readTyped(form, item, typed);
  if ('message' in got) {
    read.faults.push({ field: field(got.part), at: null, message: got.message });
    return;
  }
  const words = (part: string) => tidied(sent.get(field(part))?.replaceAll('\r\n', '\n'));
  const value = isProposal(item, got.value, facts) && seen === '0' ? null : got.value;
  const [note, evidence, reason] = [words('note'), words('evidence'), words('reason')];
  read.answers.push({ item: item.key, occurrence, value, note, evidence, reason, seen: Number(seen) || 0 });
}

/** A date that the page filled in from the register, and nothing more, is no answer yet. */
function isProposal(item: Item, value: string | null, facts: Facts): boolean {
  if (item.kind !== 'timescale') return false;
  const moments = momentsOf(value);
  if (!moments) return false;
  return (['from', 'to'] as const).every((which) => {
    const fact = item[which].fact;
    return (
      moments[which] === null ||
      (fact !== undefined && moments[which] === facts[fact] && moments[which === 'from' ? 'to' : 'from'] === null)
    );
  });
}
