import { formatDate } from '../../domain/calendar/format-date.js';

/** A recommendation in a list: with its action, or with the way to make one. */
export interface RecommendationThing {
  text: string;
  line: string;
  href: string | null;
  says: string | null;
}

interface Recommended {
  wording: string;
  actionId: number | null;
  owner: string | null;
  dueOn: string | null;
  state: string | null;
}

/** @param makeAt where an action is made of it; null for a reader who makes none */
export function recommendationThing(given: Recommended, makeAt: string | null): RecommendationThing {
  const { wording, actionId, owner, dueOn, state } = given;
  if (actionId === null)
    return {
      text: wording,
      line: makeAt ? 'Not an action yet: open it to make one' : 'Not an action yet',
      href: makeAt,
      says: null,
    };
  return {
    text: wording,
    line: `Action of ${owner ?? 'nobody'}, by ${dueOn ? formatDate(dueOn) : 'no date'}`,
    href: `/actions/${actionId}`,
    says: state,
  };
}
