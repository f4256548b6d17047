import type { JournalEntry, OwnerProtocol, Status } from '../messages.ts';
import type { OwnerDesk } from './dispatch.ts';
import { readStatus, type StatusNeeds } from './status.ts';

export interface LockDeskNeeds extends StatusNeeds {
  /** Called when the vault was locked or unlocked by its owner. */
  onLockChange: (isOpen: boolean) => Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

type LockNames =
  | 'unlock'
  | 'lock'
  | 'setPassphrase'
  | 'changePassphrase'
  | 'removePassphrase'
  | 'renewDeadline';

/** What concerns the passphrase and the lock. */
export function makeLockDesk(needs: LockDeskNeeds): Pick<OwnerDesk, LockNames & keyof OwnerProtocol> {
  const { vault, waiting, onLockChange, now } = needs;
  const note = (kind: JournalEntry['kind'], detail: string) =>
    vault.note({ at: now(), kind, account: null, question: null, detail });
  const status = (): Promise<Status> => readStatus(needs, null);

  return {
    async unlock({ passphrase }) {
      await vault.unlock(passphrase);
      await waiting.settle(vault);
      await note('unlock', '');
      await onLockChange(true);
      return status();
    },

    async lock() {
      // Once locked, nothing can be written any more.
      if ((await vault.state()) === 'open' && (await vault.method()) === 'passphrase') await note('lock', '');
      await vault.lock();
      await onLockChange(false);
      return status();
    },

    async setPassphrase({ passphrase }) {
      await vault.setPassphrase(passphrase);
      await note('passphrase', 'set');
      await onLockChange(true);
      return status();
    },

    async changePassphrase({ current, next }) {
      await vault.changePassphrase(current, next);
      await note('passphrase', 'changed');
      return status();
    },

    async removePassphrase({ current }) {
      await vault.removePassphrase(current);
      await note('passphrase', 'removed');
      await onLockChange(true);
      return status();
    },

    async renewDeadline() {
      await vault.renewDeadline();
      return status();
    },
  };
}
