import type { Showing } from '../../platform/http/route.js';
import { faultAt } from '../../platform/http/typed.js';

/** A form that comes as a file; what is wrong in it stands in the summary above. */
export interface FilePage {
  fileFault: string | null;
}

export const filePage = (c: Pick<Showing, 'typed' | 'faults'>): FilePage => ({ fileFault: faultAt(c, 'file') });
