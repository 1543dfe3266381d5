export type DetailKind = 'date of birth' | 'postcode' | 'telephone number' | 'police number' | 'name';

/** Something in a note that tells who somebody is. */
export interface PersonalDetail {
  kind: DetailKind;
  /** The words as they stand. */
  found: string;
  /** Where they begin in the text. */
  at: number;
}

/** What the rule needs beside the text. */
export interface Around {
  /** Names known to the service, as people write them. */
  names: readonly string[];
  /** 'YYYY-MM-DD': a date of birth is told by the age that it gives. */
  today: string;
}

/**
 * What a note holds that others need not know: dates of birth, postcodes, telephone numbers, PNC-like numbers and names
 * known to the service, in the order in which they stand. A date counts as one of birth when it gives an age from 8 to
 * 25, or when the words before it say so; other dates are what notes are made of.
 * @example personalDetails('Ring 07700 900142', { names: [], today: '2026-11-24' })
 * // [{ kind: 'telephone number', found: '07700 900142', at: 5 }]
 */
export function personalDetails(text: string, around: Around): PersonalDetail[] {
  const found = [
    ...matches(text, telephone, 'telephone number'),
    ...matches(text, postcode, 'postcode'),
    ...matches(text, policeNumber, 'police number'),
    ...matches(text, date, 'date of birth').filter((detail) => isOfBirth(text, detail, around.today)),
    ...namesIn(text, around.names),
  ];
  return found.sort((a, b) => a.at - b.at);
}

/**
 * The text with every detail replaced by what it was, so that the sentence still reads.
 * @example withoutDetails('Ring 07700 900142', [{ kind: 'telephone number', found: '07700 900142', at: 5 }])
 * // 'Ring [telephone number]'
 */
export function withoutDetails(text: string, details: readonly PersonalDetail[]): string {
  let kept = '';
  let from = 0;
  for (const { kind, found, at } of details) {
    if (at < from) continue;
    kept += `${text.slice(from, at)}[${kind}]`;
    from = at + found.length;
  }
  return kept + text.slice(from);
}

const telephone = /(?<![\w/])(?:\+44[ -]?(?:\(0\)[ -]?)?|0)\d(?:[ -]?\d){8,9}(?![\w/])/g;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi;
const policeNumber = /\b(?:19|20)?\d{2}\/\d{3,7}[A-Z]\b/gi;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const date = new RegExp(
  `\\b(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]* \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  'gi',
);
const saysBirth = /\b(?:d\.?o\.?b\.?|born(?: on)?|date of birth|birthday)\W{0,3}$/i;

function matches(text: string, pattern: RegExp, kind: DetailKind): PersonalDetail[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, found: match[0], at: match.index }));
}

function isOfBirth(text: string, { found, at }: PersonalDetail, today: string): boolean {
  if (saysBirth.test(text.slice(Math.max(0, at - 20), at))) return true;
  const year = Number(/\d{4}/.exec(found)?.[0] ?? NaN);
  const age = Number(today.slice(0, 4)) - year;
  return age >= 8 && age <= 25;
}

function namesIn(text: string, names: readonly string[]): PersonalDetail[] {
  let pattern = namePatterns.get(names);
  if (pattern === undefined) namePatterns.set(names, (pattern = patternOf(names)));
  return pattern ? matches(text, pattern, 'name') : [];
}

/** A page looks for the same names in each of its notes. */
const namePatterns = new WeakMap<readonly string[], RegExp | null>();

function patternOf(names: readonly string[]): RegExp | null {
  const whole = names.filter((name) => name.includes(' ')).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return whole.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${whole.join('|')})(?!\\p{L})`, 'giu');
}
