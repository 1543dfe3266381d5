import type { Inspection } from './inspections.store.js';

/** The way back from a part of an inspection. */
export const crumbsTo = ({ id, name }: Pick<Inspection, 'id' | 'name'>) => [
  { text: 'Inspections', href: '/inspections' },
  { text: name, href: `/inspections/${id}` },
];
