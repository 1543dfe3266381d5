/** From how many audits or cases on a share has a range, and a mean is shown at all. */
export const fewestForRange = 5;

/** From how many on a share is shown as per cent. */
export const fewestForPerCent = 10;

/** What a figure rests on: agreed audits, and practitioners whose work they are. */
export interface Behind {
  audits: number;
  practitioners: number;
}

/**
 * Whether a reader who may not open all audits behind a figure may have the figure: only when nobody's own result can
 * be told from it. Otherwise 'too few to show', in page, total, chart and file alike.
 * @example enoughForAllReaders({ audits: 5, practitioners: 2 }) // false
 */
export function enoughForAllReaders({ audits, practitioners }: Behind): boolean {
  return audits >= 5 && practitioners >= 3;
}
