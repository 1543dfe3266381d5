import { formatDate } from '../../domain/calendar/format-date.js';
import { latenessReasons } from '../../domain/forms/lateness.js';
import { isUnchecked, markInWords } from '../../domain/forms/marks.js';
import { keptFact } from '../../domain/register/kept-facts.js';
import { placeKey } from '../../domain/scoring/settings.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import { acceptedReasons } from './accepted-reasons.js';
import { setInWords } from './held-to.js';
import { factsKept } from './kept-facts.js';
import { limitsSet, type SetLimit } from './limits.store.js';
import { placesInForms, type PlaceInForms } from './places.js';
import { lastSet } from './settings.store.js';

/** Every value that a service may set for itself: what the form says, how sure that is, and what holds now. */
export interface LimitsPage {
  sentence: string;
  mayChange: boolean;
  forms: { title: string; href: string; count: string; table: Table }[];
  reasons: { says: string; since: string };
  facts: string;
}

export function limitsPage(c: Showing): LimitsPage {
  const places = placesInForms(c.db);
  const now = new Map(limitsSet(c.db, c.today, c.now).map((set) => [placeKey(set.item, set.place), set]));
  const mayChange = may(c.me, 'settings.values');
  const own = places.filter((place) => (now.get(placeKey(place.item, place.place))?.direction ?? null) !== null).length;
  const unchecked = places.filter(({ mark }) => mark !== null && isUnchecked(mark)).length;
  return {
    sentence: `${own === 0 ? 'None' : String(own)} of ${places.length} set by the service; ${unchecked} rest on a rule that nobody has checked where it was published.`,
    mayChange,
    forms: byForm(places).map(({ form, held }) => ({
      title: form.title,
      href: `/forms/${form.key}`,
      count: held.length === 1 ? '1 value' : `${held.length} values`,
      table: tableOf(form.key, form.title, held, now, mayChange),
    })),
    reasons: reasonsOf(c),
    facts: factsInWords(c),
  };
}

function byForm(places: readonly PlaceInForms[]) {
  const forms = [...new Set(places.map(({ forms: [first] }) => first))].filter((form) => form !== undefined);
  return forms.map((form) => ({ form, held: places.filter(({ forms: [first] }) => first === form) }));
}

function tableOf(
  key: string,
  title: string,
  places: readonly PlaceInForms[],
  now: ReadonlyMap<string, SetLimit>,
  mayChange: boolean,
): Table {
  return table({
    key,
    title,
    sentence: 'What each question is held to, for an order that begins today.',
    columns: [
      { key: 'question', head: 'Question', kind: 'words' },
      { key: 'form', head: 'The form says', kind: 'text' },
      { key: 'sure', head: 'How sure', kind: 'words' },
      { key: 'now', head: 'Held to', kind: 'text' },
    ],
    rows: places.map((place) => {
      const set = now.get(placeKey(place.item, place.place));
      const own = set?.direction != null ? set : null;
      const others = place.forms.slice(1).map((form) => form.title);
      const notes = [
        ...(place.when === null ? [] : [`when ${place.when}`]),
        ...(others.length > 0 ? [`also in ${others.join(', ')}`] : []),
      ];
      return {
        question: text(place.question, {
          href: mayChange ? `/settings/limits/${place.item}/${place.place}` : null,
          note: notes.length > 0 ? notes.join('; ') : null,
        }),
        form: text(place.formSays),
        sure: text(sureInWords(place)),
        now: own ? text(setInWords(own), { strong: true, note: sinceInWords(own) }) : text('as the form says'),
      };
    }),
  });
}

/** How sure a value is. */
export const sureInWords = ({ mark }: Pick<PlaceInForms, 'mark'>): string =>
  mark === null ? 'a local rule, for the service to set' : markInWords(mark);

/** For which orders a value holds. */
export function sinceInWords({ ordersFrom, ordersUntil }: Pick<SetLimit, 'ordersFrom' | 'ordersUntil'>): string {
  if (ordersFrom === null && ordersUntil === null) return 'for all orders';
  const from = ordersFrom === null ? '' : ` from ${formatDate(ordersFrom)}`;
  return `for orders${from}${ordersUntil === null ? '' : ` until ${formatDate(ordersUntil)}`}`;
}

function factsInWords({ db }: Showing): string {
  const kept = factsKept(db).map((fact) => keptFact(fact).says);
  return kept.length === 0 ? 'None' : `${kept.length}: ${kept.join(', ')}`;
}

function reasonsOf(c: Showing): LimitsPage['reasons'] {
  const accepted = acceptedReasons(c.db);
  const last = lastSet(c.db, 'accepted-reasons');
  const changed = latenessReasons.some(({ code, acceptedAtFirst }) => accepted.has(code) !== acceptedAtFirst);
  return {
    says: `${accepted.size} of ${latenessReasons.length} accepted`,
    since: last
      ? `set on ${formatDate(last.at.slice(0, 10))}${last.by === null ? '' : ` by ${last.by}`}${changed ? '' : '; the same as at first'}`
      : 'as at first; the service has not changed them',
  };
}
