import { addDays, addMonths } from '../calendar/days.js';

/** Both days belong to the period; 'YYYY-MM-DD'. */
export interface Period {
  from: string;
  until: string;
}

/**
 * The last twelve months, today included.
 * @example lastTwelveMonths('2026-11-24') // { from: '2025-11-25', until: '2026-11-24' }
 */
export function lastTwelveMonths(today: string): Period {
  return { from: addDays(addMonths(today, -12), 1), until: today };
}

/**
 * The whole calendar years that a period touches.
 * @example yearsAround({ from: '2025-11-25', until: '2026-11-24' }) // { from: '2025-01-01', until: '2026-12-31' }
 */
export const yearsAround = ({ from, until }: Period): Period => ({
  from: `${from.slice(0, 4)}-01-01`,
  until: `${until.slice(0, 4)}-12-31`,
});

/**
 * The four whole quarters that ended last.
 * @example lastFourQuarters('2026-11-24') // { from: '2025-10-01', until: '2026-09-30' }
 */
export function lastFourQuarters(today: string): Period {
  const next = firstOfQuarter(today);
  return { from: addMonths(next, -12), until: addDays(next, -1) };
}

export interface Quarter extends Period {
  /** 'Apr–Jun' */
  label: string;
  /** 'YYYY', with 'part' or 'so far' where the period cuts the quarter short. */
  under: string;
}

const names = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'];

/**
 * The quarters that a period touches, oldest first, each cut to the period.
 * @example quartersOf({ from: '2026-02-01', until: '2026-05-10' }, '2026-05-10').map((q) => q.label) // ['Jan–Mar', 'Apr–Jun']
 */
export function quartersOf({ from, until }: Period, today: string): Quarter[] {
  const quarters: Quarter[] = [];
  for (let first = firstOfQuarter(from); first <= until; first = addMonths(first, 3)) {
    const last = addDays(addMonths(first, 3), -1);
    const isCut = first < from || last > until;
    const year = first.slice(0, 4);
    quarters.push({
      from: first < from ? from : first,
      until: last > until ? until : last,
      label: names[quarterOf(first)] ?? '',
      under: !isCut ? year : last >= today && until >= today && first >= from ? `${year} so far` : `${year} part`,
    });
  }
  return quarters;
}

const quarterOf = (date: string): number => Math.floor((Number(date.slice(5, 7)) - 1) / 3);

const firstOfQuarter = (date: string): string =>
  `${date.slice(0, 4)}-${String(quarterOf(date) * 3 + 1).padStart(2, '0')}-01`;
