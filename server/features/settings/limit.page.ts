import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { notFound } from '../../domain/problems.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { setInWords } from './held-to.js';
import { sinceInWords, sureInWords } from './limits.page.js';
import { limitsOfPlace } from './limits.store.js';
import { placeInForms, type PlaceInForms } from './places.js';

interface Option {
  value: string;
  text: string;
}

/** One value: the form's with its source, the service's own beside it, and all that was set before. */
export interface LimitPage {
  title: string;
  action: string;
  facts: { name: string; text: string }[];
  held: { options: Option[]; value: string; fault: string | null };
  amount: { label: string; value: string; fault: string | null } | null;
  unit: { options: Option[]; value: string; fault: string | null } | null;
  from: { value: string; fault: string | null };
  until: { value: string; fault: string | null };
  reason: { value: string; fault: string | null };
  history: { text: string; line: string; says: string }[];
}

export function limitPage(c: Showing): LimitPage {
  const place = placeInForms(c.db, c.params['item'] ?? '', c.params['place'] ?? '');
  if (!place) throw notFound();
  const set = limitsOfPlace(c.db, place.item, place.place);
  const now = set[0] ?? null;
  const held = now?.direction == null ? 'form' : now.direction === 'not-asked' ? 'not-asked' : 'own';
  const field = (name: string, saved: string) => ({ value: typed(c, name, saved), fault: faultAt(c, name) });
  const kept = held === 'own' ? now : null;
  const unit = kept ? (kept.unit ?? kept.direction) : (place.unit ?? place.direction);
  return {
    title: place.question,
    action: c.address,
    facts: factsOf(place),
    held: { options: optionsOf(place), ...field('held', held) },
    amount:
      place.measured === 'none'
        ? null
        : { label: amountLabels[place.measured], ...field('amount', String(kept?.amount ?? place.amount ?? '')) },
    unit:
      place.measured === 'after' || place.measured === 'before'
        ? { options: [...units, plain[place.measured]], ...field('unit', unit ?? '') }
        : null,
    from: field('from', now?.ordersFrom ? formatDate(now.ordersFrom) : ''),
    until: field('until', now?.ordersUntil ? formatDate(now.ordersUntil) : ''),
    reason: field('reason', ''),
    history: set.map((one) => ({
      text: `${setInWords(one)}, ${sinceInWords(one)}`,
      line: one.reason,
      says: `${one.setBy ?? 'Somebody'}, ${formatDate(londonDate(one.setAt))}`,
    })),
  };
}

function factsOf(place: PlaceInForms): LimitPage['facts'] {
  return [
    { name: 'The form says', text: place.when === null ? place.formSays : `${place.formSays}, when ${place.when}` },
    { name: 'How sure', text: sureInWords(place) },
    { name: 'Source', text: sourceInWords(place) },
    { name: 'Asked in', text: place.forms.map(({ title }) => title).join(', ') },
  ];
}

/** The short name of a source, spelled out where the form does. */
function sourceInWords({ source, forms }: PlaceInForms): string {
  if (source === null) return 'none given';
  const known = forms[0]?.document.about.sources ?? [];
  return source
    .split('; ')
    .map((name) => known.find((one) => one.name === name)?.what ?? name)
    .join('; ');
}

function optionsOf({ measured, isPaper }: PlaceInForms): Option[] {
  return [
    { value: 'form', text: 'As the form says' },
    ...(measured === 'none' ? [] : [{ value: 'own', text: 'A value of our own' }]),
    ...(isPaper ? [{ value: 'not-asked', text: 'This paper is not on our list: it is not asked for' }] : []),
  ];
}

const amountLabels = {
  after: 'At most',
  before: 'At least, before',
  'contacts-a-month': 'Contacts a month, at least',
  'hours-a-week': 'Hours a week, at least',
};

const units: readonly Option[] = [
  { value: 'working-days', text: 'working days' },
  { value: 'calendar-days', text: 'calendar days' },
  { value: 'hours', text: 'hours' },
  { value: 'months', text: 'months' },
];

const plain = {
  after: { value: 'same-day', text: 'the same day, without a number' },
  before: { value: 'before', text: 'at any time before, without a number' },
};
