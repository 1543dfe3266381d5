import { formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { reasons } from '../../domain/sampling/eligibility.js';
import { sha256 } from '../../domain/sampling/frame.js';
import { verifyCertificate } from '../../domain/sampling/verify-certificate.js';
import type { SampleCertificate } from '../../domain/sampling/certificate-document.js';
import type { Showing } from '../../platform/http/route.js';
import { number, table, text, type Table } from '../../platform/table.js';
import { lastHash } from '../trail/trail.store.js';
import { isRule, reasonIn } from './effect.js';
import { referencesOf } from './frame-rows.store.js';
import { placesOf } from './places.store.js';
import { asksForLevels, recordOf, rulesOf } from './record.js';
import { levelsHidden, methods } from './sample.page.js';
import type { Sample } from './samples.store.js';

export interface CertificatePage {
  title: string;
  sentence: string;
  acts: { text: string; href: string; kind?: string }[];
  /** Why the record is not given to this reader yet; null when it is. */
  held: string | null;
  lead: string;
  facts: { name: string; text: string; reference?: boolean }[];
  checked: { kind: string; text: string };
  draw: Table;
  reasons: Table | null;
}

export function certificatePage(c: Showing, sample: Sample): CertificatePage {
  const record = recordOf(c.db, sample, c.today);
  const verdict = verifyCertificate(record);
  const held = recordHeld(c, sample);
  const drawn = record.ranks.filter(({ rank }) => rank <= record.size).length;
  const chosen = record.method === 'chosen';
  return {
    title: sample.name,
    sentence: `${record.form.title}, version ${record.form.version}. ${record.purpose}.`,
    acts:
      held === null
        ? [{ text: 'Record (JSON)', href: `/samples/${sample.id}/certificate.json`, kind: 'secondary' }]
        : [],
    held,
    lead: chosen
      ? 'These cases were chosen by hand. No figure about the service can rest on them.'
      : `Anyone with the record of this page can draw it again, in any language, and get the same ${drawn}.`,
    facts: factsOf(c, sample, record, held !== null),
    checked: {
      kind: verdict.same ? 'saved' : 'gap',
      text: `Checked ${formatDateInFull(c.today)}, ${formatTime(c.now)}. ${verdict.says}`,
    },
    draw: drawTable(c, sample, record),
    reasons: held === null ? reasonsTable(record, sample) : null,
  };
}

/** The record would tell an auditor the service's levels before they have put their own. */
export function recordHeld(c: Pick<Showing, 'db' | 'me'>, sample: Sample): string | null {
  return asksForLevels(rulesOf(sample)) && levelsHidden(c, sample)
    ? 'You audit a case of this sample. The rules and the record tell levels, so they open to you once you have put your own.'
    : null;
}

function factsOf(c: Showing, sample: Sample, record: SampleCertificate, isHeld: boolean): CertificatePage['facts'] {
  const eligible = record.ranks.length;
  const left = record.frame.length - eligible;
  const references = referencesOf(c.db, sample.id);
  const mine = new Set(placesOf(c.db, sample.id, c.reach, c.today).map(({ unit }) => unit));
  const named = (unit: string) => (mine.has(unit) && references.get(unit) ? `${unit} (${references.get(unit)})` : unit);
  const first = record.ranks
    .slice(0, 2)
    .map(({ unit }) => `${named(unit)} at ${sha256(`${record.seed}\n${unit}`).slice(0, 8)} …`);
  const moment = (at: string) => `${formatDateInFull(londonDate(at))}, ${formatTime(at)}`;
  const register = record.registerAt === null ? '' : ` in the case list of ${moment(record.registerAt)}`;
  const rows: (CertificatePage['facts'][number] | null)[] = [
    { name: record.method === 'chosen' ? 'Chosen' : 'Drawn', text: `${moment(record.drawnAt)}, by ${record.drawnBy}` },
    record.method === 'chosen'
      ? null
      : { name: 'Eligible', text: `${eligible} of ${record.frame.length} cases${register}; ${left} not eligible` },
    record.method === 'chosen' || isHeld ? null : { name: 'Rules', text: record.rules.join(' ') },
    { name: 'Method', text: methodOf(record) },
    record.reason === null ? null : { name: 'Reason', text: record.reason },
    record.again === null
      ? null
      : {
          name: 'Drawn again',
          text: `In place of ‘${record.again.of}’ of ${moment(record.again.drawnAt)}: ${record.again.reason}`,
        },
    { name: 'Seed', text: `${record.seed}, made by the machine at the draw`, reference: true },
    { name: `List of ${record.frame.length}`, text: `${inGroups(record.frameDigest)} (SHA-256)`, reference: true },
    record.method === 'chosen' ? null : { name: 'First drawn', text: first.join(', then ') },
    { name: 'Swapped', text: swapsIn(record) },
    { name: 'Head of the trail', text: inGroups(lastHash(c.db)), reference: true },
  ];
  return rows.filter((row) => row !== null);
}

function methodOf({ method, size }: SampleCertificate): string {
  const sort = 'sort by SHA-256 of seed, new line, number of the case';
  if (method === 'simple')
    return `${methods.simple}: ${sort}; take the first ${size}; the others are the reserve, in order`;
  if (method === 'per-practitioner')
    return `${methods[method]}: for each, ${sort}; take the first ${size}; the others are the reserve`;
  return methods[method];
}

function swapsIn({ swaps }: SampleCertificate): string {
  if (swaps.length === 0) return 'Nothing';
  const why = [...new Set(swaps.map(({ reason }) => reason))].map(
    (reason) =>
      `${swaps.filter((swap) => swap.reason === reason).length}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
  );
  return `${swaps.length}, each for the next in reserve (${why.join('; ')})`;
}

/** A digest that can be read out and compared. */
const inGroups = (hash: string): string => hash.replace(/.{16}(?=.)/g, '$& ');

function drawTable(c: Showing, sample: Sample, record: SampleCertificate): Table {
  return table({
    key: 'draw',
    title: 'The draw',
    sentence: 'Every case that has or had a place, in the order drawn.',
    columns: [
      { key: 'place', head: 'Place', kind: 'number' },
      { key: 'unit', head: 'Number', kind: 'text' },
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'hash', head: 'SHA-256 begins', kind: 'reference' },
      { key: 'swap', head: 'Swap', kind: 'text' },
    ],
    rows: placesOf(c.db, sample.id, c.reach, c.today).map((place) => ({
      place: number(place.rank),
      unit: text(place.unit),
      case: text(place.reference ?? 'erased'),
      hash: text(sha256(`${record.seed}\n${place.unit}`).slice(0, 16)),
      swap: text(
        [place.inPlaceOf === null ? '' : `in place of ${place.inPlaceOf}`, place.leftAt === null ? '' : 'left']
          .filter((w) => w)
          .join(', '),
      ),
    })),
  });
}

function reasonsTable({ frame }: SampleCertificate, sample: Sample): Table | null {
  const left = frame.flatMap(({ excludedBy }) => (excludedBy === null ? [] : [excludedBy]));
  if (left.length === 0) return null;
  return table({
    key: 'not-eligible',
    title: `Why ${left.length} ${left.length === 1 ? 'case' : 'cases'} could not be drawn`,
    sentence: 'A case counts once, under the first reason that holds.',
    columns: [
      { key: 'why', head: 'Why not', kind: 'text' },
      { key: 'cases', head: 'Cases', kind: 'number' },
    ],
    rows: Object.keys(reasons)
      .filter((rule) => left.includes(rule))
      .map((rule) => ({
        why: text(isRule(rule) ? reasonIn(rule, rulesOf(sample)) : rule),
        cases: number(left.filter((one) => one === rule).length),
      })),
    total: { why: text('Not eligible'), cases: number(left.length) },
  });
}
