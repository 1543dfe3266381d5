import { orderTypeKeys, orderTypeOf, orderTypes } from '../../../server/domain/register/orders.js';
import { readLevel, readMappa, readStatus, readYesNo } from '../../../server/domain/register/values.js';

test.each([
  ['Referral Order', 'referral-order'],
  ['YRO', 'yro'],
  ['Youth Rehabilitation Order with ISS', 'yro-iss'],
  ['YRO with intensive supervision & surveillance', 'yro-iss'],
  ['DTO', 'dto'],
  ['Section 250 custody', 'section-250'],
  ['S.91', 'section-250'],
  ['youth conditional caution', 'youth-conditional-caution'],
  ['YC', 'youth-caution'],
  ['Community Resolution ', 'community-resolution'],
  ['Reparation Order', 'reparation-order'],
])('%s is the order %s', (words, type) => {
  expect(orderTypeOf(words)).toBe(type);
});

test("'other' is chosen by hand, never guessed", () => {
  expect(orderTypeOf('other')).toBeNull();
  expect(orderTypeOf(orderTypes['other-custody'].says)).toBeNull();
});

test('every group has an order of another kind', () => {
  const others = orderTypeKeys.filter((type) => type.startsWith('other-')).map((type) => orderTypes[type].group);
  expect(others).toEqual(['court-community', 'custody', 'out-of-court']);
});

test.each([
  ['V High', 'very-high'],
  ['VERY HIGH', 'very-high'],
  ['Med', 'medium'],
  ['Low risk', 'low'],
  ['', null],
  ['Not recorded', null],
])('the level %p is %p', (words, value) => {
  expect(readLevel(words, {})).toEqual({ value });
});

test('a level can be mapped to not recorded, and signs alone are not blank', () => {
  expect(readLevel('???', {})).toBe('unknown');
  expect(readLevel('???', { level: { '???': 'not-recorded' } })).toEqual({ value: null });
});

test('a mapping to something that is no level does not hold', () => {
  expect(readLevel('Severe', { level: { severe: 'enormous' } })).toBe('unknown');
  expect(readLevel('constructor', {})).toBe('unknown');
});

test.each([
  ['Y', 'yes'],
  ['n', 'no'],
  ['TRUE', 'yes'],
  ['', null],
])('%p is %p', (words, value) => {
  expect(readYesNo(words, {})).toEqual({ value });
});

test.each([
  ['Level 2', '2'],
  ['MAPPA L3', '3'],
  ['', ''],
  ['None', ''],
  ['4', null],
])('MAPPA %p is %p', (words, level) => {
  expect(readMappa(words)).toBe(level);
});

test.each([
  ['Active', 'open'],
  ['Ended', 'closed'],
  ['On hold', null],
])('the state %p is %p', (words, status) => {
  expect(readStatus(words)).toBe(status);
});
