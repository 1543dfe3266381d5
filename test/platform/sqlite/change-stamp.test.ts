import { changeStamp, keptUntilChange } from '../../../server/platform/sqlite/change-stamp.js';
import { testApp } from '../../fixtures/app.js';
import { openDatabase } from '../../../server/platform/sqlite/open.js';

test('what is kept falls away with any change, by this connection or another', () => {
  const world = testApp();
  const other = openDatabase(world.db.name);
  const kept = keptUntilChange<number>(2);
  let worked = 0;
  const ask = (key = 'a') => kept(world.db, key, () => (worked += 1));
  expect([ask(), ask()]).toEqual([1, 1]);
  world.db.prepare(`UPDATE people SET name = 'Ruth Ash' WHERE name = 'Ruth Ashdown'`).run();
  expect([ask(), ask()]).toEqual([2, 2]);
  const before = changeStamp(world.db);
  other.prepare(`UPDATE people SET name = 'Ruth Ashdown' WHERE name = 'Ruth Ash'`).run();
  expect(changeStamp(world.db)).not.toBe(before);
  expect(ask()).toBe(3);
  expect([ask('b'), ask('c'), ask('b'), ask()]).toEqual([4, 5, 4, 6]);
  other.close();
  world.close();
});
