import { createHash } from 'node:crypto';
import { notFound } from '../../../server/domain/problems';
import { addTeam } from '../../../server/features/people/teams.store';
import { perform } from '../../../server/features/trail/perform';
import { beginning, lastHash, trailBefore, type TrailRow } from '../../../server/features/trail/trail.store';
import { verifyTrail } from '../../../server/features/trail/verify';
import { viewed } from '../../../server/features/trail/viewed';
import { openDatabase } from '../../../server/platform/sqlite/open';
import { testApp, type TestApp } from '../../fixtures/app';

describe('an act of a person', () => {
  let t: TestApp;
  const random = (): string => 'ab';
  const helen = () => ({ id: t.ids.helen, name: 'Helen Pryce', roles: new Set(['head'] as const), teamsLed: [] });
  const who = () => ({ me: helen(), now: '2026-11-24T14:02:00.000Z', random });
  const newest = (): TrailRow => trailBefore(t.db, 1e9, 1)[0]!;
  const teams = (): number => t.db.prepare('SELECT count(*) FROM teams').pluck().get() as number;
  const entries = (): number => verifyTrail(t.db).entries;

  beforeEach(() => (t = testApp()));
  afterEach(() => t.close());

  it('has one entry: who, when, what, and keys and counts', () => {
    const result = perform(t.db, who(), 'samples.draw', (by) => {
      expect(by.today).toBe('2026-11-24');
      by.entry.about('samples', 4, { size: 20 });
      by.entry.about('samples', 4, { reserve: 6 });
      return 'drawn';
    });
    expect(result).toBe('drawn');
    expect(entries()).toBe(1);
    expect(newest()).toMatchObject({
      at: who().now,
      person: t.ids.helen,
      act: 'samples.draw',
      thing: 'samples',
      thingId: 4,
    });
    expect(JSON.parse(newest().details)).toEqual({ size: 20, reserve: 6 });
  });

  it('tells where somebody without a name acted from', () => {
    perform(t.db, { me: null, now: who().now, random }, 'cases.import', () => null);
    expect(newest()).toMatchObject({ person: null, details: '{"by":"command line"}' });
  });

  it('counts the day in London, where summer midnight comes an hour early', () => {
    perform(t.db, { ...who(), now: '2026-06-30T23:30:00.000Z' }, 'x', (by) => expect(by.today).toBe('2026-07-01'));
  });

  it('keeps neither the work nor the entry when the work fails', () => {
    const before = { teams: teams(), head: lastHash(t.db) };
    const work = (): never => {
      addTeam(t.db, 'East');
      throw notFound();
    };
    expect(() => perform(t.db, who(), 'people.add-team', work)).toThrow('There is no such page');
    expect({ teams: teams(), head: lastHash(t.db) }).toEqual(before);
    expect(t.db.inTransaction).toBe(false);
  });

  it('keeps no work whose entry cannot be written', () => {
    t.db.exec("CREATE TRIGGER broken BEFORE INSERT ON trail BEGIN SELECT RAISE(ABORT, 'no more room'); END");
    const before = teams();
    expect(() => perform(t.db, who(), 'people.add-team', () => addTeam(t.db, 'East'))).toThrow('no more room');
    expect(teams()).toBe(before);
  });

  it('holds the database from its beginning, so that nobody else writes in between', () => {
    const other = openDatabase(t.db.name);
    other.pragma('busy_timeout = 0');
    perform(t.db, who(), 'x', () => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked');
    });
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
    other.close();
  });

  it('leaves a chain that anybody can work out again: SHA-256 of the JSON of the hash before and the entry', () => {
    perform(t.db, who(), 'first', () => null);
    perform(t.db, who(), 'second', (by) => by.entry.about('teams', 1));
    const [second, first] = trailBefore(t.db, 1e9, 2);
    if (!first || !second) throw new Error('Two entries were written');
    expect(first.previous).toBe(beginning);
    expect(second.previous).toBe(first.hash);
    const text = JSON.stringify([first.hash, second.at, second.person, 'second', 'teams', 1, '{}']);
    expect(second.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(verifyTrail(t.db)).toEqual({ entries: 2, brokenAt: null, head: second.hash });
  });

  it('is found again in a chain longer than one reading', () => {
    t.db.transaction(() => {
      for (let i = 0; i < 2100; i += 1) perform(t.db, who(), 'many', () => null);
    })();
    expect(verifyTrail(t.db)).toMatchObject({ entries: 2100, brokenAt: null });
  });

  it('has one entry for a look of a person at a thing on a day', () => {
    const look = (now: string, id: number): void =>
      viewed(t.db, { ...who(), now, today: now.slice(0, 10) }, 'audits', id);
    look('2026-11-24T09:00:00.000Z', 1);
    look('2026-11-24T17:00:00.000Z', 1);
    expect(entries()).toBe(1);
    look('2026-11-24T17:00:00.000Z', 2);
    look('2026-11-25T09:00:00.000Z', 1);
    expect(entries()).toBe(3);
  });

  it('counts the hour after midnight in summer to the day that has begun in London', () => {
    const look = (now: string): void => viewed(t.db, { ...who(), now, today: '2026-07-01' }, 'audits', 1);
    look('2026-06-30T23:10:00.000Z');
    look('2026-06-30T23:40:00.000Z');
    look('2026-07-01T09:00:00.000Z');
    expect(entries()).toBe(1);
  });

  it('has no entry for a look of nobody', () => {
    viewed(t.db, { me: null, now: who().now, random, today: '2026-11-24' }, 'audits', 1);
    expect(entries()).toBe(0);
  });
});
