import { displayName, isName, matchName, nameKey } from '../../../server/domain/register/names.js';

const people = [
  { id: 1, name: 'Kofi Okafor' },
  { id: 2, name: 'Sian Lewis' },
  { id: 3, name: 'Sara Lewis' },
];
const match = (spelling: string, confirmed: [string, number][] = []) => matchName(spelling, people, new Map(confirmed));

test('both orders of a name are one', () => {
  expect(nameKey('Okafor, Kofi  ')).toBe(nameKey('kofi OKAFOR'));
  expect(displayName('Okafor,Kofi')).toBe('Kofi Okafor');
  expect(match('Okafor, Kofi')).toEqual({ is: 'known', id: 1 });
});

test('an initial that fits two people is asked', () => {
  expect(match('S Lewis')).toEqual({ is: 'unclear', ids: [2, 3] });
});

test('words turned round without a comma are asked', () => {
  expect(match('Okafor Kofi')).toEqual({ is: 'unclear', ids: [1] });
});

test('a spelling that somebody settled is not asked again', () => {
  expect(match('S Lewis', [[nameKey('S Lewis'), 3]])).toEqual({ is: 'known', id: 3 });
});

test('an unknown name is a new person, shown first name first', () => {
  expect(match('Young, Esme')).toEqual({ is: 'new', name: 'Esme Young' });
});

test.each(['Agency', 'Duty worker 2', '=HYPERLINK("x","y")', '07700 900123'])('%s is no name', (spelling) => {
  expect(isName(spelling)).toBe(false);
  expect(match(spelling)).toEqual({ is: 'no name' });
});

test.each(["Siân O'Neill-Jones", 'Anne Marie ap Rhys', 'J. Smith'])('%s is a name', (spelling) => {
  expect(isName(spelling)).toBe(true);
});
