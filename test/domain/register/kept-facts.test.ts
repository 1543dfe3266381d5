import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChoiceItem, FormDocument, Item } from '../../../server/domain/forms/document.js';
import { isScored } from '../../../server/domain/forms/scales.js';
import { checkColumns } from '../../../server/domain/register/check-columns.js';
import { factOfHeading, guessColumns } from '../../../server/domain/register/columns.js';
import { keptFact, keptFactKeys, type KeptFactKey } from '../../../server/domain/register/kept-facts.js';
import { keptValueInWords, readKeptFact } from '../../../server/domain/register/read-kept-fact.js';

const folder = join(__dirname, '..', '..', '..', 'schemas', 'forms');
const forms = readdirSync(folder).map(
  (key) => JSON.parse(readFileSync(join(folder, key, '1.json'), 'utf8')) as FormDocument,
);
const asked = (key: string): { form: FormDocument; item: Item }[] =>
  forms.flatMap((form) =>
    form.sections.flatMap(({ items }) => items.filter((i) => i.key === key).map((item) => ({ form, item }))),
  );

describe('each fact beyond the register', () => {
  it.each(keptFactKeys)('%s fills in questions that the library asks, and none that is scored', (fact) => {
    for (const { item: key, as } of keptFact(fact).fills) {
      const places = asked(key);
      expect(places).not.toEqual([]);
      for (const { form, item } of places) {
        expect(isScored(form, item)).toBe(false);
        expect(item.kind === 'timescale').toBe(as === 'from' || as === 'to');
        expect('group' in item && item.group).toBeFalsy();
      }
    }
  });

  it.each(keptFactKeys.filter((fact) => keptFact(fact).holds === 'choice'))(
    '%s has values that its question offers',
    (fact) => {
      const { fills, values = {} } = keptFact(fact);
      for (const { item } of asked(fills[0]!.item)) {
        expect((item as ChoiceItem).options!.map(({ key }) => key)).toEqual(
          expect.arrayContaining(Object.keys(values)),
        );
      }
    },
  );

  it('has headings that mean nothing else', () => {
    const headings = keptFactKeys.flatMap((fact) => keptFact(fact).headings);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.filter((heading) => factOfHeading(heading) !== null)).toEqual([]);
  });
});

test.each<[KeptFactKey, string, string | null]>([
  ['victim', 'Y', 'yes'],
  ['victim', '', null],
  ['other-plan', 'Child in need', 'child-in-need'],
  ['other-plan', 'child-in-need', 'child-in-need'],
  ['missed-appointments', '3', '3'],
  ['release-date', '3/5/2026', '2026-05-03'],
  ['court-dates', '1 Jun 2026; 3/5/2026; 3/5/2026', '["2026-05-03","2026-06-01"]'],
])('%s: ‘%s’ is kept as %s', (fact, typed, value) => {
  expect(readKeptFact(fact, typed, {})).toEqual({ value });
});

test.each<[KeptFactKey, string]>([
  ['victim', 'Jordan Miles'],
  ['victim-kind', 'Jordan Miles'],
  ['missed-appointments', 'a few'],
  ['release-date', 'soon'],
  ['court-dates', '1 Jun 2026; soon'],
])('%s: ‘%s’ is not kept, and is not told again', (fact, typed) => {
  const read = readKeptFact(fact, typed, {});
  expect(read).toHaveProperty('problem');
  expect(JSON.stringify(read)).not.toContain(typed);
});

test('a kept value is said in words', () => {
  expect(keptValueInWords('court-dates', '["2026-05-03","2026-06-01"]')).toBe('3 May 2026; 1 Jun 2026');
  expect(keptValueInWords('victim-choice', 'not-reached')).toBe('Not reached');
  expect(keptValueInWords('victim', null)).toBe('not recorded');
});

test('a column is guessed to hold a fact only where the service keeps it', () => {
  expect(guessColumns(['Person ID', 'Named victim'])).toMatchObject({ 'Named victim': null });
  expect(guessColumns(['Person ID', 'Named victim'], ['victim'])).toMatchObject({ 'Named victim': 'victim' });
});

test.each([
  ['Victim name', ['Jordan Miles', 'Sam Cole', 'Ali Khan'], 'names'],
  ['Victim', ['Jordan Miles', 'Sam Cole', 'Ali Khan'], 'names'],
  ['Victim DOB', ['1/2/1990'], 'dates of birth'],
  ['Victim mobile', ['07700 900142'], 'telephone numbers'],
  ['Placement address', ['1 High Street'], 'addresses'],
])('a column ‘%s’ can’t be mapped to a fact: it looks like %3$s', (heading, cells, looks) => {
  const columns = { ID: 'reference', Order: 'order-type', Start: 'started-on', [heading]: 'victim' } as const;
  const faults = checkColumns(columns, (name) => (name === heading ? cells : ['YJ1']), '2026-11-24');
  expect(faults).toEqual([
    { heading, message: `'${heading}' looks like ${looks}: it can hold the practitioner or the team only.` },
  ]);
});
