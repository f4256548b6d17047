import * as v from 'valibot';
import type { Draft } from '../messages.ts';
import type { Vault } from '../vault/vault.ts';
import type { SessionArea } from './tab-reports.ts';

const KEY = 'draft';

const text = v.pipe(v.string(), v.maxLength(10_000));

/** Half-typed texts may be empty, as nothing that is saved may be. */
export const draftSchema: v.GenericSchema<unknown, Draft> = v.strictObject({
  query: text,
  editing: v.nullable(
    v.strictObject({
      id: v.nullable(text),
      account: v.nullable(v.pipe(v.string(), v.maxLength(200))),
      question: text,
      answers: v.array(text),
      seen: v.exactOptional(v.array(text)),
    }),
  ),
});

/**
 * What the popup held unfinished. It may hold an answer in clear, so it lives in memory only, and goes as soon as the
 * vault is found not to be open.
 */
export class Drafts {
  readonly #area: SessionArea;
  readonly #vault: Pick<Vault, 'state'>;

  constructor(area: SessionArea, vault: Pick<Vault, 'state'>) {
    this.#area = area;
    this.#vault = vault;
  }

  async read(): Promise<Draft | null> {
    await this.sweep();
    const stored = v.safeParse(draftSchema, (await this.#area.get(KEY))[KEY]);
    return stored.success ? stored.output : null;
  }

  async keep(draft: Draft | null): Promise<void> {
    if (draft) await this.#area.set({ [KEY]: draft });
    else await this.#area.remove(KEY);
    await this.sweep();
  }

  /** Forgets what is kept where the vault is not open. */
  async sweep(): Promise<void> {
    if ((await this.#vault.state()) !== 'open') await this.#area.remove(KEY);
  }
}
