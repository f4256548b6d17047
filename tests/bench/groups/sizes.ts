import { weigh } from '../../../publish/budget.ts';
import { injectedBytes } from '../injected.ts';
import { rowOf } from '../rows.ts';
import type { Group } from '../stage.ts';

/** What is put into every page of the site, and what each part weighs, gzipped. */
export const sizes: Group = {
  name: 'sizes',

  async measure({ ours, peers, series }) {
    for (const { name, folder } of [ours, ...peers])
      series.add(`injected ${name}`, injectedBytes(folder) / 1000);
    for (const { part, bytes } of weigh(ours.folder)) series.add(`size ${part}`, bytes / 1000);
  },

  rows({ ours, peers, series }) {
    return [
      ...peers.map(({ name }) => rowOf(`injected: ${name}`, 'kB', series.of(`injected ${name}`))),
      rowOf('injected: ours', 'kB', series.of('injected ours'), { most: 12, what: 'kB' }),
      ...weigh(ours.folder).map(({ part, limit }) =>
        rowOf(`size: ${part}`, 'kB', series.of(`size ${part}`), { most: limit / 1000, what: 'kB' }),
      ),
    ];
  },
};
