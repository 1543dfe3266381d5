import { markedQuestions, talkQuestions } from '../../domain/inspections/talk.js';
import type { Showing } from '../../platform/http/route.js';
import { typed } from '../../platform/http/typed.js';
import { comeBacksOf } from '../audits/come-backs.store.js';
import { formVersion } from '../forms/forms.store.js';
import type { Inspection } from './inspections.store.js';
import type { Reading } from './readings.store.js';
import { talkNotesOf } from './talk.store.js';

export interface TalkPage {
  title: string;
  where: string;
  action: string;
  /** The reader writes; the lead reads. */
  mayWrite: boolean;
  marked: { text: string; line: string }[];
  noteOnMarked: { name: string; value: string };
  questions: { name: string; asks: string; value: string }[];
  audit: string | null;
  backHref: string;
}

/** The talk with the practitioner: what the reader marked on the way first, then the eight questions, each with room. */
export function talkPage(c: Showing, inspection: Inspection, reading: Reading): TalkPage {
  const kept = new Map(talkNotesOf(c.db, reading.id).map(({ question, said }) => [question, said]));
  const isReader = reading.auditorId === c.me.id;
  const items = new Map(
    formVersion(c.db, reading.formVersionId).document.sections.flatMap(({ items: all }) =>
      all.map((item) => [item.key, item.question] as const),
    ),
  );
  const value = (name: string) => typed(c, name, kept.get(name));
  return {
    title: `Talk with ${reading.practitioner ?? 'the practitioner'}`,
    where: `${inspection.name}: ${reading.reference ?? 'erased case'}`,
    action: c.address,
    mayWrite: isReader && reading.state !== 'agreed' && inspection.state !== 'closed',
    marked: isReader
      ? [...comeBacksOf(c.db, reading.id, c.me.id)].map(([item, note]) => ({
          text: items.get(item) ?? item,
          line: note,
        }))
      : [],
    noteOnMarked: { name: markedQuestions, value: value(markedQuestions) },
    questions: talkQuestions.map(({ key, asks }) => ({ name: key, asks, value: value(key) })),
    audit: isReader ? `/audits/${reading.id}` : null,
    backHref: `/inspections/${inspection.id}`,
  };
}
