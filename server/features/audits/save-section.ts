import type { By } from '../../domain/by.js';
import { proposedAnswer } from '../../domain/audits/kept-answers.js';
import { personalDetails, withoutDetails } from '../../domain/audits/personal-details.js';
import { placeOf } from '../../domain/audits/item-of.js';
import type { Section } from '../../domain/forms/document.js';
import type { Answer } from '../../domain/forms/filled.js';
import { notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { people } from '../people/people.store.js';
import { keepDetailsOf } from './answer-details.js';
import { answerTo, answersOf, historyOf, type StoredAnswer } from './answers.store.js';
import { cameBackTo, comeBackTo, comeBacksOf } from './come-backs.store.js';
import { fieldName } from './field-names.js';
import { knownFacts } from './filled-audit.js';
import { markNotEvidenced } from './mark-not-evidenced.js';
import { occurrencesOf } from './occurrences.store.js';
import type { Writing } from './own-audit.js';
import { questionId } from './question-numbers.js';
import { readSection } from './read-section.js';
import { addRow, noneInPeriod, removeRow } from './rows.js';
import { putAnswer } from './save-answer.js';

/** What came of saving the page of a section. */
export interface SavedSection {
  faults: Fault[];
  /** Questions at which a newer answer stands; mine was not kept. */
  conflicts: { mine: Answer; current: StoredAnswer }[];
  /** The version of each answer that was sent, by the base of its fields. */
  versions: Record<string, number>;
  concern: number | null;
  /** Id of what the page should come back to. */
  at: string | null;
}

/**
 * Saves all that the page of a section sent, each question for itself: one that can't be read or meets a newer answer
 * does not hold up the others. Then does what the pressed button says.
 */
export function saveSection(
  db: Db,
  by: By,
  writing: Writing,
  section: Section,
  sent: ReadonlyMap<string, string>,
): SavedSection {
  const { audit, form } = writing;
  const { answers, faults } = readSection(form, section, occurrencesOf(db, audit.id), knownFacts(db, audit), sent);
  const saved: SavedSection = { faults, conflicts: [], versions: {}, concern: null, at: null };
  for (const mine of answers) {
    const name = fieldName(mine.item, mine.occurrence, 'value');
    const result = putAnswer(db, by, writing, mine);
    if (result.kind === 'conflict') saved.conflicts.push({ mine, current: result.current });
    else saved.versions[name] = result.version;
    if (result.kind === 'saved' && result.concern !== null) saved.concern = result.concern;
    if (sent.get('do') === `theirs:${name}`) keepTheirs(db, by, writing, mine, mine.seen ?? 0);
  }
  keepNotesToSelf(db, writing, section, sent);
  saved.at = press(db, by, writing, section, sent.get('do') ?? 'save');
  return saved;
}

/** Mine goes into the history, and what stood there stands again. */
function keepTheirs(db: Db, by: By, writing: Writing, { item, occurrence }: Answer, version: number): void {
  const theirs = historyOf(db, writing.audit.id, item, occurrence).find((one) => one.version === version);
  if (!theirs) return;
  const { value, note, evidence, reason } = theirs;
  putAnswer(db, by, writing, { item, occurrence, value, note, evidence, reason, seen: null });
}

function keepNotesToSelf(
  db: Db,
  { audit, person }: Writing,
  section: Section,
  sent: ReadonlyMap<string, string>,
): void {
  const kept = comeBacksOf(db, audit.id, person);
  for (const { key } of section.items) {
    const note = sent.get(`${key}__later`)?.trim().slice(0, 500);
    if (note !== undefined && kept.has(key) && kept.get(key) !== note) comeBackTo(db, audit.id, person, key, note);
  }
}

/** Does what a button beside 'Save' says; gives the id to come back to. */
function press(db: Db, by: By, writing: Writing, section: Section, pressed: string): string | null {
  const [verb = '', name = '', row = '0'] = pressed.split(':');
  const { audit, person } = writing;
  const act = acts.get(verb);
  if (act) return act(db, by, audit.id, name, Number(row));
  if (verb === 'later' || verb === 'back') {
    if (!section.items.some(({ key }) => key === name)) throw notFound('This section has no such question.');
    if (verb === 'back') cameBackTo(db, audit.id, person, name);
    else comeBackTo(db, audit.id, person, name, comeBacksOf(db, audit.id, person).get(name) ?? '');
    return questionId(name, 0);
  }
  const target =
    verb === 'same' || verb === 'replace' || verb === 'keep' || verb === 'take' ? targetOf(section, name) : null;
  if (!target) return verb === 'theirs' ? `q-${name}` : null;
  if (verb === 'same') sameEvidence(db, by, writing, target);
  else if (verb === 'take') takeRecorded(db, by, writing, target);
  else if (verb === 'keep') keepDetails(db, by, writing, target);
  else replaceDetails(db, by, writing, target);
  return questionId(target.item, target.occurrence);
}

type Press = (db: Db, by: By, audit: number, name: string, row: number) => string;

const acts = new Map<string, Press>(
  Object.entries<Press>({
    add: (db, by, audit, group) => {
      addRow(db, by, audit, group);
      return `group-${group}`;
    },
    remove: (db, by, audit, group, row) => {
      removeRow(db, by, audit, group, row);
      return `group-${group}`;
    },
    none: (db, by, audit, group) => {
      noneInPeriod(db, by, audit, group, true);
      return `group-${group}`;
    },
    some: (db, by, audit, group) => {
      noneInPeriod(db, by, audit, group, false);
      return `group-${group}`;
    },
    gateway: (db, by, audit, item) => {
      markNotEvidenced(db, by, audit, item);
      return questionId(item, 0);
    },
  }),
);

/** The question that a field's name belongs to. */
function targetOf(section: Section, name: string): { item: string; occurrence: number } | null {
  const [item = '', row = '0'] = name.split('_');
  const isThere = section.items.some((one) => one.key === item || (one.kind === 'echo' && one.of === item));
  return isThere && /^\d{1,3}$/.test(row) ? { item, occurrence: Number(row) } : null;
}

/** The reference that was written last, once more. */
function sameEvidence(
  db: Db,
  by: By,
  writing: Writing,
  { item, occurrence }: { item: string; occurrence: number },
): void {
  const last = answersOf(db, writing.audit.id)
    .filter((answer) => answer.evidence !== null && answer.by === writing.person)
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1)?.evidence;
  if (last === undefined || last === null) return;
  const { value = null, note = null, reason = null } = answerTo(db, writing.audit.id, item, occurrence) ?? {};
  putAnswer(db, by, writing, { item, occurrence, value, note, evidence: last, reason, seen: null });
}

/** What is known of the case becomes the answer. */
function takeRecorded(
  db: Db,
  by: By,
  writing: Writing,
  { item, occurrence }: { item: string; occurrence: number },
): void {
  const asked = placeOf(writing.form, item)?.item;
  const proposed = asked && proposedAnswer(writing.form, asked, knownFacts(db, writing.audit));
  if (!proposed || occurrence !== 0) return;
  const { note = null, evidence = null } = answerTo(db, writing.audit.id, item, occurrence) ?? {};
  putAnswer(db, by, writing, { item, occurrence, value: proposed.value, note, evidence, reason: null, seen: null });
}

/** What the note holds is needed: it is not asked about again, here or at submission. */
function keepDetails(
  db: Db,
  by: By,
  { audit, form, person }: Writing,
  { item, occurrence }: { item: string; occurrence: number },
): void {
  const [asked, now] = [placeOf(form, item)?.item, answerTo(db, audit.id, item, occurrence)];
  if (asked && now) keepDetailsOf(db, by, { audit: audit.id, person }, asked, now);
}

/** Puts '[telephone number]' and the like in place of what a note need not tell. */
function replaceDetails(
  db: Db,
  by: By,
  writing: Writing,
  { item, occurrence }: { item: string; occurrence: number },
): void {
  const now = answerTo(db, writing.audit.id, item, occurrence);
  if (!now) return;
  const around = { names: people(db).map(({ name }) => name), today: by.today };
  const plain = (text: string | null) => text && withoutDetails(text, personalDetails(text, around));
  const isText = placeOf(writing.form, item)?.item.kind === 'text';
  const { value, note, evidence, reason } = now;
  putAnswer(db, by, writing, {
    item,
    occurrence,
    value: isText ? plain(value) : value,
    note: plain(note),
    evidence,
    reason,
    seen: null,
  });
}
