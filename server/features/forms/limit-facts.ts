import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import type { FormDocument, Item, Limit } from '../../domain/forms/document.js';
import { isUnchecked } from '../../domain/forms/marks.js';
import { contactRules, contactsInWords } from '../../domain/scoring/contacts.js';
import { limitPlaces } from '../../domain/scoring/limit-places.js';
import { formLimit, limitInFull, ownInWords, ownLimit } from '../../domain/scoring/limits.js';
import { placeKey } from '../../domain/scoring/settings.js';
import type { LocalValues } from '../settings/local-values.js';

/** What a question is held to: the form's value, or the service's own with the form's beside it. */
export function limitFacts(form: FormDocument, item: Item, own: LocalValues): { name: string; text: string }[] {
  const facts = item.kind === 'timescale' ? item.limits.map((limit, i) => limitOf(form, item, limit, i + 1, own)) : [];
  const held = [...facts, ...contactsOf(item, own)];
  return [
    ...(held.length > 0 ? [{ name: 'Limit', text: held.join('; ') }] : []),
    ...(own.notAsked.has(item.key) ? [{ name: 'This service', text: 'does not ask for this paper' }] : []),
  ];
}

function limitOf(form: FormDocument, item: Item, limit: Limit, place: number, { limits }: LocalValues): string {
  const own = limits[placeKey(item.key, place)];
  const words = limitInFull(own ? ownLimit(own, limit) : formLimit(limit));
  return limit.when ? `${words}, when ${conditionInWords(form, limit.when)}` : words;
}

function contactsOf({ key }: Item, { contacts }: LocalValues): string[] {
  const rule = Object.hasOwn(contactRules, key) ? contactRules[key] : undefined;
  if (!rule) return [];
  return Object.entries(rule.amounts).map(([level, amount]) => {
    const own = contacts[placeKey(key, level)];
    const form = contactsInWords(amount, rule.per);
    const words = own ? `${contactsInWords(own.amount, rule.per)} (${ownInWords(own.ordersFrom, form)})` : form;
    return rule.level === null ? words : `${level}: ${words}`;
  });
}

/** Says how many of a form's limits rest on a rule that nobody checked; null where none do. */
export function uncheckedInWords(form: FormDocument): string | null {
  const places = limitPlaces(form);
  const items = new Set(places.filter(({ mark }) => mark !== null && isUnchecked(mark)).map(({ item }) => item));
  if (items.size === 0) return null;
  const all = new Set(places.map(({ item }) => item)).size;
  return `${items.size} of the ${all} limits on this form rest on a rule that was not checked where it was published, and say so. The head of service can set the service’s own under Settings.`;
}
