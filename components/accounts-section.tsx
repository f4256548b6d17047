import { countByAccount } from '../lib/challenge/count-by-account.ts';
import { AccountRow } from './account-row.tsx';
import { focusHeading } from './focus-heading.ts';
import { i18n } from './i18n.ts';
import type { Vault } from './use-vault.ts';

/** The accounts that questions are kept for: rename, merge, delete. Each can be taken back. */
export function AccountsSection({ vault }: { vault: Vault }) {
  const accounts = countByAccount(vault.questions);
  const undoOf = (touched: number) => (touched > 0 ? i18n.t('common.undo') : null);
  // What had the focus goes with its row.
  const thenFocus = async (work: Promise<boolean>) => {
    if (await work) focusHeading();
  };
  const move = (from: string | null, to: string) =>
    vault.change('moveAccount', { from, to }, ({ moved }) => ({
      text: i18n.t('accounts.moved', moved, [String(moved), to]),
      undo: undoOf(moved),
    }));
  const remove = (account: string | null) =>
    vault.change('deleteAccount', { account }, ({ deleted }) => ({
      text: i18n.t('accounts.deleted', deleted),
      undo: undoOf(deleted),
    }));
  return (
    <section id="comptes" class="panel" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{i18n.t('section.accounts')}</h2>
      <p class="hint">{i18n.t('accounts.intro')}</p>
      <ul class="rows">
        {accounts.map(({ account, questions }) => (
          <AccountRow
            key={account ?? ''}
            account={account}
            questions={questions}
            others={accounts.flatMap((other) => other.account ?? [])}
            onMove={(to) => thenFocus(move(account, to))}
            onDelete={() => thenFocus(remove(account))}
          />
        ))}
      </ul>
    </section>
  );
}
