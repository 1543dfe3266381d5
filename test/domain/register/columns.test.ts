import { checkColumns, personalColumn } from '../../../server/domain/register/check-columns.js';
import { guessColumns, headingsOf } from '../../../server/domain/register/columns.js';
import { findHeader } from '../../../server/domain/register/header.js';
import { holdsWords, looksLikeWords } from '../../../server/domain/register/reference.js';
import { plainHeadings, sheetOf, today } from '../../fixtures/registers.js';

describe('which fact a column holds', () => {
  test('is known for every heading of the tool and of a case system', () => {
    const system = [
      'Person ID',
      'Allocated Worker',
      'Team',
      'Legal Outcome',
      'Start Date',
      'End Date',
      'ROSH',
      'S&WB',
      'LoR',
      'Age',
      'Gender',
      'Ethnicity',
      'LAC',
      'CPP',
      'Custody Entry Date',
      'MAPPA',
      'Status',
    ];
    const facts = Object.values(guessColumns(plainHeadings));
    expect(facts).not.toContain(null);
    expect(Object.values(guessColumns(system))).toEqual([...facts]);
  });

  test('is guessed once: the first column that fits has it', () => {
    expect(guessColumns(['Start Date', 'Start', 'Offence'])).toEqual({
      'Start Date': 'started-on',
      Start: null,
      Offence: null,
    });
  });
});

test('headings are all different, and empty ones at the end are none', () => {
  expect(headingsOf(['ID', '', 'Start\n date', 'ID', ' '])).toEqual(['ID', 'column 2', 'Start date', 'ID (2)']);
});

describe('the heading', () => {
  test('stands below the banner', () => {
    const sheet = sheetOf(
      [
        ['Run 01/11/2026', '', '', 'OFFICIAL-SENSITIVE'],
        ['Person ID', 'Team', 'Start Date'],
      ],
      ['Case list'],
    );
    expect(findHeader(sheet)).toBe(2);
  });
  test('is the widest of the first rows where none is known', () => {
    expect(
      findHeader(
        sheetOf(
          [
            ['a', 'b'],
            ['c', 'd'],
          ],
          ['x'],
        ),
      ),
    ).toBe(1);
  });
  test('is none in an empty sheet', () => {
    expect(findHeader({ rows: [] })).toBeNull();
    expect(findHeader(sheetOf([['']], ['']))).toBeNull();
  });
});

describe('a column that looks like', () => {
  test.each([
    ['names', 'Child', ['Kofi Okafor', 'Mensah, Joy', "Siân O'Neill"]],
    ['names', 'Surname', []],
    ['names', 'Client name', []],
    ['dates of birth', 'D.O.B.', []],
    ['dates of birth', 'Key date', ['01/06/2010', '2011-02-03', '5 May 2009']],
    ['addresses', 'Lives at', ['12 High Street', 'Flat 3 Mill Lane, N1 9GU']],
    ['addresses', 'Post code', []],
    ['telephone numbers', 'Contact', ['07700 900123', '+44 7700 900456']],
  ])('%s under %s is told', (personal, heading, cells) => {
    expect(personalColumn(heading, cells, today)).toBe(personal);
  });

  test.each([
    ['Ethnicity', ['White British', 'Black Caribbean', 'White other']],
    ['Programme', ['Referral Order', 'Youth Caution', 'Community Resolution']],
    ['Office', ['Court and Community North', 'Intensive Supervision']],
    ['Order date', ['01/06/2012', '02/06/2012']],
    ['Ref', ['YJ100012', 'YJ100019']],
    ['Review date', ['01/06/2025', '02/06/2026']],
  ])('nothing personal is %s', (heading, cells) => {
    expect(personalColumn(heading, cells, today)).toBeNull();
  });

  test('names can be mapped to practitioner or team only', () => {
    const cellsOf = (heading: string) => (heading === 'Child' ? ['Kofi Okafor', 'Joy Mensah'] : ['YJ1']);
    const needed = { ID: 'reference', Order: 'order-type', Start: 'started-on' } as const;
    expect(checkColumns({ ...needed, Child: 'practitioner' }, cellsOf, today)).toEqual([]);
    expect(checkColumns({ ...needed, Child: 'team' }, cellsOf, today)).toEqual([]);
    expect(checkColumns({ ...needed, Child: 'ethnicity' }, cellsOf, today)).toEqual([
      { heading: 'Child', message: "'Child' looks like names: it can hold the practitioner or the team only." },
    ]);
  });
});

test('a register needs a reference, an order and a start', () => {
  expect(checkColumns({ A: null }, () => [], today).map((fault) => fault.message)).toEqual([
    'No column holds the case reference.',
    'No column holds the order.',
    'No column holds the start of the order.',
  ]);
});

test('a fact can have one column only', () => {
  const columns = { ID: 'reference', Order: 'order-type', Start: 'started-on', Begun: 'started-on' } as const;
  expect(checkColumns(columns, () => ['1'], today)).toEqual([
    { heading: 'Begun', message: "'Begun': another column holds the start of the order already." },
  ]);
});

describe('a reference', () => {
  test.each(['YJ100012', 'YJ 100012', '000123', 'N-2026/14', 'AB/CD/12'])('may be %s', (reference) => {
    expect(looksLikeWords(reference)).toBe(false);
  });
  test.each(['Kofi Okafor', 'Okafor, Kofi', 'Okafor', 'Kofi Okafor 14'])('is not %s', (reference) => {
    expect(looksLikeWords(reference)).toBe(true);
  });
  test('column that holds words is refused', () => {
    const columns = { Child: 'reference', Order: 'order-type', Start: 'started-on' } as const;
    const faults = checkColumns(columns, () => ['Okafor', 'Mensah', 'Gill'], today);
    expect(faults.map((fault) => fault.heading)).toEqual(['Child']);
  });
  test('column with a stray word among many is not refused', () => {
    expect(holdsWords([...Array.from({ length: 30 }, (_, n) => `YJ${n}`), 'total'])).toBe(false);
  });
});
