import { forgiveTries, mayTry } from '../../../server/features/sign-in/tries.js';

describe('tries to sign in', () => {
  const times = async (n: number, one: (i: number) => Promise<boolean>): Promise<boolean[]> => {
    const all: boolean[] = [];
    for (let i = 0; i < n; i += 1) all.push(await one(i));
    return all;
  };

  it('rest after ten on one name, wherever they come from', async () => {
    const tries = await times(11, (i) => mayTry('ruth', `10.0.0.${i}`));
    expect(tries).toEqual([...Array<boolean>(10).fill(true), false]);
  });

  it('rest after a hundred from one address, whatever the names', async () => {
    const tries = await times(101, (i) => mayTry(`guess.${i}`, '10.1.0.1'));
    expect(tries.filter(Boolean)).toHaveLength(100);
    expect(await mayTry('somebody', '10.1.0.2')).toBe(true);
  });

  it('are forgiven by a password that fits', async () => {
    await times(9, () => mayTry('marcus', '10.2.0.1'));
    await forgiveTries('marcus', '10.2.0.1');
    expect(await times(10, () => mayTry('marcus', '10.2.0.1'))).not.toContain(false);
  });
});
