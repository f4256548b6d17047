import type { JournalEntry } from '../messages.ts';
import { deleteAccount, moveAccount } from '../vault/accounts.ts';
import type { Vault } from '../vault/vault.ts';
import type { OwnerDesk } from './dispatch.ts';

/** What concerns accounts as a whole. `change` is the vault's, with undo; `now` is in milliseconds since the epoch. */
export function makeAccountDesk(
  change: Vault['change'],
  now: () => number,
): Pick<OwnerDesk, 'moveAccount' | 'deleteAccount'> {
  const doAll = async (
    work: ReturnType<typeof moveAccount>,
    kind: JournalEntry['kind'],
    account: string | null,
  ): Promise<number> => {
    let touched = 0;
    await change(async (reading) => {
      const writing = await work(reading);
      touched = writing.remove?.length ?? 0;
      return { ...writing, journal: { at: now(), kind, account, question: null, detail: String(touched) } };
    });
    return touched;
  };

  return {
    moveAccount: async ({ from, to }) => ({ moved: await doAll(moveAccount(from, to), 'edit', from) }),
    deleteAccount: async ({ account }) => ({
      deleted: await doAll(deleteAccount(account), 'delete', account),
    }),
  };
}
