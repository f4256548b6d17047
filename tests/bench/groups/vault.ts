import { rowOf } from '../rows.ts';
import { type Group, run } from '../stage.ts';

const SIZES = [100, 10_000, 100_000];

/** The vault's own code, with no messages around it, at three sizes at once. */
export const vault: Group = {
  name: 'vault',

  async measure({ bench, rounds, series, say }) {
    for (const size of SIZES) {
      say(`a vault of ${size}`);
      await run(bench, `fill(${size})`);
      await run(bench, `lookUp(${size})`);
    }
    for (let round = 0; round < rounds; round += 1) {
      say(`vault, round ${round + 1} of ${rounds}`);
      for (const size of SIZES) series.add(`look up ${size}`, await run(bench, `lookUp(${size})`));
      for (const size of SIZES) series.add(`naive ${size}`, await run(bench, `lookUpNaively(${size})`));
      for (const size of SIZES) series.add(`remember ${size}`, await run(bench, `remember(${size})`));
    }
  },

  rows({ series }) {
    const flat = (name: string) => ({ against: series.of(`${name} 100`), most: 1.3, what: '× at 100' });
    return [
      rowOf('look up among 100', 'ms', series.of('look up 100')),
      ...(
        [
          [10_000, 25],
          [100_000, 250],
        ] as const
      ).flatMap(([size, least]) => [
        rowOf(`look up among ${size}`, 'ms', series.of(`look up ${size}`), flat('look up')),
        rowOf(`naive: one blob of ${size}`, 'ms', series.of(`naive ${size}`)),
        rowOf(`look up among ${size}, to naive`, 'ms', series.of(`look up ${size}`), {
          against: series.of(`naive ${size}`),
          least,
          what: '× faster',
        }),
      ]),
      rowOf('remember one at 100', 'ms', series.of('remember 100')),
      ...[10_000, 100_000].map((size) =>
        rowOf(`remember one at ${size}`, 'ms', series.of(`remember ${size}`), flat('remember')),
      ),
    ];
  },
};
