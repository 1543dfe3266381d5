import { dueByDefault } from '../../../server/domain/actions/due-by-default';
import { proposalsFrom } from '../../../server/domain/actions/proposals';

test('each line of what must improve becomes a proposal, without its bullet or number', () => {
  expect(proposalsFrom('1. Name who warns the school.\r\n\n- Write the signs to watch for\n• Ring on 14 May')).toEqual([
    'Name who warns the school.',
    'Write the signs to watch for',
    'Ring on 14 May',
  ]);
});

test('a number that belongs to the sentence stays', () => {
  expect(proposalsFrom('3 visits a week')).toEqual(['3 visits a week']);
});

test('nothing written proposes nothing', () => {
  expect(proposalsFrom(null)).toEqual([]);
  expect(proposalsFrom('  \n ')).toEqual([]);
});

test('an action is due in twenty working days, bank holidays left out', () => {
  expect(dueByDefault('2026-11-24')).toBe('2026-12-22');
  expect(dueByDefault('2026-12-14')).toBe('2027-01-14');
});
