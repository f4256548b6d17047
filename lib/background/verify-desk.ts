import { settle } from '../challenge/remember.ts';
import { isUnsettled } from '../challenge/to-verify.ts';
import { CodedError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** What settles a question of several answers. `change` is the vault's, with undo; `now` is in milliseconds since the epoch. */
export function makeVerifyDesk(change: Vault['change'], now: () => number): Pick<OwnerDesk, 'settle'> {
  return {
    async settle({ id, answer }) {
      await change(async ({ read }) => {
        const before = await read(id);
        // What EcoleDirecte said meanwhile is not overtaken by a choice that was offered before.
        const isOpen = before && isUnsettled(before.answers.map(({ standing }) => standing));
        const record = isOpen ? settle(before, answer) : null;
        if (!record) throw new CodedError('record-changed');
        const { account, question } = record;
        return {
          put: [record],
          journal: { at: now(), kind: 'edit', account, question, detail: 'settled' },
        };
      });
      return {};
    },
  };
}
