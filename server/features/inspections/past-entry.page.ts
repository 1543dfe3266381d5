import {
  choicesOf,
  isPastFormat,
  pastFormats,
  type PastFormat,
  type PastFormatKey,
} from '../../domain/ratings/past-formats.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';

interface Choice {
  value: string;
  text: string;
}

/** First which format the result is in, then its figures. */
export interface PastEntryPage {
  formats: { text: string; href: string; line: string }[] | null;
  title: string;
  unit: string;
  format: string;
  fields: {
    name: string;
    label: string;
    value: string;
    fault: string | null;
    options: Choice[] | null;
    suffix: string | null;
  }[];
  published: { value: string; fault: string | null };
  source: string;
  recommendations: string;
}

export function pastEntryPage(c: Showing<{ format: string }>): PastEntryPage {
  const format = typed(c, 'format', c.query.format);
  const chosen = isPastFormat(format) ? format : null;
  const { title, unit }: { title: string; unit: string } = chosen ? pastFormats[chosen] : { title: '', unit: '' };
  return {
    formats: chosen ? null : Object.keys(pastFormats).filter(isPastFormat).map(linkTo),
    title,
    unit,
    format,
    fields: chosen ? fieldsOf(c, chosen) : [],
    published: { value: typed(c, 'published'), fault: faultAt(c, 'published') },
    source: typed(c, 'source'),
    recommendations: typed(c, 'recommendations'),
  };
}

const linkTo = (format: PastFormatKey): { text: string; href: string; line: string } => ({
  text: pastFormats[format].title,
  href: `/inspections/past/new?format=${format}`,
  line: pastFormats[format].unit,
});

function fieldsOf(c: Showing, format: PastFormatKey): PastEntryPage['fields'] {
  const { fields }: PastFormat = pastFormats[format];
  return fields.map((one) => {
    const choices = choicesOf(one);
    return {
      name: one.key,
      label: one.title,
      value: typed(c, one.key),
      fault: faultAt(c, one.key),
      options: choices && [{ value: '', text: 'Not given' }, ...choices],
      suffix: one.kind === 'percent' ? '%' : null,
    };
  });
}
