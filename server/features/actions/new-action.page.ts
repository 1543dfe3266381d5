import { dueByDefault } from '../../domain/actions/due-by-default.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { themes } from '../../domain/forms/themes.js';
import type { Fault } from '../../domain/problems.js';
import type { Me } from '../../domain/rights.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Typed } from '../../platform/http/route.js';
import type { Db } from '../../platform/sqlite/open.js';
import { teams } from '../people/teams.store.js';
import { aboutWords } from './about.js';
import { ownersToChoose } from './owners.js';

interface Choice {
  value: string;
  text: string;
}

export interface NewActionPage {
  abouts: Choice[];
  owners: Choice[];
  themes: Choice[];
  teams: Choice[];
  values: {
    about: string;
    wording: string;
    goodLooksLike: string;
    owner: string;
    dueOn: string;
    theme: string;
    team: string;
  };
  faults: { wording: string | null; goodLooksLike: string | null; owner: string | null; dueOn: string | null };
}

/** An action by hand: about practice or the service. One about a case comes from its audit. */
export function newActionPage(
  db: Db,
  me: Me,
  again: { typed: Typed | null; faults: readonly Fault[] },
  today: string,
): NewActionPage {
  const mine = teams(db).filter(
    ({ id, endedOn }) => endedOn === null && (me.roles.has('head') || me.teamsLed.includes(id)),
  );
  const whole = me.roles.has('head') ? [{ value: '', text: 'The whole service' }] : [];
  return {
    abouts: (['practice', 'service'] as const).map((value) => ({ value, text: aboutWords[value] })),
    owners: [{ value: '', text: 'Choose' }, ...ownersToChoose(db, today)],
    themes: [{ value: '', text: 'None' }, ...themes.map(({ key, name }) => ({ value: key, text: name }))],
    teams: [...whole, ...mine.map(({ id, name }) => ({ value: String(id), text: name }))],
    values: {
      about: typed(again, 'about', 'practice'),
      wording: typed(again, 'wording'),
      goodLooksLike: typed(again, 'goodLooksLike'),
      owner: typed(again, 'owner'),
      dueOn: typed(again, 'dueOn', formatDate(dueByDefault(today))),
      theme: typed(again, 'theme'),
      team: typed(again, 'team'),
    },
    faults: {
      wording: faultAt(again, 'wording'),
      goodLooksLike: faultAt(again, 'goodLooksLike'),
      owner: faultAt(again, 'owner'),
      dueOn: faultAt(again, 'dueOn'),
    },
  };
}
