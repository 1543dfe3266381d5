import type { Item, Section } from '../document.js';
import { OWN_ANSWERS } from './read-answers.js';

/** What stands in the fields of an item's page for the item as it is: the opposite of `readItem`. */
export function savedFields(item: Item, section: Section): Record<string, string | string[]> {
  const themes = 'themes' in item ? (item.themes ?? []) : [];
  return {
    section: section.key,
    question: item.question,
    group: 'group' in item ? (item.group ?? '') : '',
    good: item.guidance?.good ?? '',
    weak: item.guidance?.weak ?? '',
    text: item.guidance?.text ?? '',
    source: item.source ?? '',
    ...Object.fromEntries([0, 1, 2].map((i) => [`theme${i + 1}`, themes[i] ?? ''])),
    ...ofNote(item),
    ...ofKind(item),
  };
}

function ofNote(item: Item): Record<string, string | string[]> {
  const note = 'note' in item ? item.note : undefined;
  return { note: note?.rule ?? '', noteAnswers: note?.answers ?? [], ask: note?.ask ?? '' };
}

function ofKind(item: Item): Record<string, string | string[]> {
  const tick = (value: true | undefined) => (value ? 'yes' : '');
  switch (item.kind) {
    case 'choice':
      return {
        scale: item.options ? OWN_ANSWERS : (item.scale ?? ''),
        optionKey: (item.options ?? []).map(({ key }) => key),
        optionLabel: (item.options ?? []).map(({ label }) => label),
        optionWorth: (item.options ?? []).map(({ worth }) => (worth === undefined ? '' : String(worth))),
        ...ofScored(item),
        doesNotApply: item.extras?.doesNotApply ?? '',
        notJudged: tick(item.extras?.notJudged),
        concern: item.concern ?? [],
        gateway: tick(item.gateway),
        documents: item.prepare?.documents ?? '',
        people: item.prepare?.people ?? '',
      };
    case 'judgement':
      return { scale: item.scale, ...ofScored(item), keyQuestion: item.keyQuestion ?? '' };
    case 'text':
      return { length: item.length, optional: tick(item.optional) };
    case 'number':
      return { whole: tick(item.whole), least: String(item.least ?? ''), most: String(item.most ?? '') };
    case 'timescale':
      return {
        fromLabel: item.from.label,
        fromFact: item.from.fact ?? '',
        toLabel: item.to.label,
        toFact: item.to.fact ?? '',
        times: tick(item.times),
        limitDirection: item.limits.map(({ direction }) => direction),
        limitAmount: item.limits.map((limit) => ('amount' in limit ? String(limit.amount) : '')),
        limitUnit: item.limits.map((limit) => ('unit' in limit ? limit.unit : '')),
        doesNotApply: item.extras?.doesNotApply ?? '',
      };
    case 'echo':
      return { of: item.of };
    default:
      return {};
  }
}

function ofScored(item: Extract<Item, { kind: 'choice' | 'judgement' }>): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = { weight: item.weight ? String(item.weight) : '' };
  (item.caps ?? []).forEach((cap, i) => {
    fields[`capAnswers${i}`] = cap.answers;
    fields[`capAtMost${i}`] = cap.atMost;
  });
  return fields;
}
