import { whoIsAsking } from '../../../server/features/people/roles.store';
import { reachOf, type Act } from '../../../server/domain/rights';
import { reporting, type Reporting } from '../../../server/features/reports/reporting';
import type { Asked } from '../../../server/features/reports/selection';
import type { TestApp } from '../../fixtures/app';
import type { StaffName } from '../../fixtures/staff';

/** Asks for a report as one of the staff, as its route does. */
export function asking(world: TestApp, name: StaffName, act: Act, query: Asked = {}): Reporting {
  const today = world.clock.now.slice(0, 10);
  const me = whoIsAsking(world.db, world.ids[name], today)!;
  const reach = reachOf(me, act)!;
  const { db, clock } = world;
  return reporting({ db, me, reach, today, now: clock.now, address: '/reports/x', query }, ['quality', 'compliance']);
}
