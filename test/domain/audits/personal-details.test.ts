import { personalDetails, withoutDetails } from '../../../server/domain/audits/personal-details.js';

const around = { names: ['Kofi Okafor', 'Siân O’Neill'], today: '2026-11-24' };
const kinds = (text: string) => personalDetails(text, around).map(({ kind, found }) => [kind, found]);

test.each([
  ['Mother asked to be told on 07700 900142; nobody has.', 'telephone number', '07700 900142'],
  ['Rang +44 7700 900142 twice', 'telephone number', '+44 7700 900142'],
  ['office 01632 960 111.', 'telephone number', '01632 960 111'],
  ['lives at S10 2TN with his aunt', 'postcode', 'S10 2TN'],
  ['lives at sw1a1aa', 'postcode', 'sw1a1aa'],
  ['PNC 12/345678K checked', 'police number', '12/345678K'],
  ['PNC 2012/0345678K checked', 'police number', '2012/0345678K'],
  ['born 3/4/11, so fifteen', 'date of birth', '3/4/11'],
  ['DOB: 03.04.2011', 'date of birth', '03.04.2011'],
  ['(4 June 2010)', 'date of birth', '4 June 2010'],
  ['as kofi okafor wrote', 'name', 'kofi okafor'],
])('“%s” holds a %s', (text, kind, found) => {
  expect(kinds(text)).toEqual([[kind, found]]);
});

test.each([
  'Intervention plan, 2 June 2026',
  'Reviewed on 14/09/2026 and 24/11/2026',
  '3 of 4 visits, 12 sessions, standard 2.2.3',
  'Case YJ100142, section 250',
  'Okafor saw him',
  'Kofi Okaforson',
])('“%s” holds nothing personal', (text) => {
  expect(kinds(text)).toEqual([]);
});

test('details are replaced by what they were, so that the sentence still reads', () => {
  const text = 'Ring 07700 900142 or visit S10 2TN.';
  expect(withoutDetails(text, personalDetails(text, around))).toBe('Ring [telephone number] or visit [postcode].');
});
