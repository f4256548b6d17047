import { CodedError } from '../errors.ts';
import type { JournalEntry } from '../messages.ts';
import type { Vault } from '../vault/vault.ts';
import { makeAccountDesk } from './account-desk.ts';
import type { OwnerDesk } from './dispatch.ts';
import type { Drafts } from './drafts.ts';
import { makeHealthDesk } from './health-desk.ts';
import { makeImportDesk } from './import-desk.ts';
import { type LockDeskNeeds, makeLockDesk } from './lock-desk.ts';
import { note } from './note.ts';
import { makeSaveDesk } from './save-desk.ts';
import { readStatus } from './status.ts';
import { summaryOf } from './summary.ts';
import { makeTabDesk, type TabDeskNeeds } from './tab-desk.ts';
import { toExport } from './to-export.ts';
import { makeVerifyDesk } from './verify-desk.ts';

export interface OwnerDeskNeeds extends LockDeskNeeds, TabDeskNeeds {
  /** Called after each change that can be taken back. */
  scheduleForgetUndo: () => void;
  drafts: Drafts;
}

/** What the extension's own pages are answered. Changes can be taken back for a minute. */
export function makeOwnerDesk(needs: OwnerDeskNeeds): OwnerDesk {
  const { vault, drafts, waiting, offers, now, onLockChange, scheduleForgetUndo } = needs;
  const entry = (
    kind: JournalEntry['kind'],
    detail: string,
    subject?: Pick<JournalEntry, 'account' | 'question'>,
  ) => ({
    at: now(),
    kind,
    account: subject?.account ?? null,
    question: subject?.question ?? null,
    detail,
  });
  const status = (tabId: number | null = null) => readStatus(needs, tabId);
  const change: Vault['change'] = async (work, options) => {
    const ids = await vault.change(work, { ...options, undoable: true });
    scheduleForgetUndo();
    return ids;
  };

  return {
    ...makeLockDesk(needs),
    ...makeAccountDesk(change, now),
    ...makeHealthDesk(vault, change, now),
    ...makeImportDesk(vault, change, now),
    ...makeSaveDesk(change, now),
    ...makeTabDesk(needs),
    ...makeVerifyDesk(change, now),

    status: ({ tabId }) => status(tabId),

    async consent({ passphrase }) {
      await vault.create(passphrase);
      await onLockChange(true);
      return status();
    },

    async startOver({ passphrase }) {
      await vault.startOver(passphrase);
      // None of these is of the new vault.
      await Promise.all([waiting.clear(), offers.clear(), drafts.keep(null)]);
      await onLockChange(true);
      return status();
    },

    async list({ after = null }) {
      const { records, damaged, next } = await vault.listPart(after);
      return {
        questions: records.map(({ id, record }) => summaryOf(id, record)),
        damaged: damaged.length,
        next,
      };
    },

    async reveal({ id }) {
      const record = await vault.read(id);
      if (!record) throw new CodedError('record-changed');
      return record.answers;
    },

    async delete({ ids }) {
      const wanted = new Set(ids);
      let deleted = 0;
      await change(async ({ list }) => {
        const there = (await list()).records.map(({ id }) => id);
        const remove = ids === null ? there : there.filter((id) => wanted.has(id));
        deleted = remove.length;
        return { remove, journal: entry('delete', String(deleted)) };
      });
      return { deleted };
    },

    async undo({ by }) {
      const restored = await vault.undo(by);
      await note(vault, entry('undo', String(restored)));
      return { restored };
    },

    async export({ account, passphrase }) {
      // Taking everything out is more than using it: whoever found the vault open gives the passphrase again.
      if ((await vault.method()) === 'passphrase') await vault.unlock(passphrase ?? '');
      const { records } = await vault.list();
      await note(vault, entry('export', String(records.length), { account, question: null }));
      return toExport(
        records.map(({ record }) => record),
        account,
      );
    },

    async exportRaw() {
      return { text: JSON.stringify(await vault.exportRaw(), null, 2) };
    },

    draft: () => drafts.read(),
    async keepDraft({ draft }) {
      await drafts.keep(draft);
      return {};
    },

    journal: () => vault.journal(),
    async purgeJournal({ before }) {
      return { purged: await vault.purgeJournal(before) };
    },
  };
}
