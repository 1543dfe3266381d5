import { goodRow, readFixture, readGuessed, sheetOf, plainHeadings } from '../../fixtures/registers.js';

const faultsOf = (changes: Parameters<typeof goodRow>[0]) =>
  readGuessed(sheetOf([goodRow(changes)])).faults.map(({ line, field, value, reason }) => ({
    line,
    field,
    value,
    reason,
  }));

describe('a faulty row', () => {
  test.each([
    ['no reference', { case_reference: ' ' }, 'case_reference', '', /needs a reference/],
    ['a name in place of a reference', { case_reference: 'Kofi Okafor' }, 'case_reference', '', /Words/],
    ['no start', { order_start: '' }, 'order_start', '', /needs a start/],
    [
      'a start that does not exist',
      { order_start: '31/02/2026' },
      'order_start',
      '31/02/2026',
      /There is no 31 February 2026/,
    ],
    [
      'a start that lost its date format',
      { order_start: '46213' },
      'order_start',
      '46213',
      /as an Excel date it is 10 July 2026/,
    ],
    ['an end that is no date', { order_end: 'soon' }, 'order_end', 'soon', /Not a date/],
    ['an end before the start', { order_end: '2026-05-29' }, 'order_end', '2026-05-29', /Ends before it starts/],
    ['an unknown level', { risk_of_serious_harm: 'Severe' }, 'risk_of_serious_harm', 'Severe', /Not a level/],
    ['an unknown order', { order_type: 'Banning Order' }, 'order_type', 'Banning Order', /Not an order/],
    ['no order', { order_type: '' }, 'order_type', '', /needs an order/],
    ['an unknown yes or no', { looked_after: 'Maybe' }, 'looked_after', 'Maybe', /Neither yes nor no/],
    ['an age that cannot be', { age: '412' }, 'age', '412', /8 to 25/],
    ['an age under 8', { age: '7' }, 'age', '7', /8 to 25/],
    ['an age over 25', { age: '26' }, 'age', '26', /8 to 25/],
    ['an age in parts of a year', { age: '14.5' }, 'age', '14.5', /whole years/],
  ])('has %s', (_, changes, field, value, reason) => {
    expect(faultsOf(changes)).toEqual([{ line: 2, field, value, reason: expect.stringMatching(reason) }]);
  });

  test('breaks off before its last heading, and is then not read any further', () => {
    const register = readGuessed(sheetOf([goodRow({ order_start: 'no date' }).slice(0, 5)]));
    expect(register.faults).toEqual([
      { line: 2, field: 'order_end', value: '', reason: 'Half a row: 5 cells under 17 headings.' },
    ]);
    expect(register.faulty).toBe(1);
  });

  test('with two faults is one faulty row', () => {
    const register = readGuessed(sheetOf([goodRow({ age: '412', order_start: '' })]));
    expect([register.faulty, register.faults.length]).toEqual([1, 2]);
  });
});

describe('not a fault', () => {
  test.each([
    ['a blank end', { order_end: '' }],
    ['a blank level', { risk_of_serious_harm: '', safety_and_wellbeing: ' ' }],
    ['a blank ethnicity', { ethnicity: '' }],
    ['trailing blanks', { practitioner: 'Kofi Okafor  ', order_type: 'Referral Order ' }],
    ["'V High'", { risk_of_serious_harm: 'V High' }],
    ["'Y'", { looked_after: 'Y', child_protection_plan: 'n' }],
    ['an end on the day of the start', { order_end: '2026-06-01' }],
    ['the ages 8 and 25', { age: '8' }],
    ['the age 25', { age: '25' }],
    ['a British date', { order_start: '1/6/2026' }],
    ['a formula, which stays text', { practitioner: '=HYPERLINK("x","y")' }],
  ])('is %s', (_, changes) => {
    const register = readGuessed(sheetOf([goodRow(changes)]));
    expect(register.faults).toEqual([]);
    expect(register.good).toHaveLength(1);
  });

  test('is a control character, which is taken out and told as a remark', () => {
    const register = readGuessed(sheetOf([goodRow({ ethnicity: 'Mixed\u0000\u0007' })]));
    expect(register.good[0]?.ethnicity).toBe('Mixed');
    expect(register.remarks).toEqual([
      { line: 2, field: 'ethnicity', says: 'Held a control character, which was taken out.' },
    ]);
  });

  test('is an exact repeat of a row, which is counted once', () => {
    const register = readGuessed(sheetOf([goodRow(), goodRow(), goodRow({ practitioner: 'Kofi Okafor ' })]));
    expect([register.rows, register.good.length, register.repeats, register.faulty]).toEqual([3, 1, 2, 0]);
  });
});

test('values are read into the words of the product', () => {
  const row = goodRow({
    risk_of_serious_harm: 'V High',
    looked_after: 'Y',
    custody_entry: '02/06/2026',
    mappa_level: 'Level 2',
    order_type: 'YRO (ISS)',
  });
  expect(readGuessed(sheetOf([row])).good[0]).toEqual({
    line: 2,
    reference: 'YJ1',
    age: 15,
    sex: 'Male',
    ethnicity: 'Mixed',
    lookedAfter: 'yes',
    childProtection: 'no',
    order: {
      line: 2,
      type: 'yro-iss',
      group: 'court-community',
      startedOn: '2026-06-01',
      endsOn: '2026-12-01',
      status: 'open',
      harm: 'very-high',
      safety: 'medium',
      reoffending: 'high',
      custodyEntryOn: '2026-06-02',
      mappa: '2',
      practitioner: 'Kofi Okafor',
      team: 'North',
      kept: {},
    },
  });
});

test('an order without a state is open until its end', () => {
  const states = ['2026-11-23', '2026-11-24', ''].map((order_end) =>
    goodRow({ status: '', order_end, case_reference: `YJ${order_end}1` }),
  );
  expect(readGuessed(sheetOf(states)).good.map((row) => row.order.status)).toEqual(['closed', 'open', 'open']);
});

test('unknown words are told once with their rows, and read once mapped', () => {
  const rows = [
    goodRow({ order_type: 'Banning Order' }),
    goodRow({ order_type: 'banning order', case_reference: 'YJ2' }),
  ];
  expect(readGuessed(sheetOf(rows)).unknown).toEqual([{ kind: 'order-type', words: 'Banning Order', rows: 2 }]);
  const mapped = readGuessed(sheetOf(rows), { 'order-type': { banningorder: 'other-out-of-court' } });
  expect(mapped.good.map((row) => row.order.group)).toEqual(['out-of-court', 'out-of-court']);
});

test('rows that are not wanted are neither good nor faulty', () => {
  const register = readGuessed(sheetOf([goodRow({ order_type: 'Banning Order' }), goodRow()]), {
    'order-type': { banningorder: 'leave-out' },
  });
  expect([register.good.length, register.faulty, register.leftOut]).toEqual([1, 0, 1]);
});

test('a row that is left out has no faults: nobody need put it right', () => {
  const sheet = sheetOf([goodRow({ order_type: 'Banning Order', age: '412' })]);
  const register = readGuessed(sheet, { 'order-type': { banningorder: 'leave-out' } });
  expect([register.faults, register.faulty, register.leftOut]).toEqual([[], 0, 1]);
});

test.each([
  ['custody_entry', '31/02/2026', /There is no 31 February 2026. Left blank/],
  ['mappa_level', '7', /Not a MAPPA level/],
  ['status', 'On hold', /Neither open nor closed/],
] as const)('%s that cannot be read leaves the row good, and a remark tells', (heading, value, says) => {
  const register = readGuessed(sheetOf([goodRow({ [heading]: value })]));
  expect(register.good).toHaveLength(1);
  expect(register.remarks).toEqual([{ line: 2, field: heading, says: expect.stringMatching(says) }]);
});

test('cells beyond the headings are not read, and a remark tells', () => {
  const register = readGuessed(sheetOf([[...goodRow(), 'more']]));
  expect(register.faults).toEqual([]);
  expect(register.remarks.map((remark) => remark.says)).toEqual([
    'More cells than headings; what stands beyond them was not read.',
  ]);
});

test('blank lines and lines of empty cells are not counted', () => {
  expect(readGuessed(sheetOf([goodRow(), [''], plainHeadings.map(() => ' ')])).rows).toBe(1);
});

test('the clean register of the fixtures has no fault', () => {
  const register = readFixture('register-plain.csv');
  expect(register.faults).toEqual([]);
  expect(register.good.length).toBe(register.rows);
});

test('the dirty register of the fixtures is read to the line', () => {
  const register = readFixture('register-system-dirty.csv');
  expect(register.faults.slice(0, 2)).toMatchObject([{ line: 6, field: 'Start Date', value: '31/02/2026' }, {}]);
  expect(register.rows).toBe(register.good.length + register.faulty + register.repeats);
});
