import { formatDateInFull } from '../../calendar/format-date.js';
import { groupKeyOf } from '../layout.js';
import { reauditKey } from '../check/keys.js';
import type { Dropped, FormDocument, Item, JudgementItem, Section } from '../document.js';
import { asksCompliance, isChosen } from '../scales.js';
import { anchorsFor } from './anchors.js';
import { whyDropped } from './drop.js';
import type { EarlierAudit, Making } from './earlier.js';
import { fixedQuestions } from './fixed-questions.js';
import { neededItems } from './needs.js';
import { shortClose } from './short-close.js';
import { takenItems } from './take.js';

export interface Reaudit {
  /** Null when nothing is left to ask again. */
  document: FormDocument | null;
  /** What fell short and is asked again, in order. */
  taken: readonly string[];
  dropped: readonly Dropped[];
}

/**
 * A re-audit out of an agreed audit: what fell short, under the same keys and in the words of the same version, with
 * what its conditions need, two questions that were answered well, the fixed questions and a short close. It gives no
 * grade. The same input makes the same document, byte for byte.
 * Source: form content of the service, re-audit, how it is generated.
 */
export function generateReaudit(earlier: EarlierAudit, making: Making): Reaudit {
  const { form } = earlier;
  const fell = takenItems(earlier);
  const again = making.use === 'same-case';
  // On other cases their own facts decide what applies, when they are read.
  const dropped = again ? fell.flatMap((key) => whyDropped(form, key, making.facts) ?? []) : [];
  const taken = fell.filter((key) => !dropped.some(({ item }) => item === key));
  if (taken.length === 0) return { document: null, taken, dropped };
  const needed = neededItems(form, taken);
  const anchors = again ? anchorsFor(earlier, making, taken, new Set([...taken, ...needed])) : [];
  const kept = { again: new Set([...taken, ...anchors]), needed, from: again ? making.from : null };
  const asked = form.sections.flatMap((section) => sectionOf(section, kept));
  const sections = again ? [...asked, fixedQuestions] : asked;
  const keys = new Set(sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const { from, seed, version } = making;
  const document: FormDocument = {
    key: reauditKey,
    version,
    title: 'Re-audit',
    measures: 'quality',
    agreement: form.agreement,
    about: again ? aboutAgain(form, from) : aboutOthers(form),
    ...(form.scales ? { scales: form.scales } : {}),
    ...(form.zeroTolerance ? { zeroTolerance: true } : {}),
    sections: [...sections, shortClose(keys)],
    close: 'close',
    source: { audit: earlier.id, form: form.key, version: form.version, from, seed, dropped: [...dropped] },
  };
  return { document, taken, dropped };
}

interface Kept {
  again: ReadonlySet<string>;
  needed: ReadonlySet<string>;
  /** Null on other cases, where nothing is asked since a day. */
  from: string | null;
}

/** A section with what is kept of it; none without an item. Its standard and its caps are the whole form's matter. */
function sectionOf(section: Section, kept: Kept): Section[] {
  const items = section.items.flatMap((item) => itemAgain(item, kept));
  if (items.length === 0) return [];
  const repeats = section.repeats?.filter(({ key }) => items.some((item) => groupKeyOf(item) === key)) ?? [];
  const { core: _core, standard: _standard, repeats: _repeats, ...rest } = section;
  const key = [fixedQuestions.key, 'close'].includes(section.key) ? `earlier-${section.key}` : section.key;
  return [{ ...rest, key, items, ...(repeats.length > 0 ? { repeats } : {}) }];
}

function itemAgain(item: Item, { again, needed, from }: Kept): Item[] {
  if (needed.has(item.key)) return [item.key.startsWith('facts-') ? asThingsAre(unscored(item), from) : unscored(item)];
  if (!again.has(item.key)) return [];
  if (asksCompliance(item)) return [since(orNothingSince(item, from), from)];
  return [withSentence(item)];
}

/** What only the conditions need is asked, and counts for nothing. */
function unscored(item: Item): Item {
  if (item.kind !== 'choice' && item.kind !== 'judgement') return item;
  const { weight: _weight, caps: _caps, ...rest } = item;
  if (rest.kind === 'judgement') return withoutKeyQuestion(rest);
  const { gateway: _gateway, ...bare } = rest;
  return bare;
}

/** An answer that is no better than last time needs a sentence: each one below the top does. */
function withSentence(item: Item): Item {
  if (!isChosen(item)) return item;
  if (item.kind === 'judgement') return withoutKeyQuestion({ ...item, note: { rule: 'always' } });
  return item.note?.rule === 'always' ? item : { ...item, note: { rule: 'below' } };
}

/** Key questions are rated over the whole form. */
function withoutKeyQuestion({ keyQuestion: _one, ...item }: JudgementItem): Item {
  return item;
}

/** What was late stays late for ever: only what was due since is asked, and there may be nothing. */
function orNothingSince(item: Item, from: string | null): Item {
  if (item.kind !== 'timescale' || from === null) return item;
  const nothing = `nothing since ${formatDateInFull(from)} has called for it.`;
  return { ...item, extras: { ...item.extras, doesNotApply: nothing } };
}

const since = (item: Item, from: string | null): Item =>
  from === null ? item : withWords(item, `Only since ${formatDateInFull(from)}.`);

/** What the auditor confirms of the case is asked afresh. */
const asThingsAre = (item: Item, from: string | null): Item =>
  from === null ? item : withWords(item, `As things have been since ${formatDateInFull(from)}.`);

function withWords(item: Item, words: string): Item {
  const text = item.guidance?.text;
  return { ...item, guidance: { ...item.guidance, text: (text ? `${words} ${text}` : words).slice(0, 1000) } };
}

function aboutAgain(form: FormDocument, from: string): FormDocument['about'] {
  return {
    purpose: `Asks again what fell short in an audit on the form ‘${form.title}’, version ${form.version}: was it put right on this case?`,
    when: 'After the actions fall due: four to twelve weeks after Inadequate, by the next quarter after Requires improvement.',
    minutes: { from: 15, to: 20 },
    time: `15 to 20 minutes: the fixed questions take five, each repeated one about one. Look at what happened since ${formatDateInFull(from)}.`,
    scoring:
      'No grade: the questions were chosen because they were weak. Each answer is set beside the earlier one: put right, better, the same, worse, no longer possible or not yet due.',
    sources: form.about.sources,
  };
}

function aboutOthers(form: FormDocument): FormDocument['about'] {
  return {
    purpose: `Asks on other cases what fell short in an audit on the form ‘${form.title}’, version ${form.version}: has practice moved?`,
    when: 'On two or three newer cases of the same worker or team, after the actions fall due.',
    minutes: { from: 10, to: 20 },
    time: '10 to 20 minutes a case: about one a question.',
    scoring:
      'No grade: the questions were chosen because they were weak. Of each question it is counted on how many of the cases it is well enough.',
    sources: form.about.sources,
  };
}
