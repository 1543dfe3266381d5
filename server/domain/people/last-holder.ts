import { roleNames, type Role } from '../rights.js';

/** Roles that somebody must always hold: without them nobody could let anybody in, or agree a team lead's work. */
const kept: readonly Role[] = ['administrator', 'head'];

/**
 * Why a role can't be taken from somebody: they are the last who holds it. Null when it can.
 * @param holders ids of all who hold the role today with an account that works
 * @example whyRoleStays('administrator', 7, [7]) // 'This is the last administrator. Give the role to somebody else first.'
 * @example whyRoleStays('administrator', 7, [7, 9]) // null
 */
export function whyRoleStays(role: Role, person: number, holders: readonly number[]): string | null {
  const isLast = holders.length === 1 && holders[0] === person;
  if (!kept.includes(role) || !isLast) return null;
  return `This is the last ${roleNames[role].toLowerCase()}. Give the role to somebody else first.`;
}
