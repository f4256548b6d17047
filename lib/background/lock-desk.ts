import type { JournalEntry, OwnerProtocol, Status } from '../messages.ts';
import type { OwnerDesk } from './dispatch.ts';
import { note } from './note.ts';
import { readStatus, type StatusNeeds } from './status.ts';

export interface LockDeskNeeds extends StatusNeeds {
  /** Called when the vault was made, locked or unlocked by its owner. */
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
  const entry = (kind: JournalEntry['kind'], detail: string): JournalEntry => {
    return { at: now(), kind, account: null, question: null, detail };
  };
  const status = (): Promise<Status> => readStatus(needs, null);

  return {
    async unlock({ passphrase }) {
      await vault.unlock(passphrase);
      await waiting.settle(vault);
      await note(vault, entry('unlock', ''));
      await onLockChange(true);
      return status();
    },

    async lock() {
      await vault.lock(entry('lock', ''));
      await onLockChange(false);
      return status();
    },

    async setPassphrase({ passphrase }) {
      await vault.setPassphrase(passphrase);
      await note(vault, entry('passphrase', 'set'));
      await onLockChange(true);
      return status();
    },

    async changePassphrase({ current, next }) {
      await vault.changePassphrase(current, next);
      await note(vault, entry('passphrase', 'changed'));
      return status();
    },

    async removePassphrase({ current }) {
      await vault.removePassphrase(current);
      await waiting.settle(vault); // it may have been locked
      await note(vault, entry('passphrase', 'removed'));
      await onLockChange(true);
      return status();
    },

    async renewDeadline() {
      await vault.renewDeadline();
      return status();
    },
  };
}
