import type { JournalEntry } from '../messages.ts';
import type { Vault } from '../vault/vault.ts';

/** Notes in the journal what was done. It never rejects: whether a note can be written decides no act. */
export function note(vault: Pick<Vault, 'note'>, entry: JournalEntry): Promise<void> {
  return vault.note(entry).catch(() => {});
}
