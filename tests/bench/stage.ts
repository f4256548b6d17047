import type { Page } from '@playwright/test';
import type { Site } from '../site/server.ts';
import type { Variant } from './open-chromium.ts';
import type { Row } from './rows.ts';
import type { Series } from './series.ts';

/** What every group of rows is measured with. */
export interface Stage {
  site: Site;
  none: Variant;
  empty: Variant;
  floor: Variant;
  ours: Variant;
  peers: readonly Variant[];
  /** A document of the product's own, without scripts, to ask its background from. */
  owner: Page;
  /** The floor's page, where `bench` is `vault-page.ts`. */
  bench: Page;
  rounds: number;
  series: Series;
  /** Tells whoever waits how far it is. */
  say(what: string): void;
}

/** Rows that are measured together, in turn with what they are compared to. */
export interface Group {
  name: string;
  measure(stage: Stage): Promise<void>;
  /** The rows of what was measured. */
  rows(stage: Stage): Row[];
}

/** Each goes first in its turn, so that none is always measured after the same one. */
export function turned<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Calls one of the functions of `vault-page.ts` in the floor's page. */
export function run(bench: Page, call: string): Promise<number> {
  return bench.evaluate<number>(`bench.${call}`);
}
