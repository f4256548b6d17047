import * as v from 'valibot';
import type { TabReport } from '../messages.ts';

/** A tab's last challenge, with the propositions that its outcome is held against. */
export interface StoredReport extends TabReport {
  propositions: string[];
}

/** The part of a storage area that is used (`browser.storage.session`): it lives as long as the browser runs. */
export interface SessionArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What happened with the last challenge of each tab; in memory only, for the popup and for checking outcomes. */
export class TabReports {
  readonly #area: SessionArea;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  /** The report of a tab, or null when it asked nothing yet. */
  async read(tabId: number): Promise<StoredReport | null> {
    const stored = v.safeParse(schema, (await this.#area.get(keyOf(tabId)))[keyOf(tabId)]);
    return stored.success ? stored.output : null;
  }

  async write(tabId: number, report: StoredReport): Promise<void> {
    await this.#area.set({ [keyOf(tabId)]: report });
  }

  /** The tabs whose last question met a vault that was not open: locked, not yet made, or not to be read. */
  unopenedTabs(): Promise<number[]> {
    return this.#tabs(({ advice }) => UNOPENED.has(advice.kind));
  }

  /** The tabs that may be about to send an answer by themselves. */
  sendingTabs(): Promise<number[]> {
    return this.#tabs(({ mode, step }) => mode === 'automatic' && step === 'selected');
  }

  async #tabs(isWanted: (report: StoredReport) => boolean): Promise<number[]> {
    const stored = Object.entries(await this.#area.get(null));
    return stored.flatMap(([key, value]) => {
      const report = v.safeParse(schema, value);
      return key.startsWith(PREFIX) && report.success && isWanted(report.output)
        ? [Number(key.slice(PREFIX.length))]
        : [];
    });
  }

  async forget(tabId: number): Promise<void> {
    await this.#area.remove(keyOf(tabId));
  }
}

const UNOPENED: ReadonlySet<string> = new Set(['locked', 'not-set-up', 'unavailable']);
const PREFIX = 'tab:';
const keyOf = (tabId: number) => `${PREFIX}${tabId}`;

const texts = v.array(v.string());
const schema: v.GenericSchema<unknown, StoredReport> = v.object({
  question: v.string(),
  propositions: texts,
  account: v.nullable(v.string()),
  advice: v.variant('kind', [
    v.object({ kind: v.picklist(['unknown', 'not-offered']), refused: texts }),
    v.object({
      kind: v.literal('answer'),
      proposition: v.string(),
      confirmed: v.boolean(),
      candidates: texts,
      refused: texts,
    }),
    v.object({
      kind: v.literal('candidates'),
      candidates: texts,
      doubt: v.picklist([
        'several',
        'other-spelling',
        'other-answer-spelling',
        'school-year',
        'account-unknown',
      ]),
      refused: texts,
    }),
    v.object({ kind: v.picklist(['never', 'silent', 'locked', 'not-set-up', 'unavailable']) }),
  ]),
  step: v.picklist([
    'advised',
    'marked',
    'selected',
    'sent',
    'not-found',
    'ended',
    'no-reply',
    'moved-on',
    'accepted',
    'refused',
    'blocked',
    'expired',
    'outdated',
    'unclear',
  ]),
  mode: v.picklist(['highlight', 'select', 'automatic']),
  code: v.nullable(v.number()),
  trouble: v.nullable(
    v.object({
      kind: v.picklist(['refused', 'blocked', 'expired', 'outdated', 'unclear', 'no-reply']),
      code: v.nullable(v.number()),
    }),
  ),
  remembered: v.boolean(),
  waits: v.boolean(),
  asks: v.boolean(),
  at: v.number(),
});
