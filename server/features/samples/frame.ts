import { eligibility, type Eligibility } from '../../domain/sampling/eligibility.js';
import { stratumOf, type Method } from '../../domain/sampling/draw.js';
import type { FrameRow } from '../../domain/sampling/frame.js';
import type { Rules } from '../../domain/sampling/rules.js';
import type { Me, Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { teams } from '../people/teams.store.js';
import { frameCases, type FrameCase, type FrameOrder, type FrameTeams } from './frame.store.js';

/** A case of the list with the verdict on it. `order`: through which it may be drawn, or that came nearest. */
export interface Listed extends FrameRow {
  case: FrameCase;
  order: FrameOrder | null;
  verdict: Eligibility;
}

/** The teams whose cases somebody may draw from: those that they lead, or all and what no team holds. */
export function teamsToDrawFrom(db: Db, me: Me | null, reach: Reach): FrameTeams {
  if (reach.kind === 'all') return { teams: teams(db).map((team) => team.id), teamless: true };
  return { teams: me?.teamsLed ?? [], teamless: false };
}

/** Whoever draws for own teams only says so in the rules, so that the record tells it too. */
export function rulesWithin(rules: Rules, { teams, teamless }: FrameTeams): Rules {
  return teamless || rules.teams.length > 0 ? rules : { ...rules, teams: [...teams] };
}

/** Every case that was looked at, each once, with the rule that leaves it out or the order it may be drawn through. */
export function listCases(db: Db, within: FrameTeams, rules: Rules, method: Method, today: string): Listed[] {
  return frameCases(db, within).map((found) => listed(found, rules, method, today));
}

/** Cases chosen by hand: no filter is asked, save that there is an order in reach. An open order goes before a closed one. */
export function listChosen(
  db: Db,
  within: FrameTeams,
  chosen: readonly number[],
  anyCase: Rules,
  today: string,
): Listed[] {
  const wanted = new Set(chosen);
  return frameCases(db, within)
    .filter((found) => wanted.has(found.id))
    .map((found) => {
      const open = listed(found, { ...anyCase, status: 'open' }, 'chosen', today);
      return open.verdict.eligible ? open : listed(found, anyCase, 'chosen', today);
    });
}

/** How many may be drawn in each stratum. */
export function membersOfStrata(rows: readonly Listed[]): number[] {
  const members = new Map<string | null, number>();
  for (const { excludedBy, stratum } of rows) {
    if (excludedBy === null) members.set(stratum, (members.get(stratum) ?? 0) + 1);
  }
  return [...members.values()];
}

function listed(found: FrameCase, rules: Rules, method: Method, today: string): Listed {
  const verdict = eligibility(
    {
      orders: found.orders.map((order) => ({
        id: order.id,
        listed: order.listed === 1,
        orderType: order.type,
        orderGroup: order.group,
        status: order.status,
        startedOn: order.startedOn,
        endsOn: order.endsOn,
        harm: order.harmLevel,
        safety: order.safetyLevel,
        reoffending: order.reoffendingLevel,
        custodyEntryOn: order.custodyEntryOn,
        mappaLevel: order.mappaLevel,
        practitioner: order.practitionerId,
        team: order.teamId,
      })),
      lookedAfter: yesNo(found.lookedAfter),
      childProtection: yesNo(found.childProtection),
      lastAuditedOn: found.lastAgreedOn,
    },
    rules,
    today,
  );
  const order = found.orders.find(({ id }) => id === verdict.order) ?? null;
  return {
    unit: String(found.id),
    excludedBy: verdict.eligible ? null : verdict.rule,
    stratum: verdict.eligible ? stratumOf(method, order?.practitionerId ?? null) : null,
    case: found,
    order,
    verdict,
  };
}

const yesNo = (said: 'yes' | 'no' | null): boolean | null => (said === null ? null : said === 'yes');
