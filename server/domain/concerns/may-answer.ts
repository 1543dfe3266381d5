import type { Me } from '../rights.js';

/** What decides who may answer a concern. */
export interface ConcernOfSomebody {
  namedId: number;
  deputyId: number | null;
  teamId: number | null;
}

/**
 * Whether somebody may acknowledge, act on and close a concern: a manager who is named, is the deputy or leads the
 * team, and any head of service. Having raised it is not enough.
 * @example mayAnswer({ namedId: 4, deputyId: null, teamId: 2 }, priya) // true where Priya leads team 2
 */
export function mayAnswer(concern: ConcernOfSomebody, me: Me): boolean {
  if (me.roles.has('head')) return true;
  if (!me.roles.has('team-lead')) return false;
  const isNamed = concern.namedId === me.id || concern.deputyId === me.id;
  return isNamed || (concern.teamId !== null && me.teamsLed.includes(concern.teamId));
}
