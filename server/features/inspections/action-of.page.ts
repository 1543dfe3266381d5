import { dueByDefault } from '../../domain/actions/due-by-default.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';
import type { NewAction } from '../actions/actions.store.js';
import { ownersToChoose } from '../actions/owners.js';

/** A recommendation on its way to become an action: who, by when, and what good will look like. */
export interface ActionOfPage {
  where: string;
  recommendation: string;
  values: { wording: string; goodLooksLike: string; owner: string; dueOn: string };
  faults: { wording: string | null; goodLooksLike: string | null; owner: string | null; dueOn: string | null };
  owners: { value: string; text: string }[];
}

export function actionOfPage(c: Showing, where: string, recommendation: string): ActionOfPage {
  return {
    where,
    recommendation,
    values: {
      wording: typed(c, 'wording', recommendation),
      goodLooksLike: typed(c, 'goodLooksLike'),
      owner: typed(c, 'owner'),
      dueOn: typed(c, 'dueOn', formatDate(dueByDefault(c.today))),
    },
    faults: {
      wording: faultAt(c, 'wording'),
      goodLooksLike: faultAt(c, 'goodLooksLike'),
      owner: faultAt(c, 'owner'),
      dueOn: faultAt(c, 'dueOn'),
    },
    owners: [{ value: '', text: 'Choose' }, ...ownersToChoose(c.db, c.today)],
  };
}

/** What was typed, as an action for the whole service. */
export const serviceAction = (typedAction: {
  wording: string;
  goodLooksLike: string;
  owner: string;
  dueOn: string;
}): NewAction => ({
  about: 'service',
  audit: null,
  item: null,
  theme: null,
  practitioner: null,
  team: null,
  wording: typedAction.wording,
  goodLooksLike: typedAction.goodLooksLike,
  owner: Number(typedAction.owner),
  dueOn: parseDate(typedAction.dueOn) ?? '',
});
