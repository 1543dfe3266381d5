import { limitPlaces, type LimitPlace } from '../../domain/scoring/limit-places.js';
import { placeKey } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { latestVersions, type FormVersion } from '../forms/forms.store.js';

/** A value that can be set, with the forms that hold an answer to it. */
export interface PlaceInForms extends LimitPlace {
  forms: FormVersion[];
}

/** Every value of the forms in use that a service may set, each once, a paper with its list: a question means the same in every form. */
export function placesInForms(db: Db): PlaceInForms[] {
  const places = new Map<string, PlaceInForms>();
  for (const form of latestVersions(db)) {
    for (const place of limitPlaces(form.document)) {
      const key = placeKey(place.item, place.place);
      const known = places.get(key);
      if (known && place.isPaper) places.set(key, { ...place, forms: [form, ...known.forms] });
      else if (known) places.set(key, { ...known, forms: [...known.forms, form] });
      else places.set(key, { ...place, forms: [form] });
    }
  }
  return [...places.values()];
}

export function placeInForms(db: Db, item: string, place: string): PlaceInForms | undefined {
  return placesInForms(db).find((one) => one.item === item && one.place === place);
}
