import { weigh } from '../../../publish/budget.ts';
import { injectedBytes } from '../injected.ts';
import { rowOf } from '../rows.ts';
import type { Group } from '../stage.ts';

/** What is put into every page of the site, and what each part weighs, gzipped. */
export const sizes: Group = {
  name: 'sizes',

  async measure({ ours, peers, series }) {
    for (const { name, folder } of [ours, ...peers]) {
      const { scripts, sheets } = injectedBytes(folder);
      series.add(`injected ${name}`, scripts / 1000);
      series.add(`injected with sheets ${name}`, (scripts + sheets) / 1000);
    }
    for (const { part, bytes } of weigh(ours.folder)) series.add(`size ${part}`, bytes / 1000);
  },

  rows({ ours, peers, series }) {
    return [
      ...[...peers, ours].flatMap(({ name }) => [
        rowOf(
          `injected scripts: ${name}`,
          'kB',
          series.of(`injected ${name}`),
          name === ours.name ? { most: 12, what: 'kB' } : {},
        ),
        rowOf(`injected, style sheets too: ${name}`, 'kB', series.of(`injected with sheets ${name}`)),
      ]),
      ...weigh(ours.folder).map(({ part, limit }) =>
        rowOf(`size: ${part}`, 'kB', series.of(`size ${part}`), { most: limit / 1000, what: 'kB' }),
      ),
    ];
  },
};
