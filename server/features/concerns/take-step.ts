import type { By } from '../../domain/by.js';
import { mayAnswer } from '../../domain/concerns/may-answer.js';
import { stateAfter, stateNames, type StepKind } from '../../domain/concerns/states.js';
import { conflict, invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addStep, concernById, moveConcern, type Concern } from './concerns.store.js';

export interface NewStep {
  concern: number;
  kind: Exclude<StepKind, 'passed-on'>;
  /** What is being done, or was; why it is closed. Asked of every step, so that none is a mere press. */
  said: string;
  reach: Reach;
}

/** Acknowledges a concern, records what was done, or closes it; what was said before stays. */
export function takeStep(db: Db, by: By, { concern: id, kind, said, reach }: NewStep): void {
  const concern = concernToAnswer(db, by, id, reach);
  const state = stateAfter(concern.state, kind);
  if (!state) throw conflict(`Somebody was quicker: the concern is ${stateNames[concern.state].toLowerCase()}.`);
  const words = said.trim();
  if (words === '') throw invalidField(kind, asked[kind]);
  addStep(db, { concern: id, kind, said: words, to: null, by: by.me?.id ?? null, at: by.now });
  moveConcern(db, id, state);
  by.entry.about('concerns', id);
}

/** The concern, for somebody who may answer it. */
export function concernToAnswer(db: Db, by: By, id: number, reach: Reach): Concern {
  const concern = concernById(db, id, reach, by.today);
  if (!concern) throw notFound();
  if (by.me && !mayAnswer(concern, by.me)) {
    throw notAllowed(`This concern is with ${concern.named}. Ring them; only a manager can answer it here.`);
  }
  return concern;
}

const asked: Record<NewStep['kind'], string> = {
  acknowledged: 'Say what is being done, and by whom.',
  done: 'Say what was done.',
  'in-error': 'Say why it was raised by mistake.',
  closed: 'Say how the child is safe now.',
};
