import { settle } from '../challenge/remember.ts';
import { CodedError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** What settles a question of several answers. `change` is the vault's, with undo; `now` is in milliseconds since the epoch. */
export function makeVerifyDesk(change: Vault['change'], now: () => number): Pick<OwnerDesk, 'settle'> {
  return {
    async settle({ id, answer }) {
      await change(async ({ read }) => {
        const before = await read(id);
        const record = before && settle(before, answer);
        if (!record) throw new CodedError('record-missing');
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
