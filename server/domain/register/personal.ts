import { headingKey } from './columns.js';
import { isName } from './names.js';
import { orderTypeOf } from './orders.js';

/** What a column seems to hold that this tool must not keep about a child. */
export type Personal = 'names' | 'dates of birth' | 'addresses' | 'telephone numbers';

/** Enough cells to tell, and no more: 10,000 rows tell nothing that 300 don't. */
const cellsLookedAt = 300;
/** So many of the filled cells must look alike before a column is taken for personal. */
const mostOf = 0.6;

/**
 * Whether a column looks like names, dates of birth, addresses or telephone numbers, by its heading or by its cells.
 * Such a column can be mapped to the practitioner or the team only.
 * @param readDate turns what was typed into YYYY-MM-DD, or null
 * @param today YYYY-MM-DD; a date of birth is told by the age that it gives
 * @returns what it looks like, or null
 * @example looksPersonal('Mobile', [], readDate, '2026-11-24') // 'telephone numbers'
 */
export function looksPersonal(
  heading: string,
  cells: readonly string[],
  readDate: (typed: string) => string | null,
  today: string,
): Personal | null {
  const key = headingKey(heading);
  const named = personalHeadings.find(([pattern]) => pattern.test(key));
  if (named) return named[1];
  const filled = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, cellsLookedAt);
  const most = (looks: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(looks).length >= mostOf * filled.length;
  if (most((cell) => isBirthDate(readDate(cell), today))) return 'dates of birth';
  if (most((cell) => telephone.test(cell.replace(/[\s()-]/g, '')))) return 'telephone numbers';
  if (most((cell) => postcode.test(cell) || street.test(cell))) return 'addresses';
  return most(isChildsName) ? 'names' : null;
}

/** Eight years ago and earlier: an order of a youth justice service began later, a child was born before. */
function isBirthDate(date: string | null, today: string): boolean {
  const years = date === null ? null : Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return years !== null && years >= 9 && years <= 30;
}

function isChildsName(cell: string): boolean {
  return (
    isName(cell) &&
    orderTypeOf(cell) === null &&
    !cell
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => notInNames.has(word))
  );
}

const personalHeadings: readonly (readonly [RegExp, Personal])[] = [
  [/dateofbirth|birthdate|^dob|dob$|^born/, 'dates of birth'],
  [/address|postcode|^street|^town$/, 'addresses'],
  [/phone|mobile|telno|^tel$|^email/, 'telephone numbers'],
  [
    /^(first|last|middle|full|family|child|childs|client|persons?|youngpersons?|known)?names?$|surname|forename|^(child|childs|client|person|youngperson|yp)s?name|^alias/,
    'names',
  ],
];

const telephone = /^(\+44|0)\d{9,10}$/;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;
const street =
  /^(flat )?\d+[a-z]?,? .*\b(road|rd|street|st|avenue|ave|lane|close|drive|way|court|crescent|terrace|place)\b/i;

/** Words of orders, ethnic groups, levels, states and places: two capitalised words with one of them are no name. */
const notInNames = new Set(
  `order caution resolution custody section community youth referral reparation rehabilitation training detention court
   conditional outcome british caribbean african asian white black mixed other background any irish gypsy traveller roma
   indian pakistani bangladeshi chinese arab not recorded known stated refused unknown low medium high very risk yes no
   open closed active ended ongoing male female team north south east west central supervision prevention intensive
   support service level programme intervention plan and of with the`.split(/\s+/),
);
