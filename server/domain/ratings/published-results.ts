import { isPastFormat, type Figures, type PastFormatKey } from './past-formats.js';
import results from './published-results.json';

/** A published result of a service, in the format of its day. */
export interface PublishedResult {
  service: string;
  format: PastFormatKey;
  /** A day, a month or a year; empty where the page that it stands on has no date. */
  publishedOn: string;
  figures: Figures;
  source: string;
}

/**
 * Results that the inspectorate published, by format and service. Those of 2021 to 2025 are from a public collection of
 * its pages, the older ones from its own notices and from newspapers; each names its source.
 */
export const publishedResults: readonly PublishedResult[] = results.flatMap(({ format, figures, ...rest }) =>
  isPastFormat(format)
    ? [{ ...rest, format, figures: Object.fromEntries(Object.entries(figures).filter(isText)) }]
    : [],
);

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
