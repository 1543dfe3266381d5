import { formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { levels } from '../../domain/forms/scales.js';
import { orderGroups, orderTypeKeys, orderTypes } from '../../domain/register/orders.js';
import { levelNames } from '../../domain/register/values.js';
import { frameDigest } from '../../domain/sampling/frame.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt } from '../../platform/http/typed.js';
import type { Table } from '../../platform/table.js';
import { teams } from '../people/teams.store.js';
import { auditors } from './auditors.store.js';
import { datesInOrder, teamsInReach } from './check-draw.js';
import { drawPart, type DrawPart } from './draw-part.js';
import { effectOf } from './effect.js';
import { flags, statuses } from './filters.js';
import { listCases, membersOfStrata, rulesWithin, teamsToDrawFrom } from './frame.js';
import { newestRegister } from './frame.store.js';
import { addressOf, fieldsOf, newAtFirst, queryOf, readNew, type NewFields } from './new-sample.js';
import { practitionersOf } from './practitioners.store.js';
import { firstDrawnFrom } from './samples.store.js';
import { inspectorateSays, sizesTable, whatSizeTells } from './sizes.js';

export interface Option {
  value: string;
  text: string;
  hint?: string;
}

export interface NewPage {
  title: string;
  sentence: string;
  filters: FilterPart;
  effect: { heading: string; register: string | null; reasons: Table | null; note: string | null };
  why: {
    /** What the form holds, to come back to it with the answer. */
    given: string;
    reference: string;
    fault: string | null;
    answer: string | null;
    in: boolean;
  };
  how: HowPart;
  draw: DrawPart;
  chooseHref: string;
  again: { id: string; said: string; reason: string; fault: string | null } | null;
  press: string;
}

interface FilterPart {
  status: Field;
  statuses: Option[];
  groups: Option[];
  types: Option[];
  typesOpen: boolean;
  kinds: string[];
  from: Field;
  until: Field;
  levels: Option[];
  harm: string[];
  safety: string[];
  reoffending: string[];
  levelsOpen: boolean;
  flags: Option[];
  flagsOn: string[];
  teams: Option[];
  teamsOn: string[];
  teamsFault: string | null;
  practitioner: string;
  practitioners: Option[];
  months: Field;
}

interface Field {
  value: string;
  fault: string | null;
}

interface HowPart {
  method: string;
  methods: Option[];
  size: Field;
  sizeHint: string | null;
  says: string | null;
  yardstick: string | null;
  sizes: Table | null;
}

/** What somebody asked about one case: its reference as typed, and the rule as the answer. */
export interface Asked {
  reference: string;
  answer: string | null;
  fault: string | null;
  in: boolean;
}

/** The fields as they stand now: as typed, as in the address, or as at first. */
export function givenIn(c: Pick<Showing<NewFields>, 'db' | 'today' | 'typed' | 'query'>): NewFields {
  const first = newAtFirst(
    c.today,
    auditors(c.db, c.today).map(({ id }) => id),
  );
  if (c.typed) return fieldsOf(c.typed, first);
  if (c.query.counted === '') return first;
  return withDrawFields(fieldsOf(c.query, first), first);
}

/** An address may carry filters only: how to draw then stands as at first. */
function withDrawFields(given: NewFields, first: NewFields): NewFields {
  const { purpose, method, size, due, auditors } = given;
  return {
    ...given,
    purpose: purpose || first.purpose,
    method: method || first.method,
    size: size || first.size,
    due: due || first.due,
    auditors: auditors.length > 0 ? auditors : first.auditors,
  };
}

/** Filters and what they do, before anything is drawn. It never says who would be drawn: there is no seed yet. */
export function newPage(c: Showing<NewFields>, asked: Asked | null = null): NewPage {
  const asGiven = givenIn(c);
  const { wanted, faults } = readNew(asGiven);
  const within = teamsToDrawFrom(c.db, c.me, c.reach);
  if (!c.typed)
    c.faults = [...faults, datesInOrder(wanted.rules), teamsInReach(wanted.rules, within)].filter(
      (fault) => fault !== null,
    );
  const frame = listCases(c.db, within, rulesWithin(wanted.rules, within), wanted.method, c.today);
  const eligible = frame.filter((row) => row.excludedBy === null);
  const strata = membersOfStrata(frame);
  const given = isProposed(c) ? { ...asGiven, size: sizeWithin(asGiven.size, eligible.length) } : asGiven;
  const effect = effectOf(frame, wanted.rules, (rule, missing) =>
    addressOf('/samples/new/not-eligible', { ...given, rule, missing: missing ? '1' : '' }),
  );
  const places = placesFor(wanted.method, readNew(given).wanted.size, eligible.length, strata);
  const register = newestRegister(c.db);
  const first = wanted.method === 'whole' ? undefined : firstDrawnFrom(c.db, frameDigest(frame), wanted.formVersionId);
  const againId = given.again || (first ? String(first.id) : '');
  return {
    title: 'Who may be drawn, and how many',
    sentence: 'Nothing is drawn until you press Draw; then it can’t be drawn again without a reason, and both stay.',
    filters: filterPart(c, given, within),
    effect: {
      heading: `${effect.eligible} of ${effect.listed} cases may be drawn`,
      register: register
        ? `case list of ${formatDateInFull(londonDate(register.madeAt))}, ${formatTime(register.madeAt)}`
        : null,
      reasons: effect.reasons,
      note: effect.listed === 0 ? 'There are no cases yet. Bring in the case list first.' : null,
    },
    why: {
      given: queryOf(given),
      reference: asked?.reference ?? '',
      fault: asked?.fault ?? null,
      answer: asked?.answer ?? null,
      in: asked?.in ?? false,
    },
    how: howPart(c, given, eligible.length, strata, places),
    draw: drawPart(c, given, eligible, places),
    chooseHref: '/samples/chosen',
    again:
      againId === ''
        ? null
        : {
            id: given.again,
            said:
              first && given.again === ''
                ? `This form was drawn from this very list before: ‘${first.name}’.`
                : 'This draws an earlier sample again. Both stay, and the new one names the first.',
            reason: given.againReason,
            fault: faultAt(c, 'againReason'),
          },
    press: places === null ? 'Draw' : `Draw ${places} ${places === 1 ? 'case' : 'cases'}`,
  };
}

function filterPart(c: Showing<NewFields>, given: NewFields, within: ReturnType<typeof teamsToDrawFrom>): FilterPart {
  const field = (name: 'status' | 'from' | 'until' | 'months') => ({ value: given[name], fault: faultAt(c, name) });
  return {
    status: field('status'),
    statuses: Object.entries(statuses).map(([value, { says }]) => ({ value, text: says })),
    groups: Object.entries(orderGroups).map(([value, text]) => ({ value, text })),
    types: orderTypeKeys.map((value) => ({ value, text: orderTypes[value].says })),
    typesOpen: given.kinds.some((kind) => kind in orderTypes),
    kinds: given.kinds,
    from: field('from'),
    until: field('until'),
    levels: levels.map((value) => ({ value, text: levelNames[value] })),
    harm: given.harm,
    safety: given.safety,
    reoffending: given.reoffending,
    levelsOpen: given.harm.length + given.safety.length + given.reoffending.length > 0,
    flags: Object.entries(flags).map(([value, text]) => ({ value, text })),
    flagsOn: given.flags,
    teams: teams(c.db)
      .filter((team) => within.teams.includes(team.id))
      .map((team) => ({ value: String(team.id), text: team.name })),
    teamsOn: given.teams,
    teamsFault: faultAt(c, 'teams'),
    practitioner: given.practitioner,
    practitioners: practitionerOptions(c, given.practitioner, within),
    months: field('months'),
  };
}

/** Somebody in the address who holds nothing here is still named, so that the page never shows another filter than it asks. */
function practitionerOptions(
  c: Showing<NewFields>,
  asked: string,
  within: ReturnType<typeof teamsToDrawFrom>,
): Option[] {
  const known = practitionersOf(c.db, within).map(({ id, name }) => ({ value: String(id), text: name }));
  const stranger = asked !== '' && !known.some(({ value }) => value === asked);
  return [
    { value: '', text: 'Anybody' },
    ...known,
    ...(stranger ? [{ value: asked, text: 'Somebody who holds no case here' }] : []),
  ];
}

/** Whether the size is ours and not the reader's: nothing was typed, and the address names none. */
const isProposed = ({ typed, query }: Pick<Showing<NewFields>, 'typed' | 'query'>): boolean =>
  typed === null && query.size.trim() === '';

/** No more is proposed than may be drawn. */
const sizeWithin = (size: string, eligible: number): string =>
  eligible === 0 ? size : String(Math.min(Number(size), eligible));

/** How many places a draw would fill; null while the size can't be read. */
function placesFor(method: string, size: number | null, eligible: number, strata: readonly number[]): number | null {
  if (method === 'whole') return eligible;
  if (size === null || size < 1) return null;
  if (method === 'per-practitioner') return strata.reduce((sum, members) => sum + Math.min(size, members), 0);
  return size > eligible ? null : size;
}

function howPart(
  c: Showing<NewFields>,
  given: NewFields,
  eligible: number,
  strata: readonly number[],
  places: number | null,
): HowPart {
  const people = given.method === 'per-practitioner' ? ` Now ${strata.length} of them.` : '';
  const tells = given.method === 'simple' && eligible > 0;
  return {
    method: given.method,
    methods: [
      {
        value: 'simple',
        text: 'Simple random',
        hint: `Every one of the ${eligible} has the same chance. Best for a figure about the service.`,
      },
      {
        value: 'per-practitioner',
        text: 'So many for each practitioner',
        hint: `Best for supervision; figures about the service then lean to small caseloads.${people}`,
      },
      { value: 'whole', text: 'The whole', hint: `All ${eligible}: a sweep with a short form. No size is needed.` },
    ],
    size: { value: given.size, fault: faultAt(c, 'size') },
    sizeHint: sizeHint(given, eligible, places),
    says: tells && places !== null ? whatSizeTells(places, eligible) : null,
    yardstick: tells ? inspectorateSays(eligible) : null,
    sizes: tells && eligible > 5 ? sizesTable(places, eligible) : null,
  };
}

function sizeHint({ method, size }: NewFields, eligible: number, places: number | null): string | null {
  if (method === 'per-practitioner') return places === null ? null : `For each practitioner: ${places} in all.`;
  return method === 'simple' && Number(size) > eligible ? `No more than ${eligible} may be drawn.` : null;
}
