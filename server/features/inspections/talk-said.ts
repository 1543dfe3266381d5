import { markedQuestions, talkQuestions } from '../../domain/inspections/talk.js';
import type { Db } from '../../platform/sqlite/open.js';
import { talkNotesOf } from './talk.store.js';

/** What was said in the talk with the practitioner, in the order of the questions: kept with the reading. */
export function talkSaid(db: Db, audit: number): { asks: string; said: string }[] {
  const kept = new Map(talkNotesOf(db, audit).map(({ question, said }) => [question, said]));
  return [{ key: markedQuestions, asks: 'To what the reader marked' }, ...talkQuestions].flatMap(({ key, asks }) => {
    const said = kept.get(key) ?? '';
    return said === '' ? [] : [{ asks, said }];
  });
}
