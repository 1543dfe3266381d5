import { asJson, asTable, measured, median } from './figures';

describe('a figure of the bench', () => {
  it('is the median of its rounds beside the median of the bare ones, with the spread between rounds', () => {
    const figure = measured('saving (requests a second)', 8, [300, 500, 450], [900, 1000, 800]);
    expect(figure).toMatchObject({ clients: 8, median: 450, spread: 200, bare: 900, ratio: 0.5 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('median of nothing');
  });

  it('says whether its aim is reached: by the ratio, or by the median where no bare server is an aim', () => {
    const rows = [
      measured('as fast as half', 1, [50], [100], { atLeast: 0.5 }),
      measured('slower', 1, [49], [100], { atLeast: 0.5 }),
      measured('grown', 1, [16], [10], { atMost: 1.5 }),
      measured('import', 1, [4000], [10], { atMost: 5000 }, 'median'),
    ];
    const words = asTable(rows)
      .split('\n')
      .slice(1)
      .map((line) => line.split(': ')[1]);
    expect(words).toEqual(['reached', 'missed', 'missed', 'reached']);
  });

  it('is written to a file with six fields and no more', () => {
    const [written] = JSON.parse(asJson([measured('memory (MB)', 1, [90], [60], { atMost: 1 })])) as object[];
    expect(written).toEqual({ name: 'memory (MB)', clients: 1, median: 90, spread: 0, bare: 60, ratio: 1.5 });
  });
});
