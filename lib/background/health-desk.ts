import { CodedError } from '../errors.ts';
import { checkHealth } from '../health/check-health.ts';
import { HEALTH_KINDS } from '../health/kinds.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/**
 * What is found wrong with all that is remembered, and mending it. `change` is the vault's, with undo; `now` is in
 * milliseconds since the epoch.
 */
export function makeHealthDesk(
  vault: Pick<Vault, 'list'>,
  change: Vault['change'],
  now: () => number,
): Pick<OwnerDesk, 'health' | 'mend'> {
  return {
    async health() {
      const { records } = await vault.list();
      return HEALTH_KINDS.flatMap((kind) =>
        checkHealth(kind, records, now()).map(({ ids, subject: { account, question } }) => ({
          kind,
          ids,
          account,
          question,
        })),
      );
    },

    async mend({ kind, ids }) {
      const wanted = new Set(ids);
      let mended = 0;
      await change(async ({ list }) => {
        // Looked at anew: what its owner did not see, or what changed since, is left alone.
        const remedies = checkHealth(kind, (await list()).records, now()).filter((remedy) =>
          remedy.ids.every((id) => wanted.has(id)),
        );
        const [first, ...more] = remedies;
        if (!first) throw new CodedError('record-changed'); // so that an earlier change can still be taken back
        mended = remedies.length;
        const { account, question } = first.subject;
        const subject = more.length === 0 ? { account, question } : { account: null, question: null };
        const put = remedies.flatMap((remedy) => remedy.put);
        return {
          put,
          remove: remedies.flatMap(({ remove }) => remove),
          journal: {
            at: now(),
            kind: put.length > 0 ? 'edit' : 'delete',
            ...subject,
            detail: String(mended),
          },
        };
      });
      return { mended };
    },
  };
}
